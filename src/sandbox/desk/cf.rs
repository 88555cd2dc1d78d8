//! Custom fields in a body: `cf` by API name; a key the module does not have is refused (sheet §8).

use std::collections::BTreeMap;

use serde_json::Value;

use super::body::Body;
use super::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Field;

/// Reads `cf`; `""` clears a field.
pub fn read(world: &World, noun: &str, body: &mut Body) -> BTreeMap<String, Value> {
    let mut values = BTreeMap::new();
    let Some(given) = body.object("cf") else { return values };
    for (name, value) in given {
        let field = world
            .desk
            .settings
            .fields
            .iter()
            .find(|field| field.custom && field.noun == noun && field.api_name == *name);
        match field {
            Some(field) if fits(field, value) => {
                values.insert(name.clone(), kept(field, value));
            }
            _ => body.fault(&format!("cf/{name}"), "invalid"),
        }
    }
    values
}

/// How a value is kept: `""` is nothing, a moment is told as all times are, yes and no are no texts.
fn kept(field: &Field, value: &Value) -> Value {
    match (field.kind.as_str(), value.as_str()) {
        (_, Some("")) => Value::Null,
        ("DateTime", Some(text)) => text.parse().map_or(Value::Null, |at| wire::time(at).into()),
        ("Boolean" | "Checkbox", Some(text)) => Value::Bool(text == "true"),
        _ => value.clone(),
    }
}

/// Whether a value is of the field's kind. Numbers may come as text, as the service sends them itself.
fn fits(field: &Field, value: &Value) -> bool {
    let Some(text) = value.as_str() else {
        return match field.kind.as_str() {
            "Number" | "Decimal" | "Percent" | "Currency" => value.is_number() || value.is_null(),
            "Boolean" | "Checkbox" => value.is_boolean() || value.is_null(),
            _ if value.is_null() => true,
            _ => value.is_null(),
        };
    };
    if text.is_empty() {
        return true;
    }
    let short = field.max_length.is_none_or(|max| text.chars().count() <= max as usize);
    short
        && match field.kind.as_str() {
            "Picklist" => field.allowed.is_empty() || field.allowed.iter().any(|choice| choice == text),
            "Multiselect" => {
                text.split(';').all(|one| field.allowed.iter().any(|choice| choice == one.trim()))
            }
            "Number" => text.parse::<i64>().is_ok(),
            "Decimal" | "Percent" | "Currency" => text.parse::<f64>().is_ok(),
            "Boolean" | "Checkbox" => matches!(text, "true" | "false"),
            "Date" => text.parse::<jiff::civil::Date>().is_ok(),
            "DateTime" => text.parse::<jiff::Timestamp>().is_ok(),
            "Email" => text.contains('@'),
            _ => true,
        }
}
