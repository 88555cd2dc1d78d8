//! `GET /settings/…`: modules, fields, layouts, related lists.

/// Fields.
pub mod fields;
/// Layouts and team pipelines.
pub mod layouts;
/// How fields are marked.
mod marks;
/// Modules.
pub mod modules;
/// Modules without records.
mod others;
/// Related lists.
pub mod related_lists;

use serde_json::{Value, json};

use super::super::world::bigin::{Bigin, Kind, Pick};
use super::ask::Ask;
use super::error::BiginError;

/// The module of `module=`, when the token may read that setting.
pub fn asked_module(ask: &Ask, noun: &str) -> Result<Kind, BiginError> {
    ask.scope(&[&format!("ZohoBigin.settings.{noun}.READ"), "ZohoBigin.settings.READ"])?;
    let name = ask.get("module").ok_or_else(|| BiginError::missing("module"))?;
    Kind::of(name).ok_or_else(BiginError::module)
}

/// Everybody's profiles: each sees everything here.
pub fn profiles(bigin: &Bigin) -> Value {
    bigin.settings.profiles.iter().map(|profile| json!({ "name": profile.name, "id": profile.id })).collect()
}

/// A choice as settings show it.
pub fn pick_value(n: usize, pick: &Pick) -> Value {
    json!({
        "id": pick.id, "display_value": pick.value, "actual_value": pick.value, "reference_value": pick.value,
        "sequence_number": n + 1, "type": "used", "colour_code": null,
    })
}

/// Choices in their order.
pub fn picks(picks: &[Pick]) -> Vec<Value> {
    picks.iter().enumerate().map(|(n, pick)| pick_value(n, pick)).collect()
}
