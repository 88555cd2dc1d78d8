//! What goes into a message.

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use crate::text::when::count;

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text, possibly foreign: it is made inert when the message is said.
    Text(String),
    /// A whole number: chooses the plural, shown in groups of three.
    Number(i64),
}

impl Arg {
    pub(super) fn value(&self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::from(crate::text::line(text).into_owned()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

/// Numbers as the screen shows them: `1 243` in both languages.
pub(super) fn grouped<M>(value: &FluentValue, _memo: &M) -> Option<String> {
    match value {
        #[expect(clippy::cast_possible_truncation, reason = "only whole numbers come in through `Arg`")]
        FluentValue::Number(FluentNumber { value, .. }) if value.fract() == 0.0 => Some(count(*value as i64)),
        _ => None,
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
