//! The journal: every write and every decision, append-only. A write is journalled with its intent, before it leaves:
//! whatever it overwrites is kept, even if its answer never comes.

use serde::{Deserialize, Serialize};

use crate::sync::{FieldId, Kind, LinkId, Millis, OpId, RecordId, Side, Value};

/// One line of it: a field, or a record as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When, by our clock.
    pub at: Millis,
    /// The write it belongs to, if one was made.
    pub op: Option<OpId>,
    /// The link, if there is one.
    pub link: Option<LinkId>,
    /// The side whose record is named.
    pub side: Side,
    /// What it is.
    pub kind: Kind,
    /// The record.
    pub record: RecordId,
    /// The field; none when the record as a whole is meant.
    pub field: Option<FieldId>,
    /// What it was.
    pub old: Value,
    /// What it became.
    pub new: Value,
    /// What the other side had when this was decided: in a conflict, the value that lost or stands against it.
    pub other: Value,
    /// By which rule.
    pub why: Why,
}

/// Why something was done, or was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// The source was changed.
    Changed,
    /// One side had nothing yet.
    FilledIn,
    /// A conflict, decided by the policy of the field.
    Conflict,
    /// A conflict, decided by a person.
    Decided,
    /// A conflict that waits for a person.
    Held,
    /// The record had no partner.
    Created,
    /// Two records were found to belong together.
    Linked,
    /// A person said that two records belong together.
    Joined,
    /// A person said that two records do not belong together.
    Parted,
    /// A record is gone.
    Gone,
    /// A record is back.
    Back,
    /// A service refused: what the write says did not happen.
    Refused,
    /// The answer of a write was lost, and it turned out not to have happened.
    NotDone,
    /// Both sides kept turning a field over: it is held until a person has looked.
    Turning,
    /// A person took a write back.
    Undone,
    /// A write was to be taken back, but something else stands there by now.
    NotUndone,
    /// A person keeps a field, or the record, as it is.
    Pinned,
    /// And no longer.
    Unpinned,
}
