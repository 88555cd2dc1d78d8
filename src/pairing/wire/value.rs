//! One value, from JSON and to it.

use jiff::Timestamp;
use serde_json::{Value as Json, json};

use super::Form;
use crate::sync::{RecordId, Side, Value};

/// A value out of an answer. Moments come in one spelling, so that they can be compared.
pub(super) fn read(json: &Json, form: Form, lookup: bool) -> Value {
    if lookup {
        return record(json).map_or(Value::Empty, Value::Record);
    }
    match (json, form) {
        (Json::Null, _) => Value::Empty,
        (Json::Bool(yes), _) => Value::Bool(*yes),
        (Json::Number(number), _) => decimal(&number.to_string()),
        (Json::String(text), Form::Number) if !text.trim().is_empty() => decimal(text),
        (Json::String(text), Form::YesNo) => match text.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            other => Value::text(other),
        },
        (Json::String(text), Form::Moment) => match text.parse::<Timestamp>() {
            Ok(at) => Value::text(&at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            Err(_) => Value::text(text),
        },
        (Json::String(text), Form::Day) => days(text).map_or_else(|| Value::text(text), Value::Day),
        (Json::String(text), _) => Value::text(text),
        (Json::Array(all), _) => {
            let all: Vec<_> = all.iter().filter_map(Json::as_str).collect();
            Value::text(&all.join(";"))
        }
        (Json::Object(fields), _) => match fields.get("id").or_else(|| fields.get("name")) {
            Some(Json::String(text)) => Value::text(text),
            _ => Value::Empty,
        },
    }
}

/// A value for a request.
pub(super) fn write(value: &Value, form: Form, side: Side) -> Json {
    match value {
        // Desk passes over `null`; an empty text clears (desk.md §4).
        Value::Empty if side == Side::Desk => json!(""),
        Value::Empty => Json::Null,
        Value::Text(text) => written_text(text.as_str(), form, side),
        Value::Number(number) => {
            let text = number.to_string();
            let whole = text.parse::<i64>().map(Json::from).ok();
            let number =
                whole.or_else(|| serde_json::from_str::<serde_json::Number>(&text).ok().map(Json::Number));
            number.unwrap_or_else(|| json!(text))
        }
        Value::Bool(yes) => json!(yes),
        Value::Day(days) => json!(day(*days)),
        Value::Record(id) => match side {
            Side::Bigin => json!({ "id": id.to_string() }),
            Side::Desk => json!(id.to_string()),
        },
    }
}

fn written_text(text: &str, form: Form, side: Side) -> Json {
    match (form, side) {
        (Form::Choices, Side::Bigin) => {
            text.split(';').map(str::trim).filter(|choice| !choice.is_empty()).collect::<Vec<_>>().into()
        }
        (Form::Person, Side::Bigin) => json!({ "id": text }),
        (Form::Moment, _) => match text.parse::<Timestamp>() {
            Ok(at) if side == Side::Bigin => json!(at.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string()),
            Ok(at) => json!(at.strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string()),
            Err(_) => json!(text),
        },
        _ => json!(text),
    }
}

/// A record's id: text, a number, or an object with one.
pub(super) fn record(json: &Json) -> Option<RecordId> {
    match json {
        Json::Object(fields) => fields.get("id").and_then(record),
        Json::String(text) => text.trim().parse().ok().map(RecordId),
        Json::Number(number) => number.as_u64().map(RecordId),
        _ => None,
    }
}

fn decimal(text: &str) -> Value {
    text.parse().map_or_else(|_| Value::text(text), Value::Number)
}

/// A day, also where a time stands behind it.
fn days(text: &str) -> Option<i32> {
    let date: jiff::civil::Date = text.get(..10)?.parse().ok()?;
    Some((date - jiff::civil::date(1970, 1, 1)).get_days())
}

fn day(days: i32) -> String {
    let epoch = jiff::civil::date(1970, 1, 1);
    let date = epoch.checked_add(jiff::Span::new().days(days)).unwrap_or(epoch);
    date.to_string()
}
