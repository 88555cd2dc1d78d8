//! Tickets.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::id::Id;
use super::super::shelf::{Item, Key, Word};
use super::super::text::Body;
use super::StatusType;

/// One turn of a ticket's conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Turn {
    /// A message, a draft included.
    Thread(Id),
    /// A comment.
    Comment(Id),
}

/// What few tickets have; kept apart to keep the others small.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct More {
    /// Problem, Request, Question, Others.
    pub classification: Option<Word>,
    /// Category.
    pub category: Option<Word>,
    /// Sub-category.
    pub sub_category: Option<Word>,
    /// Language.
    pub language: Option<Word>,
    /// Phone of the requester, as given on this ticket.
    pub phone: Option<String>,
    /// Product.
    pub product: Option<Id>,
    /// Team.
    pub team: Option<Id>,
    /// The layout, when it is not the department's default.
    pub layout: Option<Id>,
    /// What solved it.
    pub resolution: Option<String>,
    /// Contacts in copy.
    pub secondary_contacts: Vec<Id>,
    /// Departments that see it too, with the kind of access (`READ_ONLY`, …).
    pub shared: Vec<(Id, Word)>,
    /// Agents who follow.
    pub followers: Vec<Id>,
    /// Tags.
    pub tags: Vec<Id>,
    /// Files of the ticket itself (not of its messages).
    pub attachments: Vec<Id>,
    /// Custom fields by API name.
    pub cf: BTreeMap<String, Value>,
    /// Agents who have read what came last.
    pub read_by: Vec<Id>,
}

/// A ticket.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ticket {
    /// Its id.
    pub id: Id,
    /// Its running number.
    pub number: u64,
    /// What it is about.
    pub subject: String,
    /// The description; for e-mail and web tickets the first thread says the same.
    pub description: Option<Body>,
    /// Status, as configured.
    pub status: Word,
    /// What the status means.
    pub status_type: StatusType,
    /// Priority.
    pub priority: Option<Word>,
    /// As on tickets: `Email`, `Web`, `Phone`, …
    pub channel: Word,
    /// Its department.
    pub department: Id,
    /// Who asks.
    pub contact: Id,
    /// Their company.
    pub account: Option<Id>,
    /// Who works on it; `None` = nobody.
    pub assignee: Option<Id>,
    /// The requester's address, as on this ticket.
    pub email: Option<String>,
    /// Until when it should be solved; rests while on hold.
    pub due: Option<Timestamp>,
    /// Until when somebody should have answered.
    pub response_due: Option<Timestamp>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was changed; replies and comments do not move it (sheet §20, switch off).
    pub modified: Timestamp,
    /// When the customer last wrote.
    pub customer_response: Timestamp,
    /// When it was closed.
    pub closed: Option<Timestamp>,
    /// When it was put on hold.
    pub on_hold: Option<Timestamp>,
    /// Whether a rule or an agent escalated it.
    pub escalated: bool,
    /// Whether it is spam.
    pub spam: bool,
    /// When it was put into the recycle bin, and by which agent.
    pub trashed: Option<(Timestamp, Id)>,
    /// The agent who made it; `None` = it came in by itself.
    pub created_by: Option<Id>,
    /// The agent who changed it last.
    pub modified_by: Option<Id>,
    /// What was said, oldest first, drafts included.
    pub conversation: Vec<Turn>,
    /// Everything else.
    pub more: Option<Box<More>>,
}

impl Ticket {
    /// The rest, made when missing.
    pub fn more_mut(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }

    /// Whether it is late at that time; a ticket on hold stays late (sheet §10.4), a closed one is not.
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.status_type != StatusType::Closed && self.due.is_some_and(|due| due < now)
    }
}

impl Item for Ticket {
    fn id(&self) -> Id {
        self.id
    }

    fn rank(&self) -> i64 {
        self.created.as_millisecond()
    }

    fn keys(&self, into: &mut Vec<Key>) {
        if self.trashed.is_some() {
            into.push(Key::Trashed);
            return;
        }
        into.push(Key::Number(self.number));
        into.push(Key::Contact(self.contact));
        into.extend(self.account.map(Key::Account));
        into.push(Key::Department(self.department));
        into.push(Key::Assignee(self.assignee));
        into.push(Key::Status(Word::clone(&self.status)));
        into.push(Key::Channel(Word::clone(&self.channel)));
        if let Some(more) = &self.more {
            into.extend(more.product.map(Key::Product));
            into.extend(more.tags.iter().map(|tag| Key::Tag(*tag)));
        }
    }

    fn shrink(&mut self) {
        self.subject.shrink_to_fit();
        self.conversation.shrink_to_fit();
    }

    fn orders(&self, into: &mut Vec<(&'static str, i64)>) {
        if self.trashed.is_some() {
            return;
        }
        into.push(("createdTime", self.created.as_millisecond()));
        into.push(("modifiedTime", self.modified.as_millisecond()));
        into.push(("customerResponseTime", self.customer_response.as_millisecond()));
        if self.status_type != StatusType::Closed {
            into.extend(self.due.map(|due| ("dueDate", due.as_millisecond())));
            into.extend(self.response_due.map(|due| ("responseDueDate", due.as_millisecond())));
        }
    }

    fn texts<'a>(&'a self, into: &mut Vec<&'a str>) {
        if self.trashed.is_none() {
            into.push(&self.subject);
            into.extend(self.email.as_deref());
        }
    }
}
