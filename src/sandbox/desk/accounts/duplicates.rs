//! Twins among the accounts (sheet §9).

use serde_json::{Value, json};

use super::project;
use crate::sandbox::desk::answer::{Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::contacts::duplicates::{count, duplicates};
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Account;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get(
        "/groupAccountDuplicateValues",
        &["Desk.contacts.READ"],
        &["fieldName", "swFieldValue", "from", "limit", "sortBy"],
        values,
    ),
    Route::get(
        "/groupAccounts",
        &["Desk.contacts.READ"],
        &["fieldName", "fieldValues", "from", "limit", "sortBy"],
        groups,
    ),
];

const FIELDS: &[&str] = &["email", "phone", "accountName"];

fn value_of(account: &Account, field: &str) -> Option<String> {
    let value = match field {
        "email" => account.email.clone(),
        "phone" => account.phone.clone(),
        _ => Some(account.name.clone()),
    };
    value.filter(|value| !value.trim().is_empty())
}

fn values(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "accounts", "view")?;
    let field = call.query.word("fieldName", FIELDS)?.unwrap_or("accountName");
    let alive = world.desk.accounts.iter().filter(|account| account.trashed.is_none());
    duplicates(call, count(alive.filter_map(|account| value_of(account, field))))
}

fn groups(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "accounts", "view")?;
    call.query.required("fieldName")?;
    call.query.required("fieldValues")?;
    let field = call.query.word("fieldName", FIELDS)?.unwrap_or_default();
    let page = paging::of_list(&call.query, 100, 10)?;
    let by = call.query.sort(&["accountName", "createdTime"])?;
    let mut groups = Vec::new();
    for value in call.query.list("fieldValues") {
        let same = |account: &&Account| {
            account.trashed.is_none()
                && value_of(account, field).is_some_and(|held| held.to_lowercase() == value.to_lowercase())
        };
        let mut rows: Vec<&Account> = world.desk.accounts.iter().filter(same).collect();
        rows.sort_by_key(|account| (account.created, account.id));
        if matches!(by, Some(("accountName", _))) {
            rows.sort_by_key(|account| account.name.to_lowercase());
        }
        if by.is_some_and(|(_, descending)| descending) {
            rows.reverse();
        }
        let rows: Vec<Value> =
            page.cut(rows).into_iter().map(|account| project::row(world, call, account)).collect();
        groups.push(json!({"fieldValue": value, "accounts": rows}));
    }
    found(json!({"data": groups}))
}
