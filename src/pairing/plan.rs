//! A plan: what a run would write, in a file that people read, and that is carried out as it stands or not at all, record
//! by record.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{
    Error, Way, put,
    run::{Act, Counts, NOT_PLANNED},
};
use crate::store::ledger::{LedgerError, SqliteLedger};
use crate::sync::{
    Millis,
    engine::Command,
    ledger::{LinkState, Reason, Work},
};

/// The version of the file.
const VERSION: u32 = 1;

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The version of this file.
    pub balcao_plan: u32,
    /// When it was made, by our clock, in milliseconds since 1970.
    pub made: Millis,
    /// How far the systems are brought together.
    pub mode: String,
    /// The revision of the mapping.
    pub mapping: u32,
    /// What it comes to.
    pub counts: Counts,
    /// The writes.
    pub acts: Vec<Act>,
}

/// Why a plan is not carried out.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// The file cannot be read or is no plan.
    #[error("{0}")]
    File(String),
    /// It is for another mode.
    #[error("it is for the mode {0}")]
    Mode(String),
    /// It is for another mapping.
    #[error("it is for revision {0} of the mapping")]
    Mapping(u32),
}

impl Plan {
    /// A plan of what a run that only pretended would have written.
    pub fn new(made: Millis, way: Way, mapping: u32, counts: Counts, acts: Vec<Act>) -> Self {
        Self { balcao_plan: VERSION, made, mode: way.to_string(), mapping, counts, acts }
    }

    /// Writes it down.
    pub fn write(&self, path: &Path) -> Result<(), Error> {
        let text = serde_json::to_string_pretty(self)
            .map_err(|error| Error::File { path: path.to_owned(), why: error.to_string() })?;
        put(path, &format!("{text}\n"))
    }

    /// Reads one that fits.
    pub fn read(path: &Path, way: Way, mapping: u32) -> Result<Self, Unfit> {
        let text = std::fs::read_to_string(path).map_err(|error| Unfit::File(error.to_string()))?;
        let plan: Self = serde_json::from_str(&text).map_err(|error| Unfit::File(error.to_string()))?;
        if plan.balcao_plan != VERSION {
            return Err(Unfit::File(format!("version {} is not known", plan.balcao_plan)));
        }
        if plan.mode != way.name() {
            return Err(Unfit::Mode(plan.mode));
        }
        if plan.mapping != mapping {
            return Err(Unfit::Mapping(plan.mapping));
        }
        Ok(plan)
    }
}

/// What was refused only because a plan did not have it is looked at again with the next run.
pub fn let_go(ledger: &SqliteLedger) -> Result<(), LedgerError> {
    let mut again = Vec::new();
    ledger.each_link(|link| {
        if matches!(&link.state, LinkState::Refused { words, .. } if words == NOT_PLANNED) {
            again.push(Command::Retry(link.kind, Work::Link(link.id)));
        }
    })?;
    for (side, kind, id, parked) in ledger.all_parked()? {
        if parked.reason == Reason::Refused(NOT_PLANNED.to_owned()) {
            again.push(Command::Retry(kind, Work::Record(side, id)));
        }
    }
    again.iter().try_for_each(|command| ledger.wish(command))
}
