//! What a person can ask for. It is kept as a wish and carried out by the next run, except for the mapping, which changes
//! at once.

use super::{FieldId, Kind, LinkId, List, OpId, Per, RecordId, RowKey, Side};

/// Something to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Decide a conflict. Void when one of the values is another one by now.
    Decide {
        /// Of which pair.
        link: LinkId,
        /// Of which field.
        field: FieldId,
        /// Whose value shall stand.
        winner: Side,
        /// What the person saw, as it was shown.
        shown: Per<String>,
    },
    /// Try again what rests.
    Retry(Kind, RowKey),
    /// Try again everything in a list.
    RetryAll(List),
    /// Take a write back, where what it wrote still stands.
    Revert(OpId),
    /// Keep a field as it is, or with none the whole record; or no longer.
    Pin {
        /// Of which pair.
        link: LinkId,
        /// Which field.
        field: Option<FieldId>,
        /// Whether, or no longer.
        on: bool,
    },
    /// Two records belong together.
    Link(Kind, Per<RecordId>),
    /// Two records do not belong together, and are left alone from now on.
    Part(LinkId),
    /// What is gone is gone: deletions and creates go on.
    Release,
    /// From now on conflicts of a field are decided so.
    Always(Change),
}

/// A change of the rule that decides conflicts of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of which kind.
    pub kind: Kind,
    /// Which field.
    pub field: FieldId,
    /// Who wins from now on.
    pub wins: Wins,
    /// The line as it is in force; filled in by who looks.
    pub old: String,
    /// The line as it would be.
    pub new: String,
}

/// Who wins a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wins {
    /// The later change.
    Newest,
    /// A side.
    Always(Side),
    /// A side, unless it is empty.
    UnlessEmpty(Side),
    /// A person is asked.
    Ask,
}

impl Wins {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Always(Side::Bigin),
        Self::Always(Side::Desk),
        Self::Newest,
        Self::UnlessEmpty(Side::Bigin),
        Self::UnlessEmpty(Side::Desk),
        Self::Ask,
    ];

    /// The word of the mapping's file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Always(Side::Bigin) => "bigin",
            Self::Always(Side::Desk) => "desk",
            Self::UnlessEmpty(Side::Bigin) => "bigin-unless-empty",
            Self::UnlessEmpty(Side::Desk) => "desk-unless-empty",
            Self::Ask => "ask",
        }
    }
}
