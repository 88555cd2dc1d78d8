//! How a field is marked: what can be done with it, where it is shown. As recorded for all fields of Contacts
//! (sheet §3); the fields of the other modules follow the same rules.

use serde_json::{Value, json};

use super::super::super::world::bigin::{Field, Kind};

/// The fields of the small form for a new contact, in their order.
const QUICK: [&str; 5] = ["First_Name", "Last_Name", "Account_Name", "Email", "Phone"];

/// Writes the marks of a field into its description.
pub fn mark(value: &mut Value, kind: Kind, field: &Field) {
    let name = field.api_name.as_str();
    let data_type = field.data_type.as_str();
    let picture = data_type == "profileimage";
    let long = data_type == "textarea";
    let written = picture || (field.writable && name != "Tag");
    let seen = !matches!(name, "First_Name" | "Last_Name");
    let together = written
        && seen
        && !field.mandatory
        && !field.unique
        && !picture
        && !long
        && !data_type.ends_with("lookup");
    let worded = matches!(data_type, "text" | "email" | "phone" | "textarea" | "website") && name != "Tag";
    let place = QUICK.iter().position(|quick| *quick == name).filter(|_| kind == Kind::Contacts);
    for (key, mark) in [
        ("read_only", is_unsubscribed(name)),
        ("field_read_only", kept(name) || matches!(name, "Owner" | "Last_Activity_Time")),
        ("filterable", !long && !picture),
        ("searchable", !picture),
        ("sortable", !long && !picture && name != "Tag"),
        ("mass_update", together),
        ("webhook", !picture && name != "Full_Name"),
        (
            "businesscard_supported",
            data_type == "ownerlookup" || (written && seen && !picture && data_type != "lookup"),
        ),
    ] {
        value[key] = json!(mark);
    }
    value["display_label"] = json!(match (name, data_type) {
        ("Account_Name", "lookup") => "Account Name",
        (_, "profileimage") => "Record Image",
        _ => &field.label,
    });
    value["ui_type"] = json!(ui_type(name, data_type));
    value["email_parser"] = json!({
        "fields_update_supported": together || name == "Full_Name", "record_operations_supported": worded,
    });
    value["view_type"] = json!({
        "view": seen, "edit": written, "create": written, "quick_create": place.is_some() || field.mandatory,
    });
    if data_type == "picklist" {
        value["blueprint_supported"] = json!(false);
    }
    if let Some(place) = place {
        value["quick_sequence_number"] = json!((place + 1).to_string());
    }
}

/// Whether a field's choices stand in the order of the alphabet.
pub fn is_sorted(field: &Field) -> bool {
    !field.picks.is_empty() && field.picks.is_sorted_by_key(|pick| &pick.value)
}

/// What the profiles may do with a field.
pub fn permission(field: &Field) -> &'static str {
    if kept(&field.api_name) { "read_only" } else { "read_write" }
}

fn is_unsubscribed(name: &str) -> bool {
    matches!(name, "Unsubscribed_Mode" | "Unsubscribed_Time")
}

/// What only the service writes, and says so.
fn kept(name: &str) -> bool {
    is_unsubscribed(name) || name == "Record_Creation_Source_ID__s"
}

/// The number of the control that shows it; of types that Contacts do not have, CRM's.
fn ui_type(name: &str, data_type: &str) -> u16 {
    match (name, data_type) {
        ("Owner", _) => 8,
        ("Created_By" | "Modified_By", _) => 20,
        ("Created_Time" | "Modified_Time", _) => 200,
        ("Last_Activity_Time", _) => 786,
        ("First_Name", _) => 27,
        ("Last_Name", _) => 127,
        ("Tag", _) => 209,
        (_, "bigint") => 52,
        (_, "boolean") => 301,
        (_, "currency") => 36,
        (_, "date") => 24,
        (_, "datetime") => 333,
        (_, "email") => 25,
        (_, "integer") => 32,
        (_, "lookup") => 133,
        (_, "phone") => 33,
        (_, "picklist") => 2,
        (_, "profileimage") => 66,
        (_, "textarea") => 3,
        (_, "website") => 21,
        _ => 1,
    }
}
