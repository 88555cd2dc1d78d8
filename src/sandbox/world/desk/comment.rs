//! Comments.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::id::Id;
use super::super::shelf::{Item, Key};
use super::super::text::Body;
use super::thread::Author;

/// What a comment hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// A ticket.
    Ticket(Id),
    /// A contact.
    Contact(Id),
    /// An account.
    Account(Id),
}

/// A comment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Comment {
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub place: Place,
    /// Who wrote it.
    pub author: Author,
    /// What it says; mentions as `zsu[@user:<zuid>]zsu`.
    pub body: Body,
    /// Whether the customer sees it.
    pub public: bool,
    /// Its files.
    pub attachments: Vec<Id>,
    /// When it was written.
    pub created: Timestamp,
    /// When it was changed; equals `created` until then.
    pub modified: Timestamp,
}

impl Item for Comment {
    fn id(&self) -> Id {
        self.id
    }

    fn rank(&self) -> i64 {
        self.created.as_millisecond()
    }

    fn keys(&self, into: &mut Vec<Key>) {
        match self.place {
            Place::Ticket(_) => {} // a ticket knows its own turns
            Place::Contact(id) => into.push(Key::Contact(id)),
            Place::Account(id) => into.push(Key::Account(id)),
        }
    }
}
