//! A plan: what a run would write, in a file that people read, and that is carried out as it stands or not at all, record
//! by record.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use super::{
    Error, Way, put,
    run::{Counts, plain, word},
};
use crate::sync::{
    Side,
    mapping::file::MappingFile,
    preview::{self, MovedOn, Planned},
};

/// The version of the file.
const VERSION: u32 = 2;

/// A plan in its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The version of this file.
    pub balcao_plan: u32,
    /// How far the systems are brought together.
    pub mode: String,
    /// The revision of the mapping.
    pub mapping: u32,
    /// What it comes to.
    pub counts: Counts,
    /// The writes, for people. What is carried out stands below.
    pub lines: Vec<String>,
    /// The writes.
    pub plan: preview::Plan,
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
    /// The file of a plan.
    pub fn new(way: Way, mapping: u32, counts: Counts, plan: preview::Plan, file: &MappingFile) -> Self {
        let lines = plan.writes.iter().map(|write| said(write, file)).collect();
        Self { balcao_plan: VERSION, mode: way.to_string(), mapping, counts, lines, plan }
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

/// A write in a line: `~ desk contact 1892…: title = "Sócia"`. Without a record of its own it is created from another.
pub fn said(write: &Planned, file: &MappingFile) -> String {
    let name = write.target.map_or_else(|| format!("← {}", write.source), |id| id.to_string());
    let fields: Vec<_> = fields(write, file).iter().map(|(name, to)| format!("{name} = {to}")).collect();
    let mark = if write.target.is_some() { "~" } else { "+" };
    format!("{mark} {} {} {name}: {}", word(write.side), write.kind.name(), fields.join(", "))
}

/// A write for scripts.
pub fn act(write: &Planned, file: &MappingFile) -> Json {
    json!({
        "side": word(write.side), "kind": write.kind.name(), "source": write.source.to_string(),
        "target": write.target.map(|id| id.to_string()), "fields": fields(write, file),
    })
}

/// A write that was not made because the plan does not have it, for scripts; `planned` says that it has another one.
pub fn moved(moved: &MovedOn) -> Json {
    json!({
        "side": word(moved.side), "kind": moved.kind.name(), "source": moved.source.to_string(),
        "target": moved.target.map(|id| id.to_string()), "planned": moved.planned,
    })
}

/// What each field becomes, by its name on the side that is written.
fn fields(write: &Planned, file: &MappingFile) -> Map<String, Json> {
    let name = |field, side: Side| file.names.get(&(write.kind, field)).map(|names| names[side].clone());
    let each = |moved: &crate::sync::ledger::Moved| {
        let name = name(moved.field, write.side).unwrap_or_else(|| format!("#{}", moved.field));
        (name, plain(&moved.to))
    };
    write.fields.iter().map(each).collect()
}
