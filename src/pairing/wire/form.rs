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
}

impl Form {
    /// By Bigin's `data_type` or Desk's `type`.
    pub fn of(word: &str) -> Self {
        match word.to_ascii_lowercase().as_str() {
            "integer" | "bigint" | "double" | "decimal" | "currency" | "number" | "percent" => Self::Number,
            "boolean" => Self::YesNo,
            "datetime" => Self::Moment,
            "multiselectpicklist" | "multiselect" => Self::Choices,
            _ => Self::Plain,
        }
    }

    /// The name for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "text",
            Self::Number => "number",
            Self::YesNo => "yes or no",
            Self::Moment => "time",
            Self::Choices => "several choices",
        }
    }
}
