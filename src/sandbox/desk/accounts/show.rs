//! One account: an id that is well formed and not known is 403, one that is not a number 404 (seen live, sheet §4).

use super::project;
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{permission, statistics};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Account;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/accounts/{account}", &["Desk.contacts.READ"], &["include"], show),
    Route::get("/accounts/{account}/statistics", &["Desk.contacts.READ"], &["departmentId"], standing),
];

/// The account of the path.
pub fn account<'w>(world: &'w World, call: &Call) -> Result<&'w Account, Refusal> {
    permission::may(world, call, "accounts", "view")?;
    world.desk.accounts.get(call.id("account")?).ok_or_else(Refusal::forbidden)
}

fn show(world: &mut World, call: &Call) -> Served {
    let include = call.query.include(&["owner"])?;
    let account = account(world, call)?;
    found(project::full(world, call, account, &include))
}

fn standing(world: &mut World, call: &Call) -> Served {
    let id = account(world, call)?.id;
    found(statistics::of(world, call, &Key::Account(id)))
}
