//! Values and sides in the words of scripts and files.

use serde_json::Value as Json;

use crate::sync::{Side, Value};

/// A value for people and scripts.
pub fn plain(value: &Value) -> Json {
    match value {
        Value::Empty => Json::Null,
        Value::Text(text) => Json::from(text.as_str()),
        Value::Number(number) => Json::from(number.to_string()),
        Value::Bool(yes) => Json::from(*yes),
        Value::Day(day) => Json::from(*day),
        Value::Record(id) => Json::from(id.to_string()),
    }
}

/// A side as scripts read it.
pub const fn word(side: Side) -> &'static str {
    match side {
        Side::Bigin => "bigin",
        Side::Desk => "desk",
    }
}
