//! Channels of `/actions/watch`, and the news that they carry (sheet §6).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::id::Id;
use super::{Kind, Name};

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Deed {
    /// It was made.
    Create,
    /// It was changed.
    Edit,
    /// It was put into the recycle bin.
    Delete,
}

impl Deed {
    /// All, in the order that `all` stands for.
    pub const ALL: [Self; 3] = [Self::Create, Self::Edit, Self::Delete];

    /// The word of a subscription: `Contacts.create`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Delete => "delete",
        }
    }

    /// The word of a callback's `operation`, which is another one.
    pub fn operation(self) -> &'static str {
        match self {
            Self::Create => "insert",
            Self::Edit => "update",
            Self::Delete => "delete",
        }
    }
}

/// A subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Channel {
    /// The number that the subscriber chose; unique among their own.
    pub number: u64,
    /// Who subscribed: a user.
    pub user: Id,
    /// What is told, in the order of the modules.
    pub events: Vec<(Kind, Deed)>,
    /// Where it is told.
    pub notify_url: String,
    /// Repeated in each callback; the only proof of who sends it.
    pub token: Option<String>,
    /// When it ends, sandbox time; at most a day after it was set.
    pub expiry: Timestamp,
    /// Whether callbacks name the changed fields and their values.
    pub return_affected: bool,
    /// Whether changes of related records count.
    pub related: bool,
}

/// Something that happened and that nobody has been told yet.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// The module.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// What happened.
    pub deed: Deed,
    /// The fields that changed.
    pub fields: Vec<Name>,
    /// Whether it happened to a related record only: most channels do not want that.
    pub related: bool,
}
