//! `GET /contacts`, by ids, and their number.

use serde_json::json;

use super::project;
use crate::sandbox::desk::answer::{Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::metadata::views;
use crate::sandbox::desk::paging::Page;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Contact;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/contacts", READ, &["from", "limit", "sortBy", "include", "viewId", "fields"], all),
    Route::get("/contacts/contactsByIds", READ, &["ids", "include"], by_ids),
    Route::get("/contacts/count", READ, &["viewId", "startsWith"], count),
];

const READ: &[&str] = &["Desk.contacts.READ"];
const SORTS: &[&str] = &["firstName", "lastName", "phone", "email", "account", "createdTime", "modifiedTime"];
/// The most ids of `contactsByIds`.
const IDS: usize = 20;

/// The page of some contacts in the order of `sortBy`; newest first when nothing is said.
pub fn page<'w>(
    world: &'w World,
    mut rows: Vec<&'w Contact>,
    by: Option<(&str, bool)>,
    page: Page,
) -> Vec<&'w Contact> {
    let (field, descending) = by.unwrap_or(("createdTime", true));
    rows.sort_by_cached_key(|contact| (place(world, contact, field), contact.id));
    if descending {
        rows.reverse();
    }
    page.cut(rows)
}

fn place(world: &World, contact: &Contact, field: &str) -> (i64, String) {
    let text = match field {
        "createdTime" => return (contact.created.as_millisecond(), String::new()),
        "modifiedTime" => return (contact.modified.as_millisecond(), String::new()),
        "firstName" => contact.first_name.clone(),
        "email" => contact.email.clone(),
        "phone" => contact.phone.clone(),
        "fullName" => Some(contact.name()),
        "account" => {
            contact.account.and_then(|id| world.desk.accounts.get(id)).map(|account| account.name.clone())
        }
        _ => Some(contact.last_name.clone()),
    };
    (0, text.unwrap_or_default().to_lowercase())
}

fn all(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "view")?;
    let cut = paging::of_list(&call.query, 100, 10)?;
    let include = call.query.include(&["accounts"])?;
    views::named(world, call, "contacts")?;
    let by = call.query.sort(SORTS)?;
    let contacts = &world.desk.contacts;
    let ready = match by {
        None => Some(("createdTime", true)),
        Some((field @ ("createdTime" | "modifiedTime"), descending)) => Some((field, descending)),
        Some(_) => None,
    };
    let rows: Vec<&Contact> = match ready {
        Some((field, true)) => cut.cut(contacts.order(field).ids().rev().filter_map(|id| contacts.get(id))),
        Some((field, false)) => cut.cut(contacts.order(field).ids().filter_map(|id| contacts.get(id))),
        None => {
            let pool = contacts.order("createdTime").ids().filter_map(|id| contacts.get(id)).collect();
            page(world, pool, by, cut)
        }
    };
    list(rows.into_iter().map(|contact| project::row(world, call, contact, &include)).collect())
}

fn by_ids(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "view")?;
    call.query.required("ids")?;
    let ids = call.query_ids("ids")?;
    if ids.len() > IDS {
        return Err(Refusal::bad_parameter("ids"));
    }
    let rows = ids.into_iter().filter_map(|id| world.desk.contacts.get(id));
    list(
        rows.filter(|contact| contact.trashed.is_none())
            .map(|contact| project::row(world, call, contact, &[]))
            .collect(),
    )
}

fn count(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "view")?;
    views::named(world, call, "contacts")?;
    let contacts = &world.desk.contacts;
    let count = match call.query.text("startsWith") {
        None => contacts.order("createdTime").len(),
        Some(start) => {
            let start = start.to_lowercase();
            let alive = contacts.iter().filter(|contact| contact.trashed.is_none());
            alive.filter(|contact| contact.name().to_lowercase().starts_with(&start)).count()
        }
    };
    found(json!({"count": count}))
}
