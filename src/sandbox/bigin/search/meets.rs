//! Whether a record meets a criteria.

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::Value;

use super::super::super::world::Id;
use super::super::super::world::bigin::record::digits;
use super::super::super::world::bigin::{Bigin, Field, Kind, Name, Record, User};
use super::super::super::world::words::split;
use super::super::error::BiginError;
use super::criteria::{Condition, Criteria, Operator};
use super::{refuse, suits};

/// A criteria whose fields are known to the module.
#[derive(Clone, Debug)]
pub enum Test {
    /// A comparison.
    Is(Box<Field>, Condition),
    /// Both must hold.
    Both(Box<Test>, Box<Test>),
    /// One must hold.
    Either(Box<Test>, Box<Test>),
}

impl Test {
    /// Resolves the fields; those that can't be searched are refused, `Sub_Pipeline` among them (sheet §3).
    pub fn of(bigin: &Bigin, kind: Kind, criteria: &Criteria) -> Result<Self, BiginError> {
        Ok(match criteria {
            Criteria::Is(condition) if condition.field == "id" => {
                let mut field = bigin.module(kind).fields.first().cloned().ok_or_else(BiginError::module)?;
                "id".clone_into(&mut field.api_name);
                "id".clone_into(&mut field.data_type);
                suits::check(&field, condition)?;
                Self::Is(Box::new(field), condition.clone())
            }
            Criteria::Is(condition) => {
                let field = bigin.module(kind).field(&condition.field);
                let field =
                    field.filter(|field| field.api_name != "Sub_Pipeline" && field.data_type != "textarea");
                let field = field.ok_or_else(|| refuse::field(&condition.field))?;
                suits::check(field, condition)?;
                Self::Is(Box::new(field.clone()), condition.clone())
            }
            Criteria::Both(left, right) => {
                Self::Both(Self::of(bigin, kind, left)?.into(), Self::of(bigin, kind, right)?.into())
            }
            Criteria::Either(left, right) => {
                Self::Either(Self::of(bigin, kind, left)?.into(), Self::of(bigin, kind, right)?.into())
            }
        })
    }

    /// Whether a record meets it.
    pub fn meets(&self, bigin: &Bigin, record: &Record) -> bool {
        match self {
            Self::Is(field, condition) => holds(bigin, record, field, condition),
            Self::Both(left, right) => left.meets(bigin, record) && right.meets(bigin, record),
            Self::Either(left, right) => left.meets(bigin, record) || right.meets(bigin, record),
        }
    }
}

/// A field's value, as it is compared.
enum Own {
    Nothing,
    Text(String),
    Record(Id, String),
    Number(f64),
    Flag(bool),
    Time(Timestamp),
}

fn own(bigin: &Bigin, record: &Record, field: &Field) -> Own {
    let user = |id: Id| Own::Record(id, bigin.user(id).map(User::full_name).unwrap_or_default());
    match field.name {
        _ if field.data_type == "id" => Own::Record(record.id, String::new()),
        Name::OWNER => user(record.owner),
        Name::CREATED_BY => user(record.created_by),
        Name::MODIFIED_BY => user(record.modified_by),
        Name::CREATED_TIME => Own::Time(record.created),
        Name::MODIFIED_TIME => Own::Time(record.modified),
        Name::LAST_ACTIVITY_TIME => record.activity.map_or(Own::Nothing, Own::Time),
        Name::FULL_NAME => Own::Text(record.display_name()),
        Name::TAG => {
            let tags = bigin.settings.tags.get(&record.kind).map_or(&[][..], Vec::as_slice);
            let names = tags.iter().filter(|tag| record.tags.contains(&tag.id)).map(|tag| tag.name.as_str());
            Own::Text(names.collect::<Vec<_>>().join(" "))
        }
        name => match record.values.get(name) {
            None if field.data_type == "boolean" => Own::Flag(false),
            None | Some(Value::Null) => Own::Nothing,
            Some(Value::Bool(flag)) => Own::Flag(*flag),
            Some(Value::Number(number)) if field.data_type == "lookup" => {
                let id = Id(number.as_u64().unwrap_or_default());
                let kind = field.lookup.unwrap_or(Kind::Contacts);
                let name = bigin.records(kind).get(id).map(Record::display_name);
                Own::Record(id, name.unwrap_or_default())
            }
            Some(Value::Number(number)) => number.as_f64().map_or(Own::Nothing, Own::Number),
            Some(Value::String(text)) if field.data_type == "datetime" => {
                text.parse().map_or(Own::Nothing, Own::Time)
            }
            Some(Value::String(text)) => Own::Text(text.clone()),
            Some(other) => Own::Text(other.to_string()),
        },
    }
}

