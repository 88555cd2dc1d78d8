//! What a run did, counted from what it wrote down.

use serde::{Deserialize, Serialize};

use crate::sync::{
    Per, Side,
    ledger::{Change, Entry, Reason, Why},
};

/// What was done, in numbers of records; of conflicts, fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Found to belong together.
    pub linked: u64,
    /// Made, by the side where.
    pub created: Per<u64>,
    /// Changed, by the side where.
    pub updated: Per<u64>,
    /// Conflicts that the policy decided.
    pub conflicts: u64,
    /// Conflicts that wait for a person.
    pub held: u64,
    /// Records that a service refused.
    pub refused: u64,
    /// Records that have more than one partner.
    pub ambiguous: u64,
    /// Links whose record is gone.
    pub gone: u64,
    /// Links whose record is back.
    pub back: u64,
    /// Fields that went back and forth and were stopped.
    pub turning: u64,
}

impl Counts {
    /// Counts what a transaction says; updates are counted by their answers.
    pub(super) fn hear(&mut self, changes: &[Change]) {
        for change in changes {
            match change {
                Change::Journal(entry) => self.read(entry),
                Change::Park(_, _, _, Some(parked)) if parked.reason == Reason::Ambiguous => {
                    self.ambiguous += 1;
                }
                _ => {}
            }
        }
    }

    /// Counts what a line of the journal says.
    pub(in crate::pairing) fn read(&mut self, entry: &Entry) {
        match (entry.why, entry.field) {
            (Why::Linked, _) => self.linked += 1,
            (Why::Created, None) => self.created[entry.side] += 1,
            (Why::Conflict, _) => self.conflicts += 1,
            (Why::Held, _) => self.held += 1,
            (Why::Refused, None) => self.refused += 1,
            (Why::Gone, _) => self.gone += 1,
            (Why::Back, _) => self.back += 1,
            (Why::Turning, _) => self.turning += 1,
            _ => {}
        }
    }

    /// Adds what another one counted.
    pub(super) fn add(&mut self, other: &Self) {
        let each = |mine: &mut Per<u64>, theirs: Per<u64>| {
            for side in Side::BOTH {
                mine[side] += theirs[side];
            }
        };
        each(&mut self.created, other.created);
        each(&mut self.updated, other.updated);
        self.linked += other.linked;
        self.conflicts += other.conflicts;
        self.held += other.held;
        self.refused += other.refused;
        self.ambiguous += other.ambiguous;
        self.gone += other.gone;
        self.back += other.back;
        self.turning += other.turning;
    }

    /// How many records were written.
    pub fn writes(&self) -> u64 {
        Side::BOTH.into_iter().map(|side| self.created[side] + self.updated[side]).sum()
    }
}
