//! Tasks, calls, events: what somebody has to do, mostly for a ticket.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::id::Id;
use super::super::shelf::{Item, Key, Word};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    /// A task.
    Task,
    /// A call.
    Call,
    /// An event.
    Event,
}

/// An activity.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Activity {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub deed: Deed,
    /// What it is about.
    pub subject: String,
    /// Its department.
    pub department: Id,
    /// The ticket it is for.
    pub ticket: Option<Id>,
    /// The contact it is for.
    pub contact: Option<Id>,
    /// Who does it.
    pub owner: Option<Id>,
    /// Its status, as it is written.
    pub status: Word,
    /// Priority.
    pub priority: Option<Word>,
    /// Category.
    pub category: Option<String>,
    /// Free words.
    pub description: Option<String>,
    /// A task's due time, a call's or event's start.
    pub when: Option<Timestamp>,
    /// How long it takes, in seconds (calls) or minutes (events), as it was given.
    pub duration: Option<u64>,
    /// A call's direction: `inbound` or `outbound`.
    pub direction: Option<Word>,
    /// Reminders, as they were given.
    pub reminders: Vec<Value>,
    /// When it was done.
    pub completed: Option<Timestamp>,
    /// When it was put into the recycle bin, and by which agent.
    pub trashed: Option<(Timestamp, Id)>,
    /// Who made it.
    pub creator: Id,
    /// Who changed it last.
    pub modified_by: Id,
    /// When it was made.
    pub created: Timestamp,
    /// When it was changed.
    pub modified: Timestamp,
}

impl Activity {
    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        matches!(&*self.status, "Completed" | "Canceled" | "Missed")
    }
}

impl Item for Activity {
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
        into.push(Key::All);
        into.extend(self.ticket.map(Key::Parent));
        into.extend(self.contact.map(Key::Contact));
        into.push(Key::Department(self.department));
    }
}
