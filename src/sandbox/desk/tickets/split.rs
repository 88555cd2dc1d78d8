//! Splitting a message off into a ticket of its own (sheet §10.4).

use super::full;
use crate::sandbox::desk::acts::{history, status};
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::threads::show;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Actor, Turn};

/// What is served here.
pub const ROUTES: &[Route] =
    &[Route::post("/tickets/{ticket}/threads/{thread}/split", &["Desk.tickets.CREATE"], &[], split)];

fn split(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "tickets", "create")?;
    let thread = show::thread(world, call)?.clone();
    if thread.is_draft() || thread.description {
        return Err(Refusal::unprocessable("The given thread can not be split."));
    }
    let old = permission::ticket(world, call)?.clone();
    let id = world.desk.make_id();
    let mut new = old.clone();
    new.id = id;
    new.number = world.desk.make_number();
    new.description = Some(thread.body.clone());
    new.conversation = vec![Turn::Thread(thread.id)];
    (new.created, new.modified, new.customer_response) = (call.now, call.now, thread.created);
    (new.created_by, new.modified_by) = (Some(call.agent), Some(call.agent));
    (new.due, new.response_due, new.escalated) = (None, None, false);
    if let Some(open) = status::first_open(world) {
        status::set(&mut new, &open, call.now);
    }
    if let Some(more) = &mut new.more {
        more.attachments.clear();
        more.tags.clear();
        more.resolution = None;
    }
    let birth = history::birth(world, &new);
    world.desk.tickets.insert(new);
    world.desk.threads.edit(thread.id, |thread| {
        thread.ticket = id;
        thread.description = true;
    });
    world.desk.tickets.edit(old.id, |ticket| {
        ticket.conversation.retain(|turn| *turn != Turn::Thread(thread.id));
        ticket.modified = call.now;
    });
    let actor = Actor::Agent(call.agent);
    history::note(world, id, "TicketCreated", actor, "None", call.now, birth);
    let info = vec![history::fact("Parent Ticket", old.number.to_string())];
    history::note(world, id, "TicketSplitChild", actor, "None", call.now, info);
    let info = vec![history::fact("Thread", thread.id.to_string())];
    history::note(world, old.id, "TicketSplitParent", actor, "None", call.now, info);
    let ticket = world.desk.tickets.get(id).ok_or_else(Refusal::not_found)?;
    found(full::body(world, call, ticket))
}
