//! A record as Bigin sends it: a bag of fields by API name. Empty ones are `null`; hidden ones are missing.

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::field::Custom;
use crate::{
    model::{UserId, UserRef},
    zoho::wire,
};

/// One record.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Raw(Map<String, Value>);

impl Raw {
    /// Text or number; blank counts as none.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        wire::text(self.0.get(name)?).filter(|text| !text.trim().is_empty())
    }

    /// A time; whole seconds in the organisation's zone on the wire.
    pub(super) fn time(&self, name: &str) -> Option<Timestamp> {
        wire::time(self.0.get(name)?)
    }

    /// When it was made; the beginning of time when the profile hides that field.
    pub(super) fn created(&self) -> Timestamp {
        self.time("Created_Time").unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// When it was changed; the beginning of time when the profile hides that field.
    pub(super) fn modified(&self) -> Timestamp {
        self.time("Modified_Time").unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// A number that is the same for the same content.
    pub(super) fn print(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        Value::Object(self.0.clone()).hash(&mut hasher);
        hasher.finish()
    }

    /// A lookup: id and name. Some answers hold the id alone.
    pub(super) fn lookup(&self, name: &str) -> Option<(String, String)> {
        match self.0.get(name)? {
            Value::Object(object) => {
                let id = wire::text(object.get("id")?)?;
                Some((id, object.get("name").and_then(wire::text).unwrap_or_default()))
            }
            other => wire::text(other).map(|id| (id, String::new())),
        }
    }

    /// A name: of a lookup, or the text itself.
    pub(super) fn named(&self, name: &str) -> Option<String> {
        match self.0.get(name)? {
            Value::Object(object) => object.get("name").and_then(wire::text),
            other => wire::text(other),
        }
        .filter(|text| !text.trim().is_empty())
    }

    pub(super) fn owner(&self) -> Option<UserRef> {
        self.lookup("Owner").map(|(id, name)| UserRef { id: UserId::new(id), name })
    }

    pub(super) fn tags(&self) -> Vec<String> {
        let Some(Value::Array(tags)) = self.0.get("Tag") else { return Vec::new() };
        tags.iter().filter_map(|tag| wire::text(tag.get("name").unwrap_or(tag))).collect()
    }

    /// The parts of an address that are there.
    pub(super) fn address(&self, names: [&str; 5]) -> Vec<String> {
        names.iter().filter_map(|name| self.text(name)).collect()
    }

    /// Custom fields with a value.
    pub(super) fn custom(&self, fields: &[Custom]) -> Vec<(String, String)> {
        let shown = |field: &Custom| Some((field.label.clone(), shown(self.0.get(&field.api_name)?)?));
        fields.iter().filter_map(shown).collect()
    }
}

/// A value of any type as a person would read it; empty ones are none.
fn shown(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::Bool(yes) => yes.to_string(),
        Value::Array(values) => values.iter().filter_map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(object) => {
            ["name", "display_value", "value"].iter().find_map(|key| object.get(*key).and_then(shown))?
        }
        other => wire::text(other)?,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// Hundredths out of `1234.5`: decimal digits are read as such, so that no cent is lost on the way through a float.
pub(super) fn cents(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.contains(['e', 'E']) {
        // JSON may spell large numbers so; beyond 2^53 the cents are not there anyway.
        let number: f64 = text.parse().ok()?;
        return format!("{number:.2}").replace('.', "").parse().ok();
    }
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let whole: i64 = whole.parse().ok()?;
    let hundredths: String = part.chars().chain("00".chars()).take(2).collect();
    let rounded = i64::from(part.as_bytes().get(2).is_some_and(|digit| *digit >= b'5'));
    let part: i64 = hundredths.parse().ok()?;
    whole.checked_mul(100)?.checked_add(part + rounded)?.checked_mul(sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn amounts_are_read_to_the_cent() {
        for (text, want) in [
            ("1234.5", Some(123_450)),
            ("-0.07", Some(-7)),
            ("19.999", Some(2000)),
            ("90071992547409.93", Some(9_007_199_254_740_993)),
            ("7", Some(700)),
            ("1.5e3", Some(150_000)),
            ("", None),
            ("a lot", None),
        ] {
            assert_eq!(cents(text), want, "{text}");
        }
    }

    #[test]
    fn custom_values_read_like_text() {
        let raw: Raw = serde_json::from_value(json!({
            "A": ["x", "y"], "B": {"name": "Ana", "id": "1"}, "C": null, "D": 7, "E": true, "F": ""
        }))
        .unwrap();
        let fields: Vec<_> = ["A", "B", "C", "D", "E", "F", "G"]
            .map(|name| Custom { api_name: name.into(), label: name.to_lowercase() })
            .into();
        let shown = raw.custom(&fields);
        assert_eq!(shown.len(), 4);
        assert_eq!(shown[0], ("a".into(), "x, y".into()));
        assert_eq!(shown[1], ("b".into(), "Ana".into()));
    }
}
