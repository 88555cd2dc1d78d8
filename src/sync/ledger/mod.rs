//! What is known and agreed, behind an interface of its own: SQLite in the product, memory in the simulation.
//!
//! The engine reads through `Ledger` and writes nothing itself: what changes leaves it as a `Txn`, which the owner
//! of the ledger applies whole or refuses whole.

mod change;
mod cursor;
mod intent;
mod journal;
mod link;
mod memory;
mod pairing;
mod seen;
mod spent;
mod work;

use std::borrow::Cow;

pub use change::{Change, Refusal, Txn};
pub use cursor::{Cursor, Feed, PageMark};
pub use intent::{Intent, Moved, Stage};
pub use journal::{Entry, Why};
pub use link::{Base, Cause, Decision, Heat, Held, Link, LinkState, Pins, Wish};
pub use memory::Memory;
pub use pairing::{Brake, Lease, Pairing};
pub use seen::{Cell, Seen};
pub use spent::Spent;
pub use work::{Parked, Reason, Work};

use super::{FieldId, Kind, LinkId, Millis, RecordId, Side, Value};

/// What the engine reads. Every answer is as of the last transaction that was applied.
pub trait Ledger {
    /// The leader, the epoch, the brake.
    fn pairing(&self) -> Pairing;

    /// How far a feed was read.
    fn cursor(&self, feed: Feed) -> Cursor;

    /// A record as it was last observed.
    fn seen(&self, side: Side, kind: Kind, id: RecordId) -> Option<Cow<'_, Seen>>;

    /// A link.
    fn link(&self, id: LinkId) -> Option<Cow<'_, Link>>;

    /// The link that a record belongs to, dead or alive.
    fn link_of(&self, side: Side, kind: Kind, id: RecordId) -> Option<LinkId>;

    /// Live records with this value, in its one form, in a match field; at most `limit`, sorted.
    fn with_key(
        &self,
        side: Side,
        kind: Kind,
        field: FieldId,
        key: &Value,
        limit: usize,
        into: &mut Vec<RecordId>,
    );

    /// Live records that carry the key of a record of the other side; at most `limit`, sorted.
    fn with_mark(&self, side: Side, kind: Kind, of: RecordId, limit: usize, into: &mut Vec<RecordId>);

    /// Work of a kind after `after`, in order; at most `limit`.
    fn work(&self, kind: Kind, after: Option<Work>, limit: usize, into: &mut Vec<Work>);

    /// Records of which something is in doubt until they are read by id; at most `limit`, sorted.
    fn doubts(&self, side: Side, kind: Kind, limit: usize, into: &mut Vec<RecordId>);

    /// Intents without a result, oldest first.
    fn intents(&self, into: &mut Vec<Intent>);

    /// Whether there is any intent without a result.
    fn has_intents(&self) -> bool;

    /// When the first intent without a result has rested; none when there is no such intent.
    fn rested(&self) -> Option<Millis>;

    /// Whether a write of this link, or of this record without one, has no result yet.
    fn under_way(&self, kind: Kind, work: Work) -> bool;

    /// Why a record without a partner rests, if it does.
    fn parked(&self, side: Side, kind: Kind, id: RecordId) -> Option<Parked>;

    /// How many links are active.
    fn active_links(&self) -> u64;

    /// What a service was asked lately.
    fn spent(&self, side: Side) -> Spent;

    /// Live records of a kind after `after`, sorted; at most `limit`.
    fn live(&self, side: Side, kind: Kind, after: Option<RecordId>, limit: usize, into: &mut Vec<RecordId>);

    /// The lines of the journal that belong to a write, oldest first.
    fn written(&self, op: super::OpId, into: &mut Vec<Entry>);

    /// The next number for a link and for a write.
    fn next_ids(&self) -> (LinkId, super::OpId);
}
