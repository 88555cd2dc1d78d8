//! What stands in a field.

use super::{Decimal, RecordId, Text};

mod written;

/// A value as one side spells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing. Text without a visible character counts as nothing too, see [`Value::is_empty`].
    #[default]
    Empty,
    /// Text, an e-mail, a telephone, a choice from a list.
    Text(Text),
    /// A number.
    Number(Decimal),
    /// Yes or no.
    Bool(bool),
    /// A day, counted from 1970-01-01.
    Day(i32),
    /// Another record of the same side, for a lookup.
    Record(RecordId),
}

impl Value {
    /// Text; no character at all is [`Value::Empty`].
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }

    /// Nothing, or only blanks.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.as_bytes().iter().all(u8::is_ascii_whitespace),
            _ => false,
        }
    }

    /// The text, when it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// The record, when it is a lookup.
    pub fn as_record(&self) -> Option<RecordId> {
        match self {
            Self::Record(id) => Some(*id),
            _ => None,
        }
    }
}
