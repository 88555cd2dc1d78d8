//! Bigin v2.

/// Links, lines and related lists.
mod links;
/// Other owners.
mod owner;
/// Pages that stay while records come.
mod pages;
/// Lists and records.
mod records;
/// Searches that are refused.
mod refused;
/// Searches.
mod search;
/// What it tells about itself.
mod settings;
/// Tags.
mod tags;
/// What there is not.
mod unknown;
/// Every operation that is served, asked once.
pub(crate) mod walk;
/// Channels and callbacks.
mod watch;
/// Results of writes.
mod writes;

use serde_json::Value;

/// The ids of `data[]`.
fn ids(body: &Value) -> Vec<String> {
    let rows = body["data"].as_array().map_or(&[][..], Vec::as_slice);
    rows.iter().filter_map(|row| row["id"].as_str()).map(str::to_owned).collect()
}

/// The codes of `key[]`.
fn codes<'a>(body: &'a Value, key: &str) -> Vec<&'a str> {
    let entries = body[key].as_array().map_or(&[][..], Vec::as_slice);
    entries.iter().filter_map(|entry| entry["code"].as_str()).collect()
}
