//! Read and unread: `markAsRead` answers 200, `markAsUnRead` (so spelt) 204.

use crate::sandbox::desk::answer::{Answer, Served};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post("/tickets/{ticket}/markAsRead", &["Desk.tickets.UPDATE"], &[], read),
    Route::post("/tickets/{ticket}/markAsUnRead", &["Desk.tickets.UPDATE"], &[], unread),
];

fn read(world: &mut World, call: &Call) -> Served {
    let id = permission::ticket(world, call)?.id;
    world.desk.tickets.edit(id, |ticket| {
        let readers = &mut ticket.more_mut().read_by;
        if !readers.contains(&call.agent) {
            readers.push(call.agent);
        }
    });
    Ok(Answer::Done)
}

fn unread(world: &mut World, call: &Call) -> Served {
    let id = permission::ticket(world, call)?.id;
    world.desk.tickets.edit(id, |ticket| {
        if let Some(more) = &mut ticket.more {
            more.read_by.retain(|agent| *agent != call.agent);
        }
    });
    Ok(Answer::Nothing)
}
