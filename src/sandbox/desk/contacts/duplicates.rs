//! Twins among the contacts: values that more than one has, and who has them (sheet §8).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{list, project};
use crate::sandbox::desk::answer::{self, Answer, Refusal, Served};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Contact;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get(
        "/groupContactDuplicateValues",
        &["Desk.contacts.READ"],
        &["fieldName", "swFieldValue", "from", "limit", "sortBy"],
        values,
    ),
    Route::get(
        "/groupContacts",
        &["Desk.contacts.READ"],
        &["fieldName", "fieldValues", "include", "from", "limit", "sortBy"],
        groups,
    ),
];

const FIELDS: &[&str] =
    &["firstName", "lastName", "email", "secondaryEmail", "phone", "fullName", "bothEmail"];
/// From this many contacts on the answer is 202: it is made in the background.
const LARGE: usize = 100_000;

/// The values of a contact under a field.
fn values_of(contact: &Contact, field: &str) -> Vec<String> {
    let second = || contact.more.as_ref().and_then(|more| more.secondary_email.clone());
    let values = match field {
        "firstName" => vec![contact.first_name.clone()],
        "lastName" => vec![Some(contact.last_name.clone())],
        "email" => vec![contact.email.clone()],
        "secondaryEmail" => vec![second()],
        "phone" => vec![contact.phone.clone()],
        "fullName" => vec![Some(contact.name())],
        _ => vec![contact.email.clone(), second()],
    };
    values.into_iter().flatten().filter(|value| !value.trim().is_empty()).collect()
}

/// How often each value occurs, cases alike; the spelling is the first one's.
pub fn count(values: impl Iterator<Item = String>) -> BTreeMap<String, (String, usize)> {
    let mut counts: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for value in values {
        counts.entry(value.to_lowercase()).or_insert((value, 0)).1 += 1;
    }
    counts
}

/// The answer of `group…DuplicateValues`.
pub fn duplicates(call: &Call, counts: BTreeMap<String, (String, usize)>) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let by = call.query.sort(&["count", "fieldValue"])?;
    let start = call.query.text("swFieldValue").unwrap_or("").to_lowercase();
    let mut rows: Vec<(String, usize)> = counts
        .into_iter()
        .filter(|(key, (_, count))| *count > 1 && key.starts_with(&start))
        .map(|(_, row)| row)
        .collect();
    if matches!(by, Some(("count", _))) {
        rows.sort_by_key(|(_, count)| *count);
    }
    if by.is_some_and(|(_, descending)| descending) {
        rows.reverse();
    }
    answer::found(json!({
        "data": page.cut(rows).into_iter()
            .map(|(value, count)| json!({"fieldValue": value, "count": count}))
            .collect::<Vec<_>>(),
    }))
}

fn values(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "view")?;
    call.query.required("fieldName")?;
    let field = call.query.word("fieldName", FIELDS)?.unwrap_or_default();
    let contacts = &world.desk.contacts;
    if contacts.len() >= LARGE {
        return Ok(Answer::Later);
    }
    let alive = contacts.iter().filter(|contact| contact.trashed.is_none());
    duplicates(call, count(alive.flat_map(|contact| values_of(contact, field))))
}

fn groups(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "view")?;
    call.query.required("fieldName")?;
    call.query.required("fieldValues")?;
    let field = call.query.word("fieldName", FIELDS)?.unwrap_or_default();
    let include = call.query.include(&["accounts"])?;
    let page = paging::of_list(&call.query, 100, 10)?;
    let sorts = ["firstName", "lastName", "fullName", "phone", "email", "createdTime", "modifiedTime"];
    let by = call.query.sort(&sorts)?;
    let mut groups = Vec::new();
    for value in call.query.list("fieldValues") {
        let same = |contact: &&Contact| {
            contact.trashed.is_none()
                && values_of(contact, field).iter().any(|held| held.to_lowercase() == value.to_lowercase())
        };
        let rows: Vec<&Contact> = world.desk.contacts.iter().filter(same).collect();
        let rows: Vec<Value> = list::page(world, rows, by, page)
            .into_iter()
            .map(|contact| project::row(world, call, contact, &include))
            .collect();
        groups.push(json!({"fieldValue": value, "contacts": rows}));
    }
    if groups.is_empty() {
        Err(Refusal::bad_parameter("fieldValues"))
    } else {
        answer::found(json!({"data": groups}))
    }
}
