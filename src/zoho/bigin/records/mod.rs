//! Records of any module for the integration: what changed, what was deleted, by id, by value, and writing up to a hundred
//! at once. Modules and fields are named as in the API.

mod changed;
mod deleted;
mod fields;
mod find;
mod read;
mod write;

pub use write::AT_ONCE;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::list::Info;
use crate::zoho::{
    records::Record,
    wire::{List, Maybe},
};

/// Rows as they come.
#[derive(Deserialize)]
struct Answered {
    #[serde(default)]
    data: List<Map<String, Value>>,
    #[serde(default)]
    info: Maybe<Info>,
}

impl Answered {
    fn records(self) -> (Vec<Record>, Info) {
        let rows = self.data.0.into_iter().filter_map(|row| Record::read(row, "Modified_Time")).collect();
        (rows, self.info.0.unwrap_or_default())
    }
}

/// The fields that a question asks for: these, and when it was changed. At most 50 (bigin.md §4.1).
fn wanted(fields: &[&str]) -> String {
    let mut all = fields.to_vec();
    if !all.contains(&"Modified_Time") {
        all.push("Modified_Time");
    }
    all.join(",")
}
