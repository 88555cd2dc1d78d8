//! Searches: from 0, 5000 rows deep, behind the writes by the index lag (sheet §11).

/// `GET /accounts/search`.
pub mod accounts;
/// `GET /search`.
pub mod across;
/// `GET /contacts/search`.
pub mod contacts;
/// What a searched value asks for.
pub mod pattern;
/// `GET /tickets/search`.
pub mod tickets;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::answer::{Answer, Refusal, Served, found};
use super::call::Call;
use super::paging::Page;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::{Item, Shelf};

/// Worlds with at most this many records of a kind are searched record by record; larger ones by their indexes,
/// which hold names, subjects and addresses but no long texts.
const SMALL: usize = 5000;

/// A search answer: the page and how many there are; 204 when there is none.
#[allow(clippy::needless_pass_by_value)] // rows are made for the answer
fn answer(rows: Vec<Value>, count: usize) -> Served {
    if rows.is_empty() { Ok(Answer::Nothing) } else { found(json!({"data": rows, "count": count})) }
}

/// The records that the search index has for the candidates: what changed within the lag is as it was.
fn indexed<T: Item>(shelf: &Shelf<T>, mut candidates: Vec<Id>) -> impl Iterator<Item = &T> {
    candidates.extend(shelf.unsettled());
    candidates.sort_unstable();
    candidates.dedup();
    candidates.into_iter().filter_map(|id| shelf.indexed(id))
}

/// The page of what was found, in the order of `sortBy`; `place` gives a record's place for a field, relevance
/// being "the latest change first".
fn page<'w, T, K: Ord>(
    mut hits: Vec<&'w T>,
    by: Option<(&str, bool)>,
    page: Page,
    place: impl Fn(&T, &str) -> K,
) -> Vec<&'w T> {
    let (field, descending) = by.unwrap_or(("relevance", true));
    let (field, descending) = if field == "relevance" { ("modifiedTime", true) } else { (field, descending) };
    hits.sort_by(|a, b| {
        let order = place(a, field).cmp(&place(b, field));
        if descending { order.reverse() } else { order }
    });
    page.cut(hits)
}

/// Whether a time lies in a `…TimeRange`, both ends included; no range holds every time.
fn in_range(range: Option<(Timestamp, Timestamp)>, at: Option<Timestamp>) -> bool {
    range.is_none_or(|(from, to)| at.is_some_and(|at| from <= at && at <= to))
}

/// The custom fields a search names: `customField1=cf_model:F3*`, up to ten.
fn custom_fields(call: &Call) -> Result<Vec<(String, pattern::Pattern)>, Refusal> {
    let mut wanted = Vec::new();
    for n in 1..=10 {
        let name = format!("customField{n}");
        let Some(text) = call.query.text(&name) else { continue };
        let (field, value) = text.split_once(':').ok_or_else(|| Refusal::bad_parameter(&name))?;
        wanted.push((field.to_owned(), pattern::Pattern::of_word(value)));
    }
    Ok(wanted)
}

/// Whether a record's custom fields are as a search wants them.
fn fits(
    wanted: &[(String, pattern::Pattern)],
    values: Option<&std::collections::BTreeMap<String, Value>>,
) -> bool {
    wanted.iter().all(|(field, pattern)| {
        let value = values.and_then(|values| values.get(field)).filter(|value| !value.is_null());
        let text = value.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        pattern.equals(text.as_deref())
    })
}
