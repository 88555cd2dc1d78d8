//! Messages.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::id::Id;
use super::super::shelf::{Item, Key, Word};
use super::super::text::Body;

/// Who wrote a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Author {
    /// One of us.
    Agent(Id),
    /// A customer.
    Contact(Id),
}

/// How far a message is on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sent {
    /// Arrived.
    #[default]
    Success,
    /// In the outbox until that time.
    Pending(Timestamp),
    /// Refused by the mail server.
    Failed,
    /// Not sent.
    Draft,
}

/// The envelope of a mail; lists are comma-separated and may hold `"Name"<mail>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Sender, as the wire shows it.
    pub from: String,
    /// Recipients.
    pub to: String,
    /// Copies.
    pub cc: String,
    /// Blind copies.
    pub bcc: String,
    /// Where answers go.
    pub reply_to: String,
    /// `Message-ID`, when it came by mail.
    pub message_id: Option<String>,
}

/// A message of a ticket.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Thread {
    /// Its id.
    pub id: Id,
    /// Its ticket.
    pub ticket: Id,
    /// As on threads: `EMAIL`, `WEB`, `PHONE`, …
    pub channel: Word,
    /// Whether it came from the customer.
    pub incoming: bool,
    /// How far it is.
    pub sent: Sent,
    /// Whether the help center hides it.
    pub private: bool,
    /// Whether it went on to somebody else.
    pub forward: bool,
    /// Whether it is the ticket's description.
    pub description: bool,
    /// Who wrote it.
    pub author: Author,
    /// What it says.
    pub body: Body,
    /// Its envelope, for mail; `None` on told mails: from the contact to the department or back.
    pub mail: Option<Box<Mail>>,
    /// The message it answers.
    pub in_reply_to: Option<Id>,
    /// Its files.
    pub attachments: Vec<Id>,
    /// When it was written or sent.
    pub created: Timestamp,
}

impl Thread {
    /// Whether it is a draft.
    pub fn is_draft(&self) -> bool {
        self.sent == Sent::Draft
    }
}

impl Item for Thread {
    fn id(&self) -> Id {
        self.id
    }

    fn rank(&self) -> i64 {
        self.created.as_millisecond()
    }

    /// Nothing: a ticket knows its own turns.
    fn keys(&self, _into: &mut Vec<Key>) {}
}
