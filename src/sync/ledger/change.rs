//! Transactions: what changes, whole or not at all.

use crate::sync::{Kind, LinkId, OpId, RecordId, Side};

use super::{
    Base, Brake, Cursor, Entry, Feed, Heat, Held, Intent, Lease, Link, LinkState, Moved, Parked, Seen, Spent,
    Stage, Wish, Work,
};

/// Changes that are applied together or refused together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Txn {
    /// The epoch under which it was made; refused when another one rules. A claim to lead has none.
    pub epoch: Option<u64>,
    /// A claim to lead.
    pub lease: Option<Lease>,
    /// In order.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An observation, in place of the one before.
    Seen(Box<Seen>),
    /// Something has to be planned.
    Dirty(Kind, Work),
    /// Nothing has to be planned any more.
    Clean(Kind, Work),
    /// A record has to be read by id, or no longer.
    Doubt(Side, Kind, RecordId, bool),
    /// A link is made; the records stop being work of their own.
    NewLink(Box<Link>),
    /// A field is agreed upon.
    Settle(LinkId, Base),
    /// A link is worked, or rests.
    State(LinkId, LinkState),
    /// A conflict is held, or over.
    Hold(LinkId, crate::sync::FieldId, Option<Held>),
    /// What is not known of a link whose record is gone.
    Tried(LinkId, Vec<(Side, Moved)>),
    /// A field was written again, or cools.
    Warm(LinkId, Heat),
    /// A field is kept as it is, or everything; or no longer.
    Pin(LinkId, Option<crate::sync::FieldId>, bool),
    /// What a person wants undone.
    Wishes(LinkId, Vec<Wish>),
    /// A write is about to leave.
    Intend(Box<Intent>),
    /// How far a write is.
    Stage(OpId, Stage),
    /// A write has its result.
    Resolve(OpId),
    /// A record without a partner rests, or no longer.
    Park(Side, Kind, RecordId, Option<Parked>),
    /// How far a feed was read.
    Cursor(Feed, Cursor),
    /// The brake is put on, taken off or made ready.
    Brake(Brake),
    /// Everything is listed and planned anew, because the mapping or the mode changed; see `Pairing::planned_for`.
    PlanAll(u32),
    /// What a service was asked lately.
    Spent(Side, Spent),
    /// A line of the journal.
    Journal(Box<Entry>),
}

/// Why a transaction was refused. Nothing of it was applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Another process leads.
    #[error("another process leads this pairing; this one goes on reading only")]
    NotLeader,
    /// The ledger is busy, or its disk is full.
    #[error("the ledger could not be written; it is tried again soon")]
    Unwritable,
}
