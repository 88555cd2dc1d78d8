//! A row of the outbox: a message with a stated fate. It is committed before anything leaves.

use jiff::{SignedDuration, Timestamp};

use super::{Draft, OutgoingId, Reason, ThreadId};

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
/// for a while so that the screen can say so); `Waiting` goes on by itself; `Sending` found at start means the answer was lost: `Unknown`, and the
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
    /// The network was away, or the service had trouble of its own: it has certainly not left, and is sent by itself when
    /// the service answers again.
    Waiting {
        /// Since when.
        since: Timestamp,
        /// What happened.
        reason: Reason,
        /// Whether its writer has seen what is new on the ticket and sends all the same.
        despite_news: bool,
    },
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
    /// Desk refused it, and would refuse it again.
    Failed {
        /// What happened and what to do.
        reason: Reason,
    },
    /// Delivered to Desk.
    Sent {
        /// When.
        at: Timestamp,
        /// The message as Desk knows it; none for comments.
        thread: Option<ThreadId>,
    },
}

impl Fate {
    /// A call whose answer was lost may still be carried out this long after it began.
    pub const LATE: SignedDuration = SignedDuration::from_secs(60);

    /// After a lost answer: from when on *Desk does not have it* is certain. Until then the ticket is looked at again
    /// and again.
    pub fn certain_from(&self) -> Option<Timestamp> {
        match self {
            Self::Unknown { since } => since.checked_add(Self::LATE).ok(),
            _ => None,
        }
    }

    /// Whether it can still be taken back, or sent by a person: it has certainly not left.
    pub fn is_here(&self) -> bool {
        !matches!(self, Self::Sending { .. } | Self::Unknown { .. } | Self::Sent { .. })
    }
}
