//! A plan as an engine keeps it: what is approved and not written yet.

use serde::{Deserialize, Serialize};

use super::{Plan, Planned};
use crate::sync::{Kind, RecordId, Side, ledger::Intent};

/// A write that was wanted and is not the one that was approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// What it is.
    pub kind: Kind,
    /// The side that would have been written.
    pub side: Side,
    /// The record it would have been written from.
    pub source: RecordId,
    /// The record that would have been written; none for one that would have been created.
    pub target: Option<RecordId>,
    /// Whether the plan has a write of this record, but of other values. Otherwise the plan knows nothing of it.
    pub planned: bool,
}

/// What is approved and not written yet.
#[derive(Clone, Debug)]
pub struct Approved {
    left: Vec<Planned>,
    refused: Vec<Moved>,
}

impl Approved {
    /// All of a plan.
    pub fn new(plan: Plan) -> Self {
        Self { left: plan.writes, refused: Vec::new() }
    }

    /// Whether a write is approved; one that is not is remembered by name. A write that is refused, lost or interrupted by
    /// the service comes again and stays approved, so nothing is crossed out.
    pub(in crate::sync) fn allows(&mut self, intent: &Intent) -> bool {
        if self.left.iter().any(|planned| planned.is(intent)) {
            return true;
        }
        let of_record = |planned: &Planned| {
            (planned.kind, planned.side, planned.source) == (intent.kind, intent.side, intent.source)
        };
        let moved = Moved {
            kind: intent.kind,
            side: intent.side,
            source: intent.source,
            target: intent.target,
            planned: self.left.iter().any(of_record),
        };
        if !self.refused.contains(&moved) {
            self.refused.push(moved);
        }
        false
    }

    /// What was wanted and not approved.
    pub fn refused(&self) -> &[Moved] {
        &self.refused
    }
}
