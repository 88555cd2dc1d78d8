//! `GET /search`: tickets, contacts and accounts at once, each row with its `module`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{accounts, contacts, page, tickets};
use crate::sandbox::desk::accounts::project as account_rows;
use crate::sandbox::desk::answer::{self, Answer, Served};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::contacts::project as contact_rows;
use crate::sandbox::desk::paging::{self, Page};
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::tickets::found;
use crate::sandbox::world::World;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::get(
    "/search",
    &["Desk.tickets.READ", "Desk.contacts.READ", "Desk.search.READ"],
    &["searchStr", "module", "departmentId", "sortBy", "from", "limit"],
    search,
)];

fn search(world: &mut World, call: &Call) -> Served {
    call.query.required("searchStr")?;
    let cut = paging::of_search(&call.query)?;
    let by = call.query.sort(&["relevance", "modifiedTime"])?;
    let module = call.query.word("module", &["tickets", "contacts", "accounts"])?;
    let asked = |name: &str| module.is_none_or(|module| module == name);
    let whole = Page { skip: 0, take: usize::MAX };
    let mut rows: Vec<Value> = Vec::new();
    let mut say = |name: &str, mut row: Value| {
        row["module"] = json!(name);
        rows.push(row);
    };
    if asked("tickets") {
        let wanted = tickets::Wanted::read(call, "searchStr")?;
        for ticket in page(tickets::hits(world, call, &wanted), by, whole, tickets::place) {
            say("tickets", found::row(world, call, ticket));
        }
    }
    if asked("contacts") {
        let wanted = contacts::Wanted::read(call, "searchStr")?;
        for contact in page(contacts::hits(world, &wanted), by, whole, contacts::place) {
            say("contacts", contact_rows::searched(world, call, contact));
        }
    }
    if asked("accounts") {
        let wanted = accounts::Wanted::read(call, "searchStr")?;
        for account in page(accounts::hits(world, &wanted), by, whole, accounts::place) {
            say("accounts", account_rows::searched(world, call, account));
        }
    }
    // Over several modules the count is one for each.
    let mut counts: BTreeMap<String, usize> =
        ["tickets", "contacts", "accounts"].map(|name| (name.to_owned(), 0)).into();
    for row in &rows {
        *counts.entry(row["module"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
    }
    let rows = cut.cut(rows);
    if rows.is_empty() { Ok(Answer::Nothing) } else { answer::found(json!({"data": rows, "count": counts})) }
}
