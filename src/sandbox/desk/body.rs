//! A JSON body, read field by field: every fault is collected and answered at once as `INVALID_DATA`.
//! `""` clears a field; `null` does not (sheet §3, §19), it is read as if the key were absent.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::answer::{Fault, Refusal};
use crate::sandbox::world::id::Id;

/// Collects faults while the fields of a JSON object are read.
#[derive(Debug)]
pub struct Body<'a> {
    map: &'a Map<String, Value>,
    at: String,
    faults: Vec<Fault>,
}

/// What a body says about a field: nothing, "clear it", or a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<T> {
    /// Not a word: leave the field as it is.
    Nothing,
    /// `""`: clear it.
    Clear,
    /// A value.
    Value(T),
}

impl<T> Said<T> {
    /// The value, when there is one.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Nothing | Self::Clear => None,
        }
    }

    /// Puts what was said into a field.
    pub fn into_field(self, field: &mut Option<T>) {
        match self {
            Self::Nothing => {}
            Self::Clear => *field = None,
            Self::Value(value) => *field = Some(value),
        }
    }

    /// Another type, the same saying.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Said<U> {
        match self {
            Self::Nothing => Said::Nothing,
            Self::Clear => Said::Clear,
            Self::Value(value) => Said::Value(to(value)),
        }
    }
}

impl<'a> Body<'a> {
    /// The fields of an object; `at` is its JSON Pointer, empty for the whole body.
    pub fn new(map: &'a Map<String, Value>, at: impl Into<String>) -> Self {
        Self { map, at: at.into(), faults: Vec::new() }
    }

    /// Whether the key is there with something in it.
    pub fn has(&self, name: &str) -> bool {
        self.map.get(name).is_some_and(|value| !value.is_null())
    }

    /// The raw value, `null` counting as absent.
    pub fn raw(&self, name: &str) -> Option<&'a Value> {
        self.map.get(name).filter(|value| !value.is_null())
    }

    /// Notes a fault of a field; the first of a field is the one that is told.
    pub fn fault(&mut self, name: &str, kind: &'static str) {
        let field = format!("{}/{name}", self.at);
        if !self.faults.iter().any(|fault| fault.field == field) {
            self.faults.push(Fault { field, kind });
        }
    }

    /// Notes faults that were found elsewhere.
    pub fn faults(&mut self, faults: Vec<Fault>) {
        self.faults.extend(faults);
    }

    /// A text of at most `max` characters.
    pub fn text(&mut self, name: &str, max: usize) -> Said<String> {
        match self.raw(name) {
            None => Said::Nothing,
            Some(Value::String(text)) if text.is_empty() => Said::Clear,
            Some(Value::String(text)) if text.chars().count() <= max && !text.contains('\0') => {
                Said::Value(text.clone())
            }
            Some(_) => {
                self.fault(name, "invalid");
                Said::Nothing
            }
        }
    }

    /// An e-mail address: something with an at sign and no blank.
    pub fn address(&mut self, name: &str, max: usize) -> Said<String> {
        let said = self.text(name, max);
        if matches!(&said, Said::Value(text) if !text.contains('@') || text.contains(char::is_whitespace)) {
            self.fault(name, "invalid");
        }
        said
    }

    /// A text that has to be there.
    pub fn needed(&mut self, name: &str, max: usize) -> String {
        match self.text(name, max) {
            Said::Value(text) if !text.trim().is_empty() => text,
            _ => {
                self.fault(name, "missing");
                String::new()
            }
        }
    }

    /// An id: a string of digits, or a bare number.
    pub fn id(&mut self, name: &str) -> Said<Id> {
        let said = match self.raw(name) {
            Some(Value::Number(number)) => Said::Value(number.to_string()),
            _ => self.text(name, 25),
        };
        match said {
            Said::Nothing => Said::Nothing,
            Said::Clear => Said::Clear,
            Said::Value(text) => {
                if let Ok(id) = text.parse() {
                    return Said::Value(id);
                }
                self.fault(name, "invalid");
                Said::Nothing
            }
        }
    }

    /// A list of ids, `None` when the key is absent.
    pub fn ids(&mut self, name: &str) -> Option<Vec<Id>> {
        let Value::Array(values) = self.raw(name)? else {
            self.fault(name, "invalid");
            return None;
        };
        let ids: Option<Vec<Id>> = values.iter().map(id_of).collect();
        if ids.is_none() {
            self.fault(name, "invalid");
        }
        ids
    }

    /// A list of ids that has to be there and may not be empty.
    pub fn needed_ids(&mut self, name: &str) -> Vec<Id> {
        if !self.has(name) {
            self.fault(name, "missing");
            return Vec::new();
        }
        let ids = self.ids(name).unwrap_or_default();
        if ids.is_empty() && self.faults.is_empty() {
            self.fault(name, "invalid");
        }
        ids
    }

    /// Yes or no; `"true"` and `"false"` are taken too, as the spec's own samples send them.
    pub fn flag(&mut self, name: &str) -> Option<bool> {
        match self.raw(name)? {
            Value::Bool(flag) => Some(*flag),
            Value::String(text) if text == "true" => Some(true),
            Value::String(text) if text == "false" => Some(false),
            _ => {
                self.fault(name, "invalid");
                None
            }
        }
    }

    /// A time in ISO 8601.
    pub fn time(&mut self, name: &str) -> Said<Timestamp> {
        match self.text(name, 40) {
            Said::Nothing => Said::Nothing,
            Said::Clear => Said::Clear,
            Said::Value(text) => {
                if let Ok(time) = text.parse() {
                    return Said::Value(time);
                }
                self.fault(name, "invalid");
                Said::Nothing
            }
        }
    }

    /// An object inside this one.
    pub fn object(&mut self, name: &str) -> Option<&'a Map<String, Value>> {
        if let Value::Object(map) = self.raw(name)? {
            return Some(map);
        }
        self.fault(name, "invalid");
        None
    }

    /// Takes over the faults of an inner object.
    pub fn absorb(&mut self, inner: Self) {
        self.faults.extend(inner.faults);
    }

    /// The refusal, when anything was wrong.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.faults.is_empty() { Ok(()) } else { Err(Refusal::fields(self.faults.clone())) }
    }
}

fn id_of(value: &Value) -> Option<Id> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.as_u64().map(Id),
        _ => None,
    }
}

/// Whose value wins when records are merged, by field: `source` of the body. Every value has to be one of the
/// records, every key a known field; `cf` has custom fields by name.
pub fn sources(body: &mut Body, among: &[Id], fields: &[&str]) -> Vec<(String, Id)> {
    let mut sources = Vec::new();
    let Some(given) = body.object("source") else { return sources };
    let flat = given.iter().flat_map(|(name, value)| match value.as_object().filter(|_| name == "cf") {
        Some(inner) => inner.iter().map(|(name, value)| (name, value, format!("source/cf/{name}"))).collect(),
        None => vec![(name, value, format!("source/{name}"))],
    });
    for (name, value, pointer) in flat.filter(|(_, value, _)| !value.is_null()) {
        match id_of(value) {
            Some(id)
                if among.contains(&id) && (fields.contains(&name.as_str()) || name.starts_with("cf_")) =>
            {
                sources.push((name.clone(), id));
            }
            _ => body.fault(&pointer, "invalid"),
        }
    }
    sources
}
