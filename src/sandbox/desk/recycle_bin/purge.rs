//! `POST /recycleBin/delete`: gone for good, with what hung on it.

use serde_json::json;

use super::{Kind, lying, restore};
use crate::sandbox::desk::answer::{Served, found, result};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Turn;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::post("/recycleBin/delete", &["Desk.settings.UPDATE"], &[], delete)];

/// Takes a ticket out of the world with its messages, comments and history.
pub fn ticket(world: &mut World, id: Id) {
    let Some(ticket) = world.desk.tickets.remove(id) else { return };
    for turn in ticket.conversation {
        match turn {
            Turn::Thread(id) => drop(world.desk.threads.remove(id)),
            Turn::Comment(id) => drop(world.desk.comments.remove(id)),
        }
    }
    let events: Vec<Id> = world.desk.events.under(&Key::Parent(id)).ids().collect();
    for event in events {
        world.desk.events.remove(event);
    }
}

fn delete(world: &mut World, call: &Call) -> Served {
    let mut results = Vec::new();
    for id in restore::ids(world, call)? {
        let kind = lying(world, call, id).and_then(|kind| {
            // Who may not put it into the bin may not take it out for good.
            permission::may(world, call, kind.noun(world, id), "delete").map(|()| kind)
        });
        match kind {
            Ok(Kind::Ticket) => ticket(world, id),
            Ok(Kind::Contact) => drop(world.desk.contacts.remove(id)),
            Ok(Kind::Account) => drop(world.desk.accounts.remove(id)),
            Ok(Kind::Activity) => drop(world.desk.activities.remove(id)),
            Ok(Kind::Product) => {
                world.desk.settings.products.retain(|product| product.id != id);
                world.desk.dirty = true;
            }
            Err(_) => {}
        }
        results.push(result(id, kind.as_ref().err()));
    }
    found(json!({"results": results}))
}
