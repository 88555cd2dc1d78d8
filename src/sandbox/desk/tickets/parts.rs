//! Pieces that the three ticket projections share (sheet §10): who, where, what came last.

use serde_json::{Value, json};

use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::activity::Deed;
use crate::sandbox::world::desk::ticket::More;
use crate::sandbox::world::desk::{StatusType, Ticket, Turn};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// The rest of a ticket, empty when it has none.
pub fn more(ticket: &Ticket) -> More {
    ticket.more.as_deref().cloned().unwrap_or_default()
}

/// How many messages a ticket has: drafts are not counted.
pub fn thread_count(world: &World, ticket: &Ticket) -> usize {
    let sent = |turn: &&Turn| match turn {
        Turn::Thread(id) => world.desk.threads.get(*id).is_some_and(|thread| !thread.is_draft()),
        Turn::Comment(_) => false,
    };
    ticket.conversation.iter().filter(sent).count()
}

/// How many comments a ticket has.
pub fn comment_count(ticket: &Ticket) -> usize {
    ticket.conversation.iter().filter(|turn| matches!(turn, Turn::Comment(_))).count()
}

/// How many tasks a ticket has.
pub fn task_count(world: &World, ticket: &Ticket) -> usize {
    let activities = &world.desk.activities;
    let theirs = activities.under(&Key::Parent(ticket.id)).ids().filter_map(|id| activities.get(id));
    theirs.filter(|activity| activity.deed == Deed::Task).count()
}

/// The last message, drafts included; `null` when there is none besides the description.
pub fn last_thread(world: &World, ticket: &Ticket) -> Value {
    let last = ticket.conversation.iter().rev().find_map(|turn| match turn {
        Turn::Thread(id) => world.desk.threads.get(*id),
        Turn::Comment(_) => None,
    });
    match last {
        Some(thread) if !thread.description => json!({
            "channel": &*thread.channel, "isDraft": thread.is_draft(), "isForward": thread.forward,
            "direction": if thread.incoming { "in" } else { "out" },
        }),
        _ => Value::Null,
    }
}

/// Where a ticket came from; the sandbox knows no integrations.
pub fn source() -> Value {
    json!({"appName": null, "appPhotoURL": null, "permalink": null, "type": "SYSTEM", "extId": null})
}

/// The due time as shown: none while on hold (seen live, sheet §10.4).
pub fn due(ticket: &Ticket) -> Value {
    let at = ticket.due.filter(|_| ticket.status_type != StatusType::OnHold);
    wire::maybe_time(at)
}

/// Whether the caller has read what came last.
pub fn is_read(ticket: &Ticket, call: &Call) -> bool {
    ticket.more.as_ref().is_some_and(|more| more.read_by.contains(&call.agent))
}

/// The layout of a ticket: its own, else its department's default.
pub fn layout(world: &World, ticket: &Ticket) -> Option<Id> {
    ticket.more.as_ref().and_then(|more| more.layout).or_else(|| {
        let layouts = &world.desk.settings.layouts;
        let fits = |strict: bool| {
            layouts.iter().find(|layout| {
                layout.noun == "tickets" && (!strict || layout.department == Some(ticket.department))
            })
        };
        fits(true).or_else(|| fits(false)).map(|layout| layout.id)
    })
}

/// The layout's id and name.
pub fn layout_details(world: &World, id: Option<Id>) -> Value {
    id.and_then(|id| world.desk.settings.layouts.iter().find(|layout| layout.id == id))
        .map_or(Value::Null, |layout| json!({"id": layout.id, "layoutName": layout.name}))
}

/// What a body says, as it goes over the wire; empty texts are `null`.
pub fn description(world: &World, ticket: &Ticket) -> Value {
    ticket.description.as_ref().map_or(Value::Null, |body| json!(world.text(body).content))
}

/// Adds the sub-objects that `include` asks for.
pub fn include(world: &World, call: &Call, ticket: &Ticket, words: &[&str], row: &mut Value) {
    for word in words {
        match *word {
            "contacts" => row["contact"] = wire::contact(world, ticket.contact),
            "products" => row["product"] = wire::product(world, more(ticket).product),
            "departments" => row["department"] = wire::department(world, ticket.department),
            "team" => row["team"] = wire::team(world, more(ticket).team),
            "assignee" => row["assignee"] = wire::assignee(world, call, ticket.assignee),
            "isRead" => row["isRead"] = json!(is_read(ticket, call)),
            "contract" => row["contract"] = Value::Null,
            "skills" => row["skillsInfo"] = json!([]),
            _ => {}
        }
    }
}
