//! Observations: a record as it was last seen.

use serde::{Deserialize, Serialize};

use crate::sync::{FieldId, Kind, Millis, RecordId, Seconds, Side, Value};

/// A record as it was last seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Where.
    pub side: Side,
    /// What.
    pub kind: Kind,
    /// Its id there.
    pub id: RecordId,
    /// Its modified time, by the service's clock; of a dead record, when it died.
    pub version: Seconds,
    /// Whether it is there. It stops being so by evidence, never by missing from a list.
    pub live: bool,
    /// When we saw it first, by our clock.
    pub first_seen: Millis,
    /// The record of the other side that it was created from, if it carries our key.
    pub mark: Option<RecordId>,
    /// The mapped fields that were told, sorted by field.
    pub cells: Vec<Cell>,
}

/// One field of an observation. Written without names: a ledger has a dozen of them a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(FieldId, Value, Seconds)", into = "(FieldId, Value, Seconds)")]
pub struct Cell {
    /// Which.
    pub field: FieldId,
    /// As the service spells it.
    pub value: Value,
    /// The version at which this value was first seen: the nearest thing to a time of the field.
    pub since: Seconds,
}

impl From<(FieldId, Value, Seconds)> for Cell {
    fn from((field, value, since): (FieldId, Value, Seconds)) -> Self {
        Self { field, value, since }
    }
}

impl From<Cell> for (FieldId, Value, Seconds) {
    fn from(Cell { field, value, since }: Cell) -> Self {
        (field, value, since)
    }
}

impl Seen {
    /// The cell of a field, if the field was ever told.
    pub fn cell(&self, field: FieldId) -> Option<&Cell> {
        self.cells.binary_search_by_key(&field, |cell| cell.field).ok().map(|at| &self.cells[at])
    }

    /// Sets a cell.
    pub fn set(&mut self, cell: Cell) {
        match self.cells.binary_search_by_key(&cell.field, |cell| cell.field) {
            Ok(at) => self.cells[at] = cell,
            Err(at) => self.cells.insert(at, cell),
        }
    }
}
