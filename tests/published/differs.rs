//! In which way an answer may be otherwise than the files say.

use serde_json::{Value, json};

/// One way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// The key is required by the file and not sent.
    Without(&'static str),
    /// The key is sent and not known to the file.
    With(&'static str),
    /// The value may be null, which the file does not say.
    Null(&'static str),
    /// The text may be longer than the file says.
    Longer(&'static str),
    /// The value is of another kind than the file says.
    Other(&'static str),
    /// The variants of the answer come together in one.
    Together,
    /// The file's schema is not meant: what was recorded is held against the sheet's.
    Instead,
    /// A status that the file does not have; what comes with it is not held against anything.
    Status(u16),
    /// A body where the file has none.
    Body,
    /// A client's request has a parameter, a value (`name=value`) or a key that the file does not know, or (empty) is
    /// of an operation that the file does not have.
    Sends(&'static str),
}

impl std::fmt::Display for Differs {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Without(key) => write!(to, "without `{key}`"),
            Self::With(key) => write!(to, "with `{key}`"),
            Self::Null(key) => write!(to, "`{key}` may be null"),
            Self::Longer(key) => write!(to, "`{key}` may be longer"),
            Self::Other(key) => write!(to, "`{key}` is of another kind"),
            Self::Together => write!(to, "the variants come together"),
            Self::Instead => write!(to, "as the sheet has it"),
            Self::Status(status) => write!(to, "may answer {status}"),
            Self::Body => write!(to, "with a body"),
            Self::Sends("") => write!(to, "is asked"),
            Self::Sends(key) if key.starts_with("no ") => write!(to, "the client sends {key}"),
            Self::Sends(key) => write!(to, "the client sends `{key}`"),
        }
    }
}

impl Differs {
    /// Writes what differs into a schema.
    pub fn allow(self, schema: &mut Value) {
        if self == Self::Together {
            let variants = schema["anyOf"].take();
            let known =
                variants.as_array().into_iter().flatten().filter_map(|one| one["properties"].as_object());
            let known: Value = known.flatten().map(|(name, schema)| (name.clone(), schema.clone())).collect();
            *schema = json!({ "type": "object", "properties": known, "additionalProperties": false });
        } else {
            self.everywhere(schema);
        }
    }

    /// Wherever the key stands.
    fn everywhere(self, schema: &mut Value) {
        match schema {
            Value::Array(items) => items.iter_mut().for_each(|item| self.everywhere(item)),
            Value::Object(map) => {
                let closed = map.get("additionalProperties") == Some(&Value::Bool(false));
                match self {
                    Self::Without(key) => {
                        if let Some(Value::Array(required)) = map.get_mut("required") {
                            required.retain(|name| name != key);
                        }
                    }
                    Self::With(key) if closed => {
                        if let Some(Value::Object(known)) = map.get_mut("properties") {
                            known.entry(key).or_insert(Value::Bool(true));
                        }
                    }
                    Self::Null(key) | Self::Longer(key) | Self::Other(key) => {
                        if let Some(known) = map.get_mut("properties").and_then(|known| known.get_mut(key)) {
                            self.widen(known);
                        }
                    }
                    _ => {}
                }
                map.values_mut().for_each(|value| self.everywhere(value));
            }
            _ => {}
        }
    }

    fn widen(self, schema: &mut Value) {
        match self {
            Self::Null(_) => *schema = json!({ "anyOf": [schema.take(), { "type": "null" }] }),
            Self::Longer(_) => drop(schema.as_object_mut().and_then(|schema| schema.remove("maxLength"))),
            _ => *schema = Value::Bool(true),
        }
    }
}
