//! What an agent is writing. Drafts live in the local cache only, until they are sent.

use jiff::Timestamp;

use super::{Address, DraftId, LocalFile, ThreadId, TicketId};

/// What kind of message it will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum DraftKind {
    /// To the sender only.
    Reply,
    /// To the sender, with everybody else in copy.
    ReplyAll,
    /// To somebody new, with the original below.
    Forward,
    /// A comment that only agents see.
    PrivateComment,
    /// A comment that the customer sees on the portal.
    PublicComment,
}

impl DraftKind {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Reply, Self::ReplyAll, Self::Forward, Self::PrivateComment, Self::PublicComment];

    /// Whether it leaves as mail (and has addresses and a hold), rather than staying as a comment.
    pub fn is_mail(self) -> bool {
        matches!(self, Self::Reply | Self::ReplyAll | Self::Forward)
    }
}

/// How far the writer had read: the stale-thread guard compares it with the ticket just before the message leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Seen {
    /// The newest thread that was on the screen.
    pub last_thread: Option<ThreadId>,
    /// Every entry up to this time was on the screen.
    pub until: Option<Timestamp>,
}

/// A message in the making.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Draft {
    /// Its id in the cache.
    pub id: DraftId,
    /// The ticket it belongs to.
    pub ticket: TicketId,
    /// The ticket's number, for lists of drafts.
    pub ticket_number: String,
    /// What it will be.
    pub kind: DraftKind,
    /// From which of our addresses; mail only.
    pub from: Option<Address>,
    /// To, as typed: a field of text until it is sent, so that half an address is not lost.
    pub to: String,
    /// Copy, as typed.
    pub cc: String,
    /// Blind copy, as typed.
    pub bcc: String,
    /// Subject, as typed.
    pub subject: String,
    /// The text, lines split by `\n`.
    pub body: String,
    /// Where the cursor stands in the body: line and column (in characters), from 0.
    pub cursor: (u32, u32),
    /// Files to go with it.
    pub files: Vec<LocalFile>,
    /// The message it answers, if any.
    pub in_reply_to: Option<ThreadId>,
    /// How far the writer had read.
    pub seen: Seen,
    /// When it was last changed.
    pub updated: Timestamp,
}

impl Draft {
    /// Whether nothing of the writer's own is in it.
    pub fn is_blank(&self) -> bool {
        self.body.trim().is_empty() && self.files.iter().all(|file| file.source.is_some())
    }
}
