//! `/actions/watch`: channels that tell a subscriber what happened (sheet §6). A callback proves itself by its token
//! alone; there is no signature, no order, and no promise that it comes.

/// What a callback says.
mod callback;
/// Who carries callbacks.
pub mod courier;
/// `GET`.
pub mod details;
/// `DELETE`.
pub mod disable;
/// `POST`.
pub mod enable;
/// `PUT`, `PATCH`.
pub mod update;
/// A channel as a body wishes it.
mod wish;

use serde_json::{Value, json};

use super::super::world::bigin::{Bigin, Channel, Kind};

/// The most channels of a call.
const MOST: usize = 100;

/// Where a module's records are, as channels say it: `v1` even in v2.
fn resource_uri(base_url: &str, kind: Kind) -> String {
    format!("{base_url}/bigin/v1/{}", kind.api_name())
}

/// The modules of a channel, each once.
fn modules(channel: &Channel) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = channel.events.iter().map(|(kind, _)| *kind).collect();
    kinds.dedup();
    kinds
}

/// What is said of a channel that was set: an entry a module.
fn set(bigin: &Bigin, base_url: &str, channel: &Channel, expiry: &Value) -> Value {
    let events = modules(channel).into_iter().map(|kind| {
        json!({
            "channel_expiry": expiry, "resource_uri": resource_uri(base_url, kind),
            "resource_id": bigin.module(kind).id, "resource_name": kind.api_name(),
            "channel_id": channel.number.to_string(),
        })
    });
    json!({ "events": events.collect::<Vec<Value>>() })
}
