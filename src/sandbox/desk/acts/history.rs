//! Notes in a ticket's history: every change leaves one, with the names of sheet §10.5.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::sandbox::desk::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Actor, Event, Property, Ticket};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Word;

/// Notes an event; `source` is `None` for what an agent does in the web interface or by API.
pub fn note(
    world: &mut World,
    ticket: Id,
    name: &str,
    actor: Actor,
    source: &str,
    at: Timestamp,
    info: Vec<Property>,
) {
    let id = world.desk.make_id();
    let (name, source) = (Word::from(name), Word::from(source));
    world.desk.events.insert(Event { id, ticket, name, at, actor, source, info });
}

/// A detail that is new.
pub fn fact(name: &str, value: impl Into<Value>) -> Property {
    Property { name: name.into(), before: None, value: value.into() }
}

/// The details in which a ticket differs from what it was.
pub fn differences(world: &World, before: &Ticket, after: &Ticket) -> Vec<Property> {
    let (old, new) = (facts(world, before), facts(world, after));
    let mut info: Vec<Property> = old
        .into_iter()
        .zip(new)
        .filter(|((_, old), (_, new))| old != new)
        .map(|((name, before), (_, value))| Property { name: name.into(), before: Some(before), value })
        .collect();
    let empty = std::collections::BTreeMap::new();
    let fields = |ticket: &Ticket| ticket.more.as_ref().map_or(empty.clone(), |more| more.cf.clone());
    let (old, new) = (fields(before), fields(after));
    for field in world.desk.settings.fields.iter().filter(|field| field.custom && field.noun == "tickets") {
        let value = |from: &std::collections::BTreeMap<String, Value>| {
            from.get(&field.api_name).cloned().unwrap_or(Value::Null)
        };
        let (before, value) = (value(&old), value(&new));
        if before != value {
            info.push(Property { name: field.label.as_str().into(), before: Some(before), value });
        }
    }
    info
}

/// The facts of a ticket that its history tells, always in the same order.
fn facts(world: &World, ticket: &Ticket) -> Vec<(&'static str, Value)> {
    let more = ticket.more.as_deref().cloned().unwrap_or_default();
    let agent = ticket.assignee.and_then(|id| world.desk.agent(id));
    let owner = agent.map_or(Value::Null, |a| json!({"id": a.id, "name": a.name(), "type": "Agent"}));
    let department = world.desk.department(ticket.department);
    let department =
        department.map_or(Value::Null, |d| json!({"id": d.id, "name": d.name, "type": "Department"}));
    let contact = world.desk.contacts.get(ticket.contact).map(crate::sandbox::world::desk::Contact::name);
    let account =
        ticket.account.and_then(|id| world.desk.accounts.get(id)).map(|account| account.name.clone());
    vec![
        ("Department", department),
        ("Account Name", json!(account)),
        ("Contact Name", json!(contact)),
        ("Email", json!(ticket.email)),
        ("Phone", json!(more.phone)),
        ("Subject", json!(ticket.subject)),
        ("Status", json!(ticket.status)),
        ("Case Owner", owner),
        ("Team", json!(more.team)),
        ("Priority", json!(ticket.priority)),
        ("Classification", json!(more.classification)),
        ("Category", json!(more.category)),
        ("Sub Category", json!(more.sub_category)),
        ("Language", json!(more.language)),
        ("Product", json!(more.product)),
        ("Channel", json!(ticket.channel)),
        ("Due Date", wire::maybe_time(ticket.due)),
        ("Is Escalated", json!(ticket.escalated)),
        ("Resolution", json!(more.resolution)),
    ]
}

/// What a new ticket's first note says.
pub fn birth(world: &World, ticket: &Ticket) -> Vec<Property> {
    let told = facts(world, ticket).into_iter().filter(|(_, value)| !value.is_null());
    told.map(|(name, value)| fact(name, value)).collect()
}
