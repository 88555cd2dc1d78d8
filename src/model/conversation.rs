//! What was said on a ticket: threads (messages that left or came) and comments (what stayed inside or on the portal).

use std::borrow::Cow;

use jiff::Timestamp;

use super::{Address, Attachment, CommentId, ThreadId, TicketId};

/// All that was said on one ticket, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Conversation {
    /// The ticket.
    pub ticket: TicketId,
    /// Threads and comments by time, oldest first.
    pub entries: Vec<Entry>,
}

impl Conversation {
    /// The last message that was sent or came in (no drafts): what a reply answers.
    pub fn last_thread(&self) -> Option<&Thread> {
        self.entries.iter().rev().find_map(|entry| match entry {
            Entry::Thread(thread) if thread.delivery != Delivery::Draft => Some(thread),
            _ => None,
        })
    }
}

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Entry {
    /// A message.
    Thread(Thread),
    /// A comment.
    Comment(Comment),
}

/// Names an [`Entry`] for cursors and folds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum EntryKey {
    /// A message.
    Thread(ThreadId),
    /// A comment.
    Comment(CommentId),
}

impl Entry {
    /// Who said it, by name.
    pub fn author(&self) -> &str {
        match self {
            Self::Thread(thread) => &thread.author,
            Self::Comment(comment) => &comment.author,
        }
    }

    /// Its name.
    pub fn key(&self) -> EntryKey {
        match self {
            Self::Thread(thread) => EntryKey::Thread(thread.id.clone()),
            Self::Comment(comment) => EntryKey::Comment(comment.id.clone()),
        }
    }

    /// When it was said.
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Thread(thread) => thread.at,
            Self::Comment(comment) => comment.at,
        }
    }

    /// Its text.
    pub fn body(&self) -> &Body {
        match self {
            Self::Thread(thread) => &thread.body,
            Self::Comment(comment) => &comment.body,
        }
    }

    /// Its text, or what Desk's list tells of it (its beginning, as plain text) until that is here.
    pub fn readable(&self) -> Cow<'_, Body> {
        match self {
            Self::Thread(thread) if thread.body.kind == BodyKind::Missing => {
                Cow::Owned(Body { kind: BodyKind::Plain, text: thread.summary.clone() })
            }
            _ => Cow::Borrowed(self.body()),
        }
    }

    /// Its files.
    pub fn attachments(&self) -> &[Attachment] {
        match self {
            Self::Thread(thread) => &thread.attachments,
            Self::Comment(comment) => &comment.attachments,
        }
    }
}

/// Which way a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Direction {
    /// From the customer.
    In,
    /// From us.
    Out,
}

/// What became of a message of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Delivery {
    /// It came in, or it left.
    Done,
    /// Desk is still sending it.
    Pending,
    /// Desk could not send it.
    Failed,
    /// A draft that lies in Desk.
    Draft,
}

/// Who can see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Visibility {
    /// The customer sees it.
    Public,
    /// Only agents see it.
    Private,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Thread {
    /// Its id.
    pub id: ThreadId,
    /// How it went, in the API's spelling of threads (`EMAIL`, `WEB`, …).
    pub channel: String,
    /// Which way.
    pub direction: Direction,
    /// What became of it.
    pub delivery: Delivery,
    /// Who can see it.
    pub visibility: Visibility,
    /// Whether it is a forward (always private).
    pub forward: bool,
    /// Whether it is the ticket's description.
    pub description: bool,
    /// Who wrote it: the name to show.
    pub author: String,
    /// From which address; mail only.
    pub from: Option<Address>,
    /// To whom; mail only.
    pub to: Vec<Address>,
    /// With copy to.
    pub cc: Vec<Address>,
    /// With blind copy to.
    pub bcc: Vec<Address>,
    /// Where answers should go if not to `from`.
    pub reply_to: Vec<Address>,
    /// When.
    pub at: Timestamp,
    /// The first words, as Desk cut them.
    pub summary: String,
    /// The text; [`BodyKind::Missing`] until it was fetched.
    pub body: Body,
    /// Its files.
    pub attachments: Vec<Attachment>,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// Who wrote it: the name to show.
    pub author: String,
    /// Whether the customer can see it on the portal.
    pub public: bool,
    /// When it was written.
    pub at: Timestamp,
    /// When it was changed, if it was.
    pub edited: Option<Timestamp>,
    /// The text, mentions already written as `@Name`.
    pub body: Body,
    /// Its files.
    pub attachments: Vec<Attachment>,
}

/// Text as it came.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Body {
    /// How to read it.
    pub kind: BodyKind,
    /// The content, unclean.
    pub text: String,
}

/// How to read a [`Body`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum BodyKind {
    /// HTML of some mail program.
    Html,
    /// Plain text.
    Plain,
    /// Not fetched yet: only the summary is known.
    Missing,
}
