//! A change to one ticket: `PATCH /tickets/{id}` (sheet §10.4).

use super::full;
use super::wish::Wish;
use crate::sandbox::desk::acts::history;
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::body::{Body, Said};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Actor, StatusType, Ticket};
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::patch("/tickets/{ticket}", &["Desk.tickets.UPDATE"], update)];

fn update(world: &mut World, call: &Call) -> Served {
    let id = permission::ticket(world, call)?.id;
    permission::may(world, call, "tickets", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let wish = Wish::read(world, &mut body);
    body.check()?;
    if wish.status.as_ref().is_some_and(|status| status.kind == StatusType::Closed) {
        permission::allowed(world, call, "closeTicket")?;
    }
    if wish.assignee != Said::Nothing {
        permission::allowed(world, call, "changeOwner")?;
    }
    change(world, call, id, |ticket| wish.grant(ticket, call.now))?;
    let ticket = world.desk.tickets.get(id).ok_or_else(Refusal::not_found)?;
    found(full::body(world, call, ticket))
}

/// Changes a ticket as the caller; the history says in what it differs. Nothing different, nothing noted.
pub fn change(world: &mut World, call: &Call, id: Id, how: impl FnOnce(&mut Ticket)) -> Result<(), Refusal> {
    let before = world.desk.tickets.get(id).ok_or_else(Refusal::not_found)?.clone();
    world.desk.tickets.edit(id, |ticket| {
        how(ticket);
        ticket.modified = call.now;
        ticket.modified_by = Some(call.agent);
    });
    let after = world.desk.tickets.get(id).ok_or_else(Refusal::not_found)?;
    let info = history::differences(world, &before, after);
    if info.is_empty() {
        return Ok(());
    }
    let escalated = after.escalated && !before.escalated;
    let actor = Actor::Agent(call.agent);
    history::note(world, id, "TicketUpdated", actor, "None", call.now, info);
    if escalated {
        history::note(world, id, "TicketEscalated", actor, "None", call.now, Vec::new());
    }
    Ok(())
}
