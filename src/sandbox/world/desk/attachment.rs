//! Files.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::id::Id;
use super::super::shelf::{Item, Key};
use super::super::text::Content;

/// What a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Host {
    /// Uploaded, waits for a message.
    Upload,
    /// A ticket itself.
    Ticket(Id),
    /// A message.
    Thread(Id),
    /// A comment.
    Comment(Id),
    /// A contact.
    Contact(Id),
    /// An account.
    Account(Id),
}

/// A file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Attachment {
    /// Its id.
    pub id: Id,
    /// What it belongs to.
    pub host: Host,
    /// Its name, as it came: never trust it as a path.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its media type.
    pub media: String,
    /// Where its bytes are.
    pub content: Content,
    /// Whether the customer sees it.
    pub public: bool,
    /// The agent or contact who brought it.
    pub creator: Id,
    /// When.
    pub created: Timestamp,
}

impl Item for Attachment {
    fn id(&self) -> Id {
        self.id
    }

    fn rank(&self) -> i64 {
        self.created.as_millisecond()
    }

    /// Nothing: hosts know their files.
    fn keys(&self, _into: &mut Vec<Key>) {}
}
