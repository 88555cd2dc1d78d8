//! Several tickets at once: close, change a field, move to the recycle bin; and one to another department.

use super::update::change;
use super::wish::Wish;
use crate::sandbox::desk::acts::{history, status};
use crate::sandbox::desk::answer::{Answer, Refusal, Served};
use crate::sandbox::desk::body::{Body, Said};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{one_field, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Actor;
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post("/closeTickets", &["Desk.tickets.UPDATE"], &[], close),
    Route::post("/tickets/updateMany", &["Desk.tickets.UPDATE"], &[], update_many),
    Route::post("/tickets/moveToTrash", &["Desk.tickets.DELETE"], &[], trash),
    Route::post("/tickets/markSpam", &["Desk.tickets.UPDATE"], &[], spam),
    Route::post("/tickets/{ticket}/move", &["Desk.tickets.UPDATE"], &[], move_one),
];

/// The tickets of a body, each known and the caller's to see.
fn tickets(world: &World, call: &Call, body: &mut Body, name: &str) -> Result<Vec<Id>, Refusal> {
    let ids = body.needed_ids(name);
    if ids.iter().any(|id| world.desk.tickets.get(*id).is_none()) {
        body.fault(name, "invalid");
    }
    body.check()?;
    for id in &ids {
        permission::ticket_of(world, call, *id)?;
    }
    Ok(ids)
}

fn close(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "tickets", "edit")?;
    permission::allowed(world, call, "closeTicket")?;
    let mut body = Body::new(call.json()?, "");
    let ids = tickets(world, call, &mut body, "ids")?;
    let closed = status::first_closed(world).ok_or_else(|| Refusal::field("/status", "invalid"))?;
    for id in ids {
        change(world, call, id, |ticket| status::set(ticket, &closed, call.now))?;
    }
    Ok(Answer::Done)
}

/// One field of many tickets; answers 204, unlike the same call for contacts.
fn update_many(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "tickets", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let one = one_field::read(&mut body, Wish::knows);
    let ids = tickets(world, call, &mut body, "ids")?;
    // What can't be said of one ticket is refused before the first is changed.
    let mut checked = Body::new(&one, "");
    Wish::read(world, &mut checked);
    checked.check()?;
    for id in ids {
        let mut one = Body::new(&one, "");
        let wish = Wish::read(world, &mut one);
        one.check()?;
        change(world, call, id, |ticket| wish.grant(ticket, call.now))?;
    }
    Ok(Answer::Nothing)
}

fn trash(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "tickets", "delete")?;
    let mut body = Body::new(call.json()?, "");
    for id in tickets(world, call, &mut body, "ticketIds")? {
        world.desk.tickets.edit(id, |ticket| {
            ticket.trashed.get_or_insert((call.now, call.agent));
        });
        let actor = Actor::Agent(call.agent);
        history::note(world, id, "TicketDeleted", actor, "None", call.now, Vec::new());
    }
    Ok(Answer::Nothing)
}

fn spam(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "tickets", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let spam = body.flag("isSpam").unwrap_or(true);
    for id in tickets(world, call, &mut body, "ids")? {
        change(world, call, id, |ticket| ticket.spam = spam)?;
    }
    Ok(Answer::Done)
}

fn move_one(world: &mut World, call: &Call) -> Served {
    let id = permission::ticket(world, call)?.id;
    permission::may(world, call, "tickets", "edit")?;
    let mut body = Body::new(call.json()?, "");
    if !body.has("departmentId") {
        body.fault("departmentId", "missing");
    }
    let wish = Wish::read(world, &mut body);
    body.check()?;
    let Said::Value(department) = wish.department else {
        return Err(Refusal::field("/departmentId", "invalid"));
    };
    // Who works there is another matter: the assignee stays only if they do.
    let stays =
        |agent: Id| world.desk.agent(agent).is_some_and(|agent| agent.departments.contains(&department));
    let assignee =
        world.desk.tickets.get(id).and_then(|ticket| ticket.assignee).filter(|agent| stays(*agent));
    change(world, call, id, |ticket| {
        ticket.department = department;
        ticket.assignee = assignee;
        if let Some(more) = &mut ticket.more {
            more.team = None;
            more.layout = None;
        }
    })?;
    Ok(Answer::Done)
}
