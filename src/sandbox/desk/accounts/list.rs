//! `GET /accounts`.

use super::project;
use crate::sandbox::desk::answer::{self, Served};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::metadata::views;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Account;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::get(
    "/accounts",
    &["Desk.contacts.READ"],
    &["from", "limit", "sortBy", "include", "viewId"],
    all,
)];

const SORTS: &[&str] = &["accountName", "website", "email", "phone", "createdTime", "modifiedTime"];

fn place(account: &Account, field: &str) -> (i64, String) {
    let text = match field {
        "createdTime" => return (account.created.as_millisecond(), String::new()),
        "modifiedTime" => return (account.modified.as_millisecond(), String::new()),
        "website" => account.website.clone(),
        "email" => account.email.clone(),
        "phone" => account.phone.clone(),
        _ => Some(account.name.clone()),
    };
    (0, text.unwrap_or_default().to_lowercase())
}

fn all(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "accounts", "view")?;
    let page = paging::of_list(&call.query, 100, 10)?;
    views::named(world, call, "accounts")?;
    let (field, descending) = call.query.sort(SORTS)?.unwrap_or(("createdTime", true));
    let accounts = &world.desk.accounts;
    let mut rows: Vec<&Account> =
        accounts.order("createdTime").ids().filter_map(|id| accounts.get(id)).collect();
    rows.sort_by_cached_key(|account| (place(account, field), account.id));
    if descending {
        rows.reverse();
    }
    answer::list(page.cut(rows.into_iter().map(|account| project::row(world, call, account))))
}
