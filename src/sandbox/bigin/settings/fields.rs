//! `GET /settings/fields`: the fields of a module.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::super::gate::answer;
use super::super::super::world::bigin::{Bigin, Field, Kind};
use super::super::ask::{Ask, id};
use super::super::error::BiginError;
use super::{asked_module, marks, picks};

/// `GET /settings/fields?module=`.
pub async fn fields(ask: Ask) -> Result<Response, BiginError> {
    let kind = asked_module(&ask, "fields")?;
    let world = ask.shared.world();
    let fields = world.bigin.module(kind).fields.iter().filter(|field| !field.hidden);
    let fields: Vec<Value> = fields.map(|field| field_value(&world.bigin, kind, field)).collect();
    Ok(answer::json(StatusCode::OK, &json!({ "fields": fields })))
}

/// `GET /settings/fields/{id}?module=`.
pub async fn field(ask: Ask, Path(wanted): Path<String>) -> Result<Response, BiginError> {
    let kind = asked_module(&ask, "fields")?;
    let wanted = id(&wanted)?;
    let world = ask.shared.world();
    let Some(field) = world.bigin.module(kind).fields.iter().find(|field| field.id == wanted) else {
        return Ok(answer::no_content());
    };
    let body = json!({ "fields": [field_value(&world.bigin, kind, field)] });
    Ok(answer::json(StatusCode::OK, &body))
}

fn json_type(field: &Field) -> &'static str {
    match field.data_type.as_str() {
        _ if field.api_name == "Tag" => "jsonarray",
        "ownerlookup" | "lookup" | "userlookup" => "jsonobject",
        "multiselectlookup" | "multiselectpicklist" => "jsonarray",
        "boolean" => "boolean",
        "integer" => "integer",
        "double" | "currency" | "decimal" | "percent" => "double",
        _ => "string",
    }
}

/// The keys of a field that are null here.
const NULLS: &[&str] = &[
    "tooltip",
    "crypt",
    "created_time",
    "modified_time",
    "global_picklist",
    "external",
    "subform",
    "association_details",
    "display_format",
    "display_format_properties",
    "parent_field",
    "child_fields",
    "range",
    "address",
    "history_tracking",
];

fn field_value(bigin: &Bigin, kind: Kind, field: &Field) -> Value {
    let target = field.lookup.map(|to| bigin.module(to));
    let lookup = target.map_or_else(
        || json!({}),
        |to| {
            let module = json!({ "api_name": to.kind.api_name(), "id": to.id, "crypt": false });
            json!({ "display_label": kind.labels().1, "api_name": kind.api_name(), "id": field.id, "module": module })
        },
    );
    let mut value = json!({
        "id": field.id, "api_name": field.api_name, "field_label": field.label,
        "data_type": field.data_type, "json_type": json_type(field), "type": "used", "length": field.length,
        "decimal_place": if json_type(field) == "double" { json!(2) } else { Value::Null },
        "system_mandatory": field.mandatory, "custom_field": field.custom, "virtual_field": false,
        "display_field": field.api_name == "Full_Name" || (kind != Kind::Contacts && field.name == kind.title()),
        "visible": true, "separator": false, "display_type": -1,
        "pick_list_values": picks(&field.picks), "pick_list_values_sorted_lexically": marks::is_sorted(field),
        "unique": if field.unique { json!({ "casesensitive": "0" }) } else { json!({}) },
        "lookup": lookup, "multiselectlookup": {}, "multi_module_lookup": {}, "formula": {}, "auto_number": {},
        "currency": {},
    });
    if field.data_type == "currency" {
        value["currency"] = json!({ "rounding_option": "normal", "precision": 2 });
    }
    marks::mark(&mut value, kind, field);
    let permission = marks::permission(field);
    let permissions = bigin
        .settings
        .profiles
        .iter()
        .map(|profile| json!({ "permission_type": permission, "name": profile.name, "id": profile.id }));
    value["profiles"] = permissions.collect();
    value["created_source"] = json!("default");
    value["colour_code_enabled_by_system"] = json!(false);
    value["enable_colour_code"] = json!(false);
    for empty in NULLS {
        value[*empty] = Value::Null;
    }
    if field.data_type == "textarea" {
        value["textarea"] = json!({ "type": "large" });
    }
    value
}
