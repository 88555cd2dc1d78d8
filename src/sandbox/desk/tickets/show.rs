//! One ticket: `GET /tickets/{id}`.

use super::full;
use crate::sandbox::desk::answer::{Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::get("/tickets/{ticket}", &["Desk.tickets.READ"], &["include"], show)];

const INCLUDE: &[&str] =
    &["contacts", "products", "departments", "team", "assignee", "contract", "isRead", "skills"];

fn show(world: &mut World, call: &Call) -> Served {
    let include = call.query.include(INCLUDE)?;
    let ticket = permission::ticket(world, call)?;
    found(full::full(world, call, ticket, &include))
}
