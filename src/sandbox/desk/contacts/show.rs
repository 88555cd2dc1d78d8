//! One contact: an id that is not known is a path that is not (sheet §4); and how its tickets stand.

use super::project;
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{permission, statistics};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Contact;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/contacts/{contact}", &["Desk.contacts.READ"], &["include"], show),
    Route::get("/contacts/{contact}/statistics", &["Desk.contacts.READ"], &[], standing),
];

/// The contact of the path.
pub fn contact<'w>(world: &'w World, call: &Call) -> Result<&'w Contact, Refusal> {
    permission::may(world, call, "contacts", "view")?;
    world.desk.contacts.get(call.id("contact")?).ok_or_else(Refusal::not_found)
}

fn show(world: &mut World, call: &Call) -> Served {
    let include = call.query.include(&["accounts", "owner"])?;
    let contact = contact(world, call)?;
    found(project::full(world, call, contact, &include))
}

fn standing(world: &mut World, call: &Call) -> Served {
    let id = contact(world, call)?.id;
    found(statistics::of(world, call, &Key::Contact(id)))
}
