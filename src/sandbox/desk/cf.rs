//! Custom fields in a body: `cf` by API name; a key the module does not have is refused (sheet §8).

use std::collections::BTreeMap;

use serde_json::Value;

use super::body::Body;
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
                let cleared = value.as_str() == Some("");
                values.insert(name.clone(), if cleared { Value::Null } else { value.clone() });
            }
            _ => body.fault(&format!("cf/{name}"), "invalid"),
        }
    }
    values
}

/// Whether a value is of the field's kind. Numbers may come as text, as the service sends them itself.
fn fits(field: &Field, value: &Value) -> bool {
    let Some(text) = value.as_str() else {
        return match field.kind.as_str() {
            "Number" | "Decimal" | "Percent" | "Currency" => value.is_number() || value.is_null(),
            "Boolean" | "Checkbox" => value.is_boolean() || value.is_null(),
            "Multiselect" => value.is_array() || value.is_null(),
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
