//! Shapes that the sheets show and the files do not have: what was recorded of Bigin.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::Service;
use super::files::root;

/// The shape of an operation's good answer, if the sheet has it.
pub fn schema(service: Service, name: &str) -> Option<Value> {
    if service == Service::Desk {
        return None;
    }
    let (method, path) = name.split_once(' ')?;
    match (method, path) {
        ("GET", "/settings/fields" | "/settings/fields/{}") => Some(
            json!({ "type": "object", "required": ["fields"], "properties": { "fields": rows(&recorded_field()?) } }),
        ),
        ("GET", "/settings/modules" | "/settings/modules/{}") => Some(listed("modules", MODULE)),
        ("GET", "/settings/layouts" | "/settings/layouts/{}") => Some(layouts()),
        ("GET", "/org") => Some(listed("org", ORG)),
        ("GET", "/users") => Some(with_info(listed("users", USER), &[])),
        ("GET", "/users/{}") => Some(listed("users", USER)),
        ("GET", "/{}" | "/Notes") => Some(with_info(listed("data", "id"), &[SORT, TOKENS])),
        ("GET", "/{}/{}/{}" | "/{}/{}/Notes") => Some(with_info(listed("data", "id"), &[TOKENS])),
        ("GET", "/{}/search" | "/{}/deleted") => Some(with_info(listed("data", "id"), &[])),
        ("GET", "/{}/{}" | "/Notes/{}") => Some(closed(listed("data", "id"), &["data"])),
        ("GET", "/{}/actions/count") => Some(
            json!({ "type": "object", "required": ["count"], "properties": { "count": { "type": "integer" } } }),
        ),
        ("GET", _) => None,
        (_, "/actions/watch") => Some(results("watch")),
        (_, path) if path.starts_with("/settings/tags") => Some(results("tags")),
        _ => Some(results("data")),
    }
}

/// §2.
const MODULE: &str = "id api_name module_name singular_label plural_label actual_singular_label actual_plural_label \
                      api_supported visible visibility viewable creatable editable deletable convertable generated_type \
                      sequence_number quick_create show_as_tab access_type profiles profile_count private_profile \
                      modified_time modified_by arguments parent_module web_link description business_card_field_limit \
                      triggers_supported filter_supported global_search_supported feeds_required scoring_supported \
                      webform_supported emailTemplate_support email_parser_supported inventory_template_supported \
                      isBlueprintSupported public_fields_configured presence_sub_menu";
/// §4.10.
const ORG: &str = "id company_name zgid domain_name time_zone iso_code currency license_details";
/// §4.10.
const USER: &str = "id full_name first_name last_name email status role profile zuid time_zone locale offset created_time \
                    Modified_Time";
/// §4: the keys of `info` besides those of every list.
const SORT: &str = "sort_by sort_order";
const TOKENS: &str = "next_page_token previous_page_token page_token_expiry";

/// An object with a list of objects that have these keys.
fn listed(key: &str, keys: &str) -> Value {
    let required: Vec<&str> = keys.split_whitespace().collect();
    json!({ "type": "object", "required": [key], "properties": { key: rows(&json!({ "type": "object", "required": required })) } })
}

fn rows(row: &Value) -> Value {
    json!({ "type": "array", "minItems": 1, "maxItems": 200, "items": row })
}

fn closed(mut schema: Value, keys: &[&str]) -> Value {
    for key in keys {
        schema["properties"].as_object_mut().expect("an object").entry(*key).or_insert(Value::Bool(true));
    }
    schema["additionalProperties"] = Value::Bool(false);
    schema
}

/// §4: `info`, with exactly its keys.
fn with_info(mut schema: Value, more: &[&str]) -> Value {
    let whole = json!({ "type": "integer", "minimum": 0 });
    let mut known =
        json!({ "per_page": whole, "count": whole, "page": whole, "more_records": { "type": "boolean" } });
    for key in more.iter().flat_map(|keys| keys.split_whitespace()) {
        known[key] = json!({ "type": ["string", "null"] });
    }
    let required: Vec<String> = known.as_object().expect("an object").keys().cloned().collect();
    schema["properties"]["info"] =
        json!({ "type": "object", "required": required, "properties": known, "additionalProperties": false });
    schema["required"].as_array_mut().expect("a list").push(json!("info"));
    closed(schema, &[])
}

/// §4.3, §4.5, §5, §6: one result a record, in order.
fn results(key: &str) -> Value {
    let result = json!({
        "type": "object",
        "required": ["code", "details", "message", "status"],
        "additionalProperties": false,
        "properties": {
            "code": { "type": "string", "pattern": "^[A-Z_]+$" }, "details": { "type": "object" },
            "message": { "type": "string" }, "status": { "enum": ["success", "error"] },
            "action": { "enum": ["insert", "update"] }, "duplicate_field": { "type": ["string", "null"] },
        },
    });
    json!({ "type": "object", "required": [key], "properties": { key: { "type": "array", "minItems": 1, "items": result } } })
}

/// §3.
fn layouts() -> Value {
    let pick = json!({ "type": "object", "required": ["id", "display_value", "actual_value"] });
    let field = json!({ "type": "object", "required": ["api_name", "required", "read_only"],
                        "properties": { "pick_list_values": { "type": "array", "items": pick } } });
    let section = json!({ "type": "object", "required": ["api_name", "display_label", "sequence_number", "fields"],
                          "properties": { "fields": { "type": "array", "items": field } } });
    let keys = "id name display_label status visible source generated_type profiles sections";
    let mut schema = listed("layouts", keys);
    schema["properties"]["layouts"]["items"]["properties"] =
        json!({ "sections": { "type": "array", "items": section } });
    schema
}

/// The shape of the recorded fields: the keys that all have, those that some have, and the kinds of their values.
fn recorded_field() -> Option<Value> {
    let text = std::fs::read_to_string(root().join("bigin-contacts-fields.json")).ok()?;
    let file: Value = serde_json::from_str(&text).ok()?;
    let fields = file["fields"].as_array()?;
    let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (key, value) in fields.iter().filter_map(Value::as_object).flatten() {
        kinds.entry(key).or_default().insert(kind(value));
    }
    let known = |key: &str, kinds: &BTreeSet<&str>| {
        // What is null in every recorded field may be anything in another; so may what contacts have none of.
        let one = kinds.len() == 1 && kinds.contains("null") || key == "decimal_place";
        if one { Value::Bool(true) } else { json!({ "type": kinds }) }
    };
    let properties: Value = kinds.iter().map(|(key, kinds)| ((*key).to_owned(), known(key, kinds))).collect();
    let required: Vec<&str> =
        kinds.keys().filter(|key| fields.iter().all(|field| field.get(**key).is_some())).copied().collect();
    Some(
        json!({ "type": "object", "required": required, "properties": properties, "additionalProperties": false }),
    )
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
