//! Shapes that several answers share.

use serde_json::{Value, json};

/// Something with an id and a name.
pub fn named(id: &str, name: &str) -> Value {
    json!({ "id": id, "name": name })
}

/// `null`, or what is made of it.
pub fn optional<T>(value: Option<&T>, shape: impl FnOnce(&T) -> Value) -> Value {
    value.map_or(Value::Null, shape)
}
