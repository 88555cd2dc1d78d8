//! Values as the services spell them, read forgivingly: ids as strings or integers, counts and booleans as strings or
//! not, times as ISO 8601 or epoch milliseconds. What cannot be read counts as absent; one odd value never costs the
//! whole answer.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::Value;

/// Text or an id: string or number; `null`, missing and anything else are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text(pub Option<String>);

impl Text {
    /// The text, if there is any; blank counts as none.
    pub(super) fn some(self) -> Option<String> {
        self.0.filter(|text| !text.trim().is_empty())
    }

    /// The text, or nothing in particular.
    pub(super) fn or_empty(self) -> String {
        self.0.unwrap_or_default()
    }
}

/// A number of something: number or string of digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count(pub Option<u64>);

impl Count {
    /// As the model holds counts; absent counts as 0, and so does what no ticket can have.
    pub(super) fn small(self) -> u32 {
        self.0.and_then(|count| u32::try_from(count).ok()).unwrap_or(0)
    }
}

/// Yes or no: boolean, `"true"`/`"false"`, 0 or 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flag(pub Option<bool>);

impl Flag {
    /// Whether it says yes.
    pub(super) fn yes(self) -> bool {
        self.0 == Some(true)
    }
}

/// A time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Time(pub Option<Timestamp>);

/// An object that may be missing, `null`, or of another shape than the documents say.
#[derive(Clone, Debug)]
pub(super) struct Maybe<T>(pub Option<T>);

impl<T> Default for Maybe<T> {
    fn default() -> Self {
        Self(None)
    }
}

/// A list whose odd elements are passed over; `null` is empty.
#[derive(Clone, Debug)]
pub(super) struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// `{"data":[…]}`, the body of most lists.
#[derive(Debug, Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
pub(super) struct Data<T> {
    /// The rows.
    #[serde(default)]
    pub data: List<T>,
}

/// Text out of any value.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A time out of any value.
pub(super) fn time(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Number(number) => number.as_i64().and_then(epoch),
        Value::String(text) => {
            text.parse::<Timestamp>().ok().or_else(|| text.parse::<i64>().ok().and_then(epoch))
        }
        _ => None,
    }
}

fn epoch(millis: i64) -> Option<Timestamp> {
    Timestamp::from_millisecond(millis).ok()
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(text(&Value::deserialize(from)?)))
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(match Value::deserialize(from)? {
            Value::Number(number) => number.as_u64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }))
    }
}

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(match Value::deserialize(from)? {
            Value::Bool(yes) => Some(yes),
            Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
            Value::Number(number) => number.as_u64().map(|number| number != 0),
            _ => None,
        }))
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(time(&Value::deserialize(from)?)))
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(serde_json::from_value(Value::deserialize(from)?).ok()))
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Value::Array(values) = Value::deserialize(from)? else { return Ok(Self::default()) };
        Ok(Self(values.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect()))
    }
}

#[cfg(test)]
mod tests;
