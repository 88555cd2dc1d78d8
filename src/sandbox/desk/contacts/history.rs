//! What happened in the tickets of a contact or an account, newest first: an event of a ticket a row.

use serde_json::{Value, json};

use super::show;
use crate::sandbox::desk::accounts::show as account;
use crate::sandbox::desk::answer::{Served, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::tickets::parts;
use crate::sandbox::desk::{paging, permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Actor, Event, Ticket};
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/contacts/{contact}/history", READ, QUERY, of_contact),
    Route::get("/accounts/{account}/history", READ, QUERY, of_account),
];

const READ: &[&str] = &["Desk.contacts.READ"];
const QUERY: &[&str] = &["from", "limit", "agentId", "departmentId"];

fn author(world: &World, call: &Call, actor: Actor) -> Value {
    match actor {
        Actor::Agent(id) => world.desk.agent(id).map_or(Value::Null, |agent| {
            json!({
                "id": agent.id, "firstName": agent.first_name, "lastName": agent.last_name, "type": "AGENT",
                "email": agent.email, "photoURL": wire::agent_photo(world, call, agent.id),
            })
        }),
        Actor::Contact(id) => world.desk.contacts.get(id).map_or(Value::Null, |contact| {
            json!({
                "id": contact.id, "firstName": contact.first_name, "lastName": contact.last_name,
                "type": "END_USER", "email": contact.email,
                "photoURL": wire::contact_photo(world, call, contact.id),
            })
        }),
        Actor::System => Value::Null,
    }
}

fn row(world: &World, call: &Call, ticket: &Ticket, event: &Event) -> Value {
    json!({
        "ticketId": ticket.id,
        "ticketNumber": ticket.number.to_string(),
        "subject": ticket.subject,
        "status": ticket.status,
        "statusType": ticket.status_type.text(),
        "priority": ticket.priority,
        "departmentId": ticket.department,
        "dueDate": parts::due(ticket),
        "webUrl": wire::web_url(world, call, "Cases", ticket.id),
        "operation": event.name,
        "eventTime": wire::time(event.at),
        "author": author(world, call, event.actor),
        "recipients": [],
    })
}

fn events(world: &World, call: &Call, of: &Key) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let agent = call.query_id("agentId")?;
    let department = call.query_id("departmentId")?;
    let tickets = world.desk.tickets.under(of).ids().filter_map(|id| world.desk.tickets.get(id));
    let tickets = tickets.filter(|ticket| {
        permission::sees(world, call, ticket) && department.is_none_or(|id| id == ticket.department)
    });
    let mut rows: Vec<(&Ticket, &Event)> = tickets
        .flat_map(|ticket| {
            let events = world.desk.events.under(&Key::Parent(ticket.id)).ids();
            events.filter_map(|id| world.desk.events.get(id)).map(move |event| (ticket, event))
        })
        .filter(|(_, event)| agent.is_none_or(|id| event.actor == Actor::Agent(id)))
        .collect();
    rows.sort_by_key(|(_, event)| std::cmp::Reverse((event.at, event.id)));
    list(page.cut(rows).into_iter().map(|(ticket, event)| row(world, call, ticket, event)).collect())
}

fn of_contact(world: &mut World, call: &Call) -> Served {
    let id = show::contact(world, call)?.id;
    events(world, call, &Key::Contact(id))
}

fn of_account(world: &mut World, call: &Call) -> Served {
    let id = account::account(world, call)?.id;
    events(world, call, &Key::Account(id))
}
