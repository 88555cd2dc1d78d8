//! Intents: what is about to be written, committed before the call leaves.

use serde::{Deserialize, Serialize};

use crate::sync::{FieldId, Kind, LinkId, Millis, OpId, RecordId, Side, Value};

/// A write that has no result yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// Its number.
    pub op: OpId,
    /// What is written.
    pub kind: Kind,
    /// The side that is written.
    pub side: Side,
    /// The link it belongs to; none for a create.
    pub link: Option<LinkId>,
    /// The record across, from which it is written. A created record carries this id as our key.
    pub source: RecordId,
    /// The record that is written; none for a create.
    pub target: Option<RecordId>,
    /// The fields, sorted.
    pub fields: Vec<Moved>,
    /// How far it is.
    pub stage: Stage,
    /// When its call left, by our clock.
    pub sent: Millis,
}

impl Intent {
    /// Whether it writes this link, or creates the partner of this record.
    pub fn is_of(&self, kind: Kind, work: super::Work) -> bool {
        self.kind == kind
            && match work {
                super::Work::Link(link) => self.link == Some(link),
                super::Work::Record(side, id) => {
                    self.link.is_none() && self.side == side.other() && self.source == id
                }
            }
    }
}

impl Intent {
    /// When it has rested: from then on its target tells what became of it.
    pub const fn rested(&self) -> Millis {
        match self.stage {
            Stage::Sent => self.sent,
            Stage::Lost { rest_until } => rest_until,
        }
    }
}

/// A field of an intent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Which.
    pub field: FieldId,
    /// What the target had, as observed.
    pub was: Value,
    /// What is written.
    pub to: Value,
    /// The value of the source, as the source spells it: its base, once the write is confirmed.
    pub from: Value,
    /// Why.
    pub why: super::Why,
}

/// How far an intent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Its call may have left.
    Sent,
    /// The answer is lost; nothing is done about it before this time.
    Lost {
        /// By our clock.
        rest_until: Millis,
    },
}
