//! Ratings: how happy a customer was.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::id::Id;
use super::super::shelf::{Item, Key};

/// How happy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mood {
    /// `GOOD`.
    Good,
    /// `OK`.
    Ok,
    /// `BAD`.
    Bad,
}

impl Mood {
    /// As on the wire.
    pub fn text(self) -> &'static str {
        match self {
            Self::Good => "GOOD",
            Self::Ok => "OK",
            Self::Bad => "BAD",
        }
    }
}

/// A rating.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rating {
    /// Its id.
    pub id: Id,
    /// How happy.
    pub mood: Mood,
    /// What they said besides.
    pub feedback: Option<String>,
    /// The ticket.
    pub ticket: Id,
    /// The answer that was rated.
    pub thread: Option<Id>,
    /// The agent who is meant.
    pub agent: Option<Id>,
    /// Who rated.
    pub contact: Id,
    /// Their company.
    pub account: Option<Id>,
    /// The ticket's department.
    pub department: Id,
    /// When.
    pub at: Timestamp,
}

impl Item for Rating {
    fn id(&self) -> Id {
        self.id
    }

    fn rank(&self) -> i64 {
        self.at.as_millisecond()
    }

    fn keys(&self, into: &mut Vec<Key>) {
        into.push(Key::All);
        into.push(Key::Parent(self.ticket));
        into.push(Key::Contact(self.contact));
        into.extend(self.account.map(Key::Account));
        into.push(Key::Assignee(self.agent));
        into.push(Key::Department(self.department));
    }
}
