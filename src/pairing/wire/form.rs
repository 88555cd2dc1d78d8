//! What a field holds, by the word that its service has for it.

/// What a field holds, as far as its spelling on the wire goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Text, choices, days: as JSON has it.
    #[default]
    Plain,
    /// A number, also where it comes as text.
    Number,
    /// Yes or no.
    YesNo,
    /// A moment, which both services spell in their own way.
    Moment,
    /// Several choices.
    Choices,
    /// A day.
    Day,
    /// Somebody who works with the service.
    Person,
}

impl Form {
    /// By Bigin's `data_type` or Desk's `type`.
    pub fn of(word: &str) -> Self {
        match word.to_ascii_lowercase().as_str() {
            "integer" | "bigint" | "double" | "decimal" | "currency" | "number" | "percent" => Self::Number,
            "boolean" => Self::YesNo,
            "datetime" => Self::Moment,
            "multiselectpicklist" | "multiselect" => Self::Choices,
            "date" => Self::Day,
            "ownerlookup" | "userlookup" => Self::Person,
            _ => Self::Plain,
        }
    }
}
