//! The contacts of an account and the accounts of a contact, each with how they are tied: `PRIMARY` for the contact's
//! own company.

use serde_json::{Value, json};

use super::{list, project};
use crate::sandbox::desk::accounts::{project as account_rows, show as account};
use crate::sandbox::desk::answer::{self, Served};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::contacts::show;
use crate::sandbox::desk::paging;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::contact::Link;
use crate::sandbox::world::desk::{Account, Contact};
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

/// How a contact and an account are tied.
pub fn mapping(contact: &Contact, link: &Link) -> Value {
    let kind = if link.id == contact.id { "PRIMARY" } else { "SECONDARY" };
    json!({"mappingId": link.id, "mappingType": kind, "isAccountTicketsViewable": link.sees})
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
        let tie = contact.ties().into_iter().find(|link| link.account == account);
        row["mappingInfo"] = tie.map_or(Value::Null, |link| mapping(contact, &link));
        row
    });
    answer::list(rows.collect())
}

fn of_contact(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let by = call.query.sort(&["accountName", "createdTime", "mappingType"])?;
    let contact = show::contact(world, call)?;
    let start = call.query.text("startsWith").map(str::to_lowercase);
    let ties = contact.ties();
    let mut rows: Vec<(&Link, &Account)> =
        ties.iter().filter_map(|link| Some((link, world.desk.accounts.get(link.account)?))).collect();
    rows.retain(|(_, account)| {
        account.trashed.is_none()
            && start.as_deref().is_none_or(|start| account.name.to_lowercase().starts_with(start))
    });
    let (field, descending) = by.unwrap_or(("mappingType", false));
    match field {
        "accountName" => rows.sort_by_key(|(_, account)| account.name.to_lowercase()),
        "createdTime" => rows.sort_by_key(|(_, account)| account.created),
        _ => {} // the first company comes first
    }
    if descending {
        rows.reverse();
    }
    let rows = rows.into_iter().map(|(link, account)| {
        let mut row = account_rows::row(world, call, account);
        let mapping = mapping(contact, link);
        row["mappingType"] = mapping["mappingType"].clone();
        row["mappingInfo"] = mapping;
        row
    });
    answer::list(page.cut(rows))
}
