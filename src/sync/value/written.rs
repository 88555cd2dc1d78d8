//! Values as they are written into the ledger and into plans: nothing is `null`, text is text, a day is a number; only what
//! would be taken for one of these says what it is. A ledger holds a dozen of them a record, so they are short.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::Value;

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => to.serialize_unit(),
            Self::Text(text) => text.serialize(to),
            Self::Bool(yes) => to.serialize_bool(*yes),
            Self::Day(day) => to.serialize_i32(*day),
            Self::Number(number) => one(to, "number", number),
            Self::Record(id) => one(to, "record", id),
        }
    }
}

fn one<S: Serializer>(to: S, name: &str, of: &impl Serialize) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(1))?;
    map.serialize_entry(name, of)?;
    map.end()
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, text, true or false, a day, {\"number\": …} or {\"record\": …}")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Empty)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Bool(yes))
    }

    fn visit_i64<E: Error>(self, day: i64) -> Result<Value, E> {
        i32::try_from(day).map(Value::Day).map_err(|_| E::custom("a day that no calendar has"))
    }

    fn visit_u64<E: Error>(self, day: u64) -> Result<Value, E> {
        i32::try_from(day).map(Value::Day).map_err(|_| E::custom("a day that no calendar has"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        match map.next_key::<std::borrow::Cow<'de, str>>()?.as_deref() {
            Some("number") => map.next_value().map(Value::Number),
            Some("record") => map.next_value().map(Value::Record),
            _ => Err(A::Error::custom("neither a number nor a record")),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::sync::{Decimal, RecordId};

    use super::*;

    #[test]
    fn values_are_written_short_and_read_back() {
        let all = [
            (Value::Empty, "null"),
            (Value::text("a \"b\""), r#""a \"b\"""#),
            (
                Value::text("long enough to be kept somewhere else"),
                r#""long enough to be kept somewhere else""#,
            ),
            (Value::Bool(true), "true"),
            (Value::Day(-3), "-3"),
            (Value::Day(20_000), "20000"),
            (Value::Number(Decimal::new(15, 1)), r#"{"number":{"units":15,"scale":1}}"#),
            (Value::Record(RecordId(u64::MAX)), r#"{"record":18446744073709551615}"#),
        ];
        for (value, text) in all {
            assert_eq!(serde_json::to_string(&value).expect("it can be said"), text);
            assert_eq!(serde_json::from_str::<Value>(text).expect("it can be read"), value);
        }
        for wrong in ["{}", r#"{"else":1}"#, "5000000000", "[]"] {
            assert!(serde_json::from_str::<Value>(wrong).is_err(), "{wrong}");
        }
    }
}