fn holds(bigin: &Bigin, record: &Record, field: &Field, condition: &Condition) -> bool {
    let own = own(bigin, record, field);
    let first = condition.values.first().map_or("", String::as_str);
    match condition.operator {
        Operator::Equals => equals(&own, field, first),
        Operator::NotEqual => !exactly(&own, field, first),
        Operator::StartsWith => starts(&own, first),
        Operator::In => condition.values.iter().any(|value| exactly(&own, field, value.trim())),
        Operator::GreaterThan => compare(&own, first) == Some(Ordering::Greater),
        Operator::GreaterEqual => compare(&own, first).is_some_and(Ordering::is_ge),
        Operator::LessThan => compare(&own, first) == Some(Ordering::Less),
        Operator::LessEqual => compare(&own, first).is_some_and(Ordering::is_le),
        Operator::Between => {
            let last = condition.values.get(1).map_or("", String::as_str);
            compare(&own, first).is_some_and(Ordering::is_ge)
                && compare(&own, last).is_some_and(Ordering::is_le)
        }
    }
}

/// What stands for no value in a criteria.
pub fn is_null(value: &str) -> bool {
    value.is_empty() || value == "null" || value == "${EMPTY}"
}

/// `equals`: on plain text, every word of the value is among the words of the field (sheet §4.8).
fn equals(own: &Own, field: &Field, value: &str) -> bool {
    match own {
        Own::Text(text) if field.data_type == "text" && !is_null(value) => {
            let words: Vec<String> = split(text).collect();
            let mut wanted = split(value).peekable();
            if wanted.peek().is_none() {
                return text == value;
            }
            wanted.all(|word| words.contains(&word))
        }
        _ => exactly(own, field, value),
    }
}

fn exactly(own: &Own, field: &Field, value: &str) -> bool {
    match own {
        Own::Nothing => is_null(value),
        Own::Text(text) if field.data_type == "phone" => {
            let number = digits(value);
            !number.is_empty() && digits(text) == number
        }
        Own::Text(text) => text.to_lowercase() == value.to_lowercase(),
        Own::Record(id, name) => {
            value.parse() == Ok(*id) || (!name.is_empty() && name.to_lowercase() == value.to_lowercase())
        }
        Own::Flag(flag) => value.eq_ignore_ascii_case(if *flag { "true" } else { "false" }),
        Own::Number(_) | Own::Time(_) => compare(own, value) == Some(Ordering::Equal),
    }
}

fn starts(own: &Own, value: &str) -> bool {
    match own {
        Own::Text(text) | Own::Record(_, text) => {
            !value.is_empty() && text.to_lowercase().starts_with(&value.to_lowercase())
        }
        _ => false,
    }
}

/// The field against the value; times by whole seconds, dates as text.
fn compare(own: &Own, value: &str) -> Option<Ordering> {
    let value = value.trim();
    match own {
        Own::Number(number) => number.partial_cmp(&value.parse().ok()?),
        Own::Time(time) => Some(time.as_second().cmp(&value.parse::<Timestamp>().ok()?.as_second())),
        Own::Text(text) => Some(text.as_str().cmp(value)),
        _ => None,
    }
}
