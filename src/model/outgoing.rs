//! A row of the outbox: a message with a stated fate. It is committed before anything leaves.

use jiff::Timestamp;

use super::{Draft, OutgoingId, ThreadId};

/// A message on its way out.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Outgoing {
    /// Its id in the cache.
    pub id: OutgoingId,
    /// What is sent.
    pub draft: Draft,
    /// When the sender said *send*.
    pub queued: Timestamp,
    /// Where it stands.
    pub fate: Fate,
    /// How many times sending was tried.
    pub attempts: u32,
}

/// Where an [`Outgoing`] stands. The order of events: `Held` → `Sending` → gone from the outbox (`Sent` is remembered
/// for a while so that the screen can say so); `Sending` found at start means the answer was lost: `Unknown`, and the
/// ticket is looked up before anything is sent again.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Fate {
    /// Waits for its hold to end; *undo* takes it back.
    Held {
        /// When the hold ends.
        until: Timestamp,
    },
    /// The program ended inside the hold: it waits for a person (send, edit, drop).
    Asked,
    /// Handed to the network; the answer is not here yet.
    Sending {
        /// When the call started.
        since: Timestamp,
    },
    /// The answer was lost: Desk may have it or not.
    Unknown {
        /// When the call whose answer was lost had started.
        since: Timestamp,
    },
    /// It did not leave because the ticket grew meanwhile: a person shall read what is new first.
    Stale,
    /// Desk refused it, or the network never took it.
    Failed {
        /// What happened and what to do, in a sentence.
        reason: String,
    },
    /// Delivered to Desk.
    Sent {
        /// When.
        at: Timestamp,
        /// The message as Desk knows it; none for comments.
        thread: Option<ThreadId>,
    },
}
