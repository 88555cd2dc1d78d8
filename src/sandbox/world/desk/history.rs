//! What happened to a ticket.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::id::Id;
use super::super::shelf::{Item, Key, Word};

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// One of us.
    Agent(Id),
    /// A customer.
    Contact(Id),
    /// Desk itself: SLA, workflow.
    System,
}

/// A detail of an event.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Property {
    /// `Status`, `Case Owner`, …
    pub name: Word,
    /// What it was, when it changed.
    pub before: Option<Value>,
    /// What it is.
    pub value: Value,
}

/// An event of a ticket's history.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Event {
    /// Its id; not on the wire.
    pub id: Id,
    /// Its ticket.
    pub ticket: Id,
    /// `TicketCreated`, `TicketUpdated`, `ThreadAdded`, … (sheet §10.5).
    pub name: Word,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// `Email`, `Web`, `Helpcenter`, …
    pub source: Word,
    /// The details.
    pub info: Vec<Property>,
}

impl Item for Event {
    fn id(&self) -> Id {
        self.id
    }

    fn rank(&self) -> i64 {
        self.at.as_millisecond()
    }

    fn keys(&self, into: &mut Vec<Key>) {
        into.push(Key::Parent(self.ticket));
    }
}
