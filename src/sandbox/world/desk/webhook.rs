//! Webhooks: who wants to be told of what, and what is still to be told.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::id::Id;
use super::super::shelf::{Item, Key, Word};

/// A webhook.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Webhook {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Where it is told; an address of this machine.
    pub url: String,
    /// What it is for.
    pub description: Option<String>,
    /// Whether it is told anything.
    pub enabled: bool,
    /// Event → filters, as they were given; `null` for an event without filters.
    pub subscriptions: Map<String, Value>,
    /// `AUTOMATION`, when what automations do is told as well.
    pub include_events_from: Option<Vec<String>>,
    /// Calls with this `sourceId` are not told.
    pub ignore_source_id: Option<String>,
    /// The agent who made it; it sees what they see.
    pub created_by: Id,
    /// When it was made.
    pub created: Timestamp,
    /// When it was changed.
    pub modified: Timestamp,
}

/// One event on its way to one webhook.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Delivery {
    /// Its id; not on the wire.
    pub id: Id,
    /// The webhook.
    pub webhook: Id,
    /// `Ticket_Update`.
    pub event: Word,
    /// Its place in the line of all deliveries.
    pub turn: i64,
    /// When it happened.
    pub at: Timestamp,
    /// The element of the array that is sent.
    pub body: Value,
    /// How often it was tried.
    pub tries: u32,
    /// Not before this moment.
    pub due: Timestamp,
    /// Whether the faults have had their say about it.
    #[serde(default)]
    pub met: bool,
    /// Whether it lets the next one pass until it is due.
    #[serde(default)]
    pub aside: bool,
}

impl Item for Delivery {
    fn id(&self) -> Id {
        self.id
    }

    fn rank(&self) -> i64 {
        self.turn
    }

    fn keys(&self, into: &mut Vec<Key>) {
        into.push(Key::All);
        into.push(Key::Parent(self.webhook));
    }
}
