//! The contacts of an account and the accounts of a contact. The sandbox keeps one account a contact: the
//! mapping is the primary one.

use serde_json::{Value, json};

use super::{list, project};
use crate::sandbox::desk::accounts::{project as account_rows, show as account};
use crate::sandbox::desk::answer::{self, Served};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::contacts::show;
use crate::sandbox::desk::paging;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get(
        "/accounts/{account}/contacts",
        &["Desk.contacts.READ"],
        &["from", "limit", "sortBy", "isSpam", "include"],
        of_account,
    ),
    Route::get(
        "/contacts/{contact}/accounts",
        &["Desk.contacts.READ"],
        &["from", "limit", "sortBy", "startsWith"],
        of_contact,
    ),
];

const SORTS: &[&str] =
    &["firstName", "lastName", "phone", "fullName", "email", "createdTime", "modifiedTime"];

/// The link's own id is the contact's: there is one link a contact.
fn mapping(contact: Id) -> Value {
    json!({"mappingId": contact, "mappingType": "PRIMARY", "isAccountTicketsViewable": false})
}

fn of_account(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let by = call.query.sort(SORTS)?;
    let spam = call.query.flag("isSpam")?;
    let account = account::account(world, call)?.id;
    let contacts = &world.desk.contacts;
    let rows = contacts.under(&Key::Account(account)).ids().filter_map(|id| contacts.get(id));
    let rows = rows.filter(|contact| spam.is_none_or(|spam| spam == contact.spam)).collect();
    let rows = list::page(world, rows, by, page).into_iter().map(|contact| {
        let mut row = project::row(world, call, contact, &[]);
        row["mappingInfo"] = mapping(contact.id);
        row
    });
    answer::list(rows.collect())
}

fn of_contact(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let contact = show::contact(world, call)?;
    let account = contact.account.and_then(|id| world.desk.accounts.get(id));
    let start = call.query.text("startsWith").map(str::to_lowercase);
    let account = account.filter(|account| {
        start.as_deref().is_none_or(|start| account.name.to_lowercase().starts_with(start))
    });
    let rows = account.into_iter().map(|account| {
        let mut row = account_rows::row(world, call, account);
        row["mappingInfo"] = mapping(contact.id);
        row["mappingType"] = json!("PRIMARY");
        row
    });
    answer::list(page.cut(rows))
}
