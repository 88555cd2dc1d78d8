//! `POST /recycleBin/restore`: each id has its own result.

use serde_json::json;

use super::{Kind, lying};
use crate::sandbox::desk::acts::history;
use crate::sandbox::desk::answer::{Refusal, Served, found, result};
use crate::sandbox::desk::body::Body;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Actor;
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::post("/recycleBin/restore", &["Desk.settings.UPDATE"], &[], restore)];

/// The most ids of a call.
const MOST: usize = 50;

/// The ids of a body, at most fifty.
pub fn ids(world: &World, call: &Call) -> Result<Vec<Id>, Refusal> {
    permission::may(world, call, "setup", "recycleBin")?;
    let mut body = Body::new(call.json()?, "");
    let ids = body.needed_ids("ids");
    if ids.len() > MOST {
        body.fault("ids", "invalid");
    }
    body.flag("isChildNeedToBeRestored");
    body.check()?;
    Ok(ids)
}

fn restore(world: &mut World, call: &Call) -> Served {
    let mut results = Vec::new();
    for id in ids(world, call)? {
        let kind = lying(world, call, id);
        match kind {
            Ok(Kind::Ticket) => {
                world.desk.tickets.edit(id, |ticket| ticket.trashed = None);
                let actor = Actor::Agent(call.agent);
                history::note(world, id, "TicketRestored", actor, "None", call.now, Vec::new());
            }
            Ok(Kind::Contact) => drop(world.desk.contacts.edit(id, |contact| contact.trashed = None)),
            Ok(Kind::Account) => drop(world.desk.accounts.edit(id, |account| account.trashed = None)),
            Ok(Kind::Activity) => drop(world.desk.activities.edit(id, |activity| activity.trashed = None)),
            Ok(Kind::Product) => {
                for product in world.desk.settings.products.iter_mut().filter(|product| product.id == id) {
                    (product.trashed, product.gone) = (false, None);
                }
                world.desk.dirty = true;
            }
            Err(_) => {}
        }
        results.push(result(id, kind.as_ref().err()));
    }
    found(json!({"results": results}))
}
