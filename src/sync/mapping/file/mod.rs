//! The mapping as a file that people read, review and compare: TOML, with errors that name the line and the field.
//!
//! ```toml
//! revision = 1
//!
//! [contact]
//! create = "both"                # or "bigin", "desk", "none": where a record without a partner is made
//! mark = { bigin = "Desk_ID", desk = "cf_bigin_id" }   # text fields of your own, for the id of the record across
//!
//! [[contact.field]]
//! id = 1                         # stays with the line for ever: what was agreed is kept under it
//! bigin = "Email"
//! desk = "email"
//! type = "email"                 # text (default), email, phone, website, exact
//! flow = "both"                  # or "to-desk", "to-bigin", "off"
//! wins = "newest"                # or "bigin", "desk", "bigin-unless-empty", "desk-unless-empty", "ask"
//! match = true                   # records are found to belong together by it
//! ```
//!
//! A field may be put together: `desk = "firstName + lastName"`. How a value is spelled across: `spelled = "phone"` (small,
//! capital, or a day such as `desk-day-month-year`), `always = "…"`, or `people = true` for users and agents, which stand in
//! `[people]` as `table = { "user's id" = "agent's id" }` with `otherwise-bigin` and `otherwise-desk` for the rest.
//!
//! Which records take part: `[contact.filter.bigin]` with `field = 7`, then `is = ["…"]`, `not = ["…"]` or neither (it has to
//! have something), and `leaving = "goes-on"` or `"rests"` for pairs whose record does not pass any more.
//!
//! A lookup has `lookup = "company"`; a list of choices has `values = { "Bigin's word" = "Desk's word" }`.

mod compile;
mod extras;
mod raw;
mod wrong;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use wrong::{Fault, Wrong};

use crate::sync::{FieldId, Kind, Per, mapping::Mapping};

/// The mapping that everybody begins with: the standard fields of both systems (sheets `bigin.md` §3, `desk.md` §8, §9).
pub const DEFAULT: &str = include_str!("default.toml");

/// A mapping file that holds together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingFile {
    /// What the engine works with.
    pub mapping: Mapping,
    /// What the fields are called in each API.
    pub names: BTreeMap<(Kind, FieldId), Per<String>>,
    /// The fields that keep our key, the id of the record across that a record was created from.
    pub marks: BTreeMap<Kind, Per<Option<String>>>,
}

/// Reads a mapping file; all that is wrong with it, in the order of its lines.
pub fn read(text: &str) -> Result<MappingFile, Vec<Fault>> {
    let raw: raw::File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        vec![Fault { line: line_at(text, at), field: None, wrong: Wrong::Toml(error.message().to_owned()) }]
    })?;
    compile::compile(&raw, |at| line_at(text, at))
}

/// The line of a byte, counted from one.
fn line_at(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
