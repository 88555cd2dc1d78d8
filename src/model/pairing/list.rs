//! The lists that the records of a pairing stand in.

use super::{FieldId, Kind, LinkId, Per, RecordId, Side};

/// What a record that needs a person is told under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Both sides were changed, and a person decides.
    Conflict,
    /// A service refused it.
    Failing,
    /// More than one record has its key.
    Ambiguous,
    /// Its partner is gone.
    Deleted,
    /// A person parted it from its partner.
    Apart,
    /// It does not pass the filter of the mapping.
    Excluded,
    /// It agrees with its partner, as far as anybody knows.
    InSync,
}

impl List {
    /// All of them, what needs a person first.
    pub const ALL: [Self; 7] = [
        Self::Conflict,
        Self::Failing,
        Self::Ambiguous,
        Self::Deleted,
        Self::Apart,
        Self::Excluded,
        Self::InSync,
    ];

    /// All of them, in the order of the screen.
    pub const SHOWN: [Self; 7] = [
        Self::InSync,
        Self::Excluded,
        Self::Ambiguous,
        Self::Conflict,
        Self::Failing,
        Self::Deleted,
        Self::Apart,
    ];

    /// The word for scripts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Failing => "failing",
            Self::Ambiguous => "ambiguous",
            Self::Deleted => "deleted",
            Self::Apart => "apart",
            Self::Excluded => "excluded",
            Self::InSync => "in-sync",
        }
    }
}

impl std::str::FromStr for List {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = || Self::ALL.map(Self::name).join(", ");
        Self::ALL.into_iter().find(|list| list.name() == word).ok_or_else(known)
    }
}

/// Which row: a pair, or a record without a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKey {
    /// A pair.
    Link(LinkId),
    /// A record without a partner.
    Alone(Side, Kind, RecordId),
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub key: RowKey,
    /// What it is.
    pub kind: Kind,
    /// What it is called: foreign text.
    pub name: String,
    /// What there is to say in a word.
    pub note: Note,
    /// Whether somebody asked for something that the next run does.
    pub asked: bool,
}

/// What a row says of its record in a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Nothing.
    Nothing,
    /// The fields in conflict, by number and by Bigin's name.
    Fields(Vec<(FieldId, String)>),
    /// What the service said that refused it.
    Words(Side, String),
    /// The side on which it is gone.
    Gone(Side),
    /// The side on which it stands without a partner.
    Here(Side),
}

/// Where a record has an id.
pub type Ids = Per<Option<RecordId>>;
