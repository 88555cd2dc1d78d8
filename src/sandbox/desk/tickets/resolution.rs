//! What solved a ticket: `/tickets/{id}/resolution`, and what it said before.

use serde_json::{Value, json};

use super::update::change;
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found};
use crate::sandbox::desk::body::Body;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Actor, Event};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/tickets/{ticket}/resolution", &["Desk.tickets.READ"], &[], show),
    Route::patch("/tickets/{ticket}/resolution", &["Desk.tickets.UPDATE"], write),
    Route::delete("/tickets/{ticket}/resolution", &["Desk.tickets.DELETE"], clear),
    Route::get("/tickets/{ticket}/resolutionHistory", &["Desk.tickets.READ"], &[], past),
];

/// The history's notes on the resolution, newest first, with what it said then.
fn notes(world: &World, ticket: Id) -> Vec<(&Event, &Value)> {
    let events = world.desk.events.under(&Key::Parent(ticket)).ids().rev();
    events
        .filter_map(|id| world.desk.events.get(id))
        .filter_map(|event| {
            let said = event.info.iter().find(|fact| &*fact.name == "Resolution")?;
            Some((event, &said.value))
        })
        .collect()
}

fn told(world: &World, call: &Call, event: Option<&Event>, content: &Value) -> Value {
    let author = event.and_then(|event| match event.actor {
        Actor::Agent(id) => Some(id),
        Actor::Contact(_) | Actor::System => None,
    });
    json!({
        "content": content,
        "modifiedTime": wire::maybe_time(event.map(|event| event.at)),
        "author": wire::assignee(world, call, author),
    })
}

fn shown(world: &World, call: &Call, id: Id) -> Served {
    let ticket = world.desk.tickets.get(id).ok_or_else(Refusal::not_found)?;
    let content = ticket.more.as_ref().and_then(|more| more.resolution.clone());
    let last = notes(world, id).first().map(|(event, _)| *event);
    found(told(world, call, last, &json!(content)))
}

fn show(world: &mut World, call: &Call) -> Served {
    let id = permission::ticket(world, call)?.id;
    shown(world, call, id)
}

fn write(world: &mut World, call: &Call) -> Served {
    let id = permission::ticket(world, call)?.id;
    permission::may(world, call, "tickets", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let content = body.needed("content", 65_535);
    body.check()?;
    change(world, call, id, |ticket| ticket.more_mut().resolution = Some(content))?;
    shown(world, call, id)
}

fn clear(world: &mut World, call: &Call) -> Served {
    let id = permission::ticket(world, call)?.id;
    permission::may(world, call, "tickets", "edit")?;
    change(world, call, id, |ticket| ticket.more_mut().resolution = None)?;
    Ok(Answer::Nothing)
}

fn past(world: &mut World, call: &Call) -> Served {
    let id = permission::ticket(world, call)?.id;
    let rows: Vec<Value> =
        notes(world, id).into_iter().map(|(event, said)| told(world, call, Some(event), said)).collect();
    found(json!({"data": rows}))
}
