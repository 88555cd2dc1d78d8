//! The plan: writes in the order in which they would leave.

use serde::{Deserialize, Serialize};

use crate::sync::{
    Kind, Millis, RecordId, Side,
    ledger::{Intent, Moved},
};

/// What would be written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// When it was made, by our clock.
    pub at: Millis,
    /// The revision of the mapping it was made with. With another one it is void.
    pub map_revision: u32,
    /// The writes.
    pub writes: Vec<Planned>,
}

/// One write of one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// What is written.
    pub kind: Kind,
    /// Where.
    pub side: Side,
    /// The record it is written from.
    pub source: RecordId,
    /// The record that is written; none to create one.
    pub target: Option<RecordId>,
    /// The fields. A lookup to a record that the plan itself creates names a number that no record has yet.
    pub fields: Vec<Moved>,
}

impl Planned {
    /// Of an intent.
    pub fn of(intent: &Intent) -> Self {
        let Intent { kind, side, source, target, ref fields, .. } = *intent;
        Self { kind, side, source, target, fields: fields.clone() }
    }

    /// Whether the intent is this write: of the same record, and the same in every field. A record that the plan itself
    /// creates has another number by now; it is known by its source.
    pub fn is(&self, intent: &Intent) -> bool {
        let target =
            self.target == intent.target || (self.target.is_some_and(is_nobody) && intent.target.is_some());
        (self.kind, self.side, self.source) == (intent.kind, intent.side, intent.source)
            && target
            && self.fields.len() == intent.fields.len()
            && self.fields.iter().zip(&intent.fields).all(|(planned, moved)| alike(planned, moved))
    }
}

/// Ids that no record has: above every nineteen-digit number that a service gives.
pub(super) const NOBODY: u64 = 9_999_999_999_999_000_000;

/// Whether it stands for a record that the plan itself creates.
pub(super) const fn is_nobody(id: RecordId) -> bool {
    id.0 >= NOBODY
}

fn alike(planned: &Moved, moved: &Moved) -> bool {
    let created = planned.to.as_record().is_some_and(is_nobody) && moved.to.as_record().is_some();
    let to = planned.to == moved.to || created;
    planned.field == moved.field && planned.was == moved.was && planned.from == moved.from && to
}

impl Plan {
    /// How many records are created on a side.
    pub fn creates(&self, side: Side) -> usize {
        self.writes.iter().filter(|write| write.side == side && write.target.is_none()).count()
    }

    /// How many records are changed on a side.
    pub fn updates(&self, side: Side) -> usize {
        self.writes.iter().filter(|write| write.side == side && write.target.is_some()).count()
    }
}
