//! What can be wrong with a mapping file, in sentences.

use std::fmt;

/// Something that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from one.
    pub line: usize,
    /// The field, by Bigin's name, when it is about one.
    pub field: Option<String>,
    /// What.
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It is not TOML, or a key is missing, unknown or of another type.
    #[error("{0}")]
    Toml(String),
    /// A word that is not one of those that may stand here.
    #[error("“{word}” is not one of: {may}")]
    Word {
        /// What stands there.
        word: String,
        /// What may.
        may: &'static str,
    },
    /// A number is used twice.
    #[error(
        "the id {0} stands twice; what was agreed is kept under it, so give the new line a number of its own"
    )]
    SameId(u16),
    /// A field is mapped twice.
    #[error("{0} is mapped twice; leave one of the two lines")]
    SameField(String),
    /// No field to match by.
    #[error("no field of this kind has `match = true`; records could not be found to belong together")]
    NoKey,
    /// A lookup that is matched by.
    #[error("a lookup cannot be matched by; take `match` away")]
    KeyLookup,
    /// Two of Bigin's words become one of Desk's, on a line that goes both ways.
    #[error(
        "“{first}” and “{second}” both become “{desk}”; on the way back one of them would turn into the other. Give them words of their own, or let the line go one way"
    )]
    NotOneToOne {
        /// Bigin's word.
        first: String,
        /// Bigin's other word.
        second: String,
        /// Desk's word for both.
        desk: String,
    },
    /// A spelling that loses something, on a line that goes both ways.
    #[error("what is spelled so does not come back as it was; let the line go one way, with `flow`")]
    DoesNotComeBack,
    /// A filter by a field that is not mapped.
    #[error("the filter names the id {0}, which no line of this kind has")]
    NoSuchLine(u16),
    /// A filter that asks two things.
    #[error("a filter has `is` or `not`, not both")]
    BothTests,
    /// A lookup to a kind that takes no part.
    #[error("the kind that this lookup names is not in the mapping; add it, or take the line away")]
    KindMissing,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(field) = &self.field {
            write!(f, ", field {field}")?;
        }
        write!(f, ": {}", self.wrong)
    }
}
