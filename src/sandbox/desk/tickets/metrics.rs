//! How long things took: `GET /tickets/{id}/metrics`, reckoned from the messages and the history.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::sandbox::desk::answer::{Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::threads::list;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::thread::Author;
use crate::sandbox::world::desk::{Property, Thread, Ticket};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::get("/tickets/{ticket}/metrics", &["Desk.tickets.READ"], &[], metrics)];

/// `01:50 hrs`.
fn hours(span: SignedDuration) -> String {
    let minutes = span.as_mins().max(0);
    format!("{:02}:{:02} hrs", minutes / 60, minutes % 60)
}

/// The answers: what went out to the customer, with how long the customer had waited.
fn answers<'w>(threads: &[&'w Thread]) -> Vec<(&'w Thread, SignedDuration)> {
    let mut asked: Option<Timestamp> = None;
    let mut answers = Vec::new();
    for thread in threads.iter().filter(|thread| !thread.is_draft()) {
        if thread.incoming {
            asked.get_or_insert(thread.created);
        } else if let (false, false, Some(since)) = (thread.private, thread.forward, asked) {
            answers.push((*thread, thread.created.duration_since(since)));
            asked = None;
        }
    }
    answers
}

/// The changes of one fact in the history, oldest first: when, from what, to what.
fn changes(world: &World, ticket: &Ticket, name: &str) -> Vec<(Timestamp, Property)> {
    let events = world.desk.events.under(&Key::Parent(ticket.id)).ids();
    events
        .filter_map(|id| world.desk.events.get(id))
        .filter_map(|event| {
            let fact = event.info.iter().find(|fact| &*fact.name == name && fact.before.is_some())?;
            Some((event.at, fact.clone()))
        })
        .collect()
}

fn metrics(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?;
    let threads = list::of(world, ticket);
    let sent: Vec<&Thread> = threads.iter().copied().filter(|thread| !thread.is_draft()).collect();
    let answers = answers(&threads);
    let total = answers.iter().fold(SignedDuration::ZERO, |sum, (_, took)| sum + *took);
    let mut agents: BTreeMap<Id, SignedDuration> = BTreeMap::new();
    for (thread, took) in &answers {
        if let Author::Agent(id) = thread.author {
            *agents.entry(id).or_default() += *took;
        }
    }
    let handled: Vec<Value> = agents
        .into_iter()
        .map(|(id, took)| {
            let name = world.desk.agent(id).map(crate::sandbox::world::desk::Agent::name);
            json!({"agentId": id, "agentName": name, "handlingTime": hours(took)})
        })
        .collect();
    let statuses = changes(world, ticket, "Status");
    let closed = |value: &Value| {
        let status = value.as_str().and_then(|name| world.desk.status(name));
        status.is_some_and(|status| status.kind == crate::sandbox::world::desk::StatusType::Closed)
    };
    let reopened = statuses
        .iter()
        .filter(|(_, fact)| fact.before.as_ref().is_some_and(closed) && !closed(&fact.value))
        .count();
    let mut stages: BTreeMap<String, SignedDuration> = BTreeMap::new();
    let mut since = ticket.created;
    for (at, fact) in &statuses {
        let name = fact.before.as_ref().and_then(Value::as_str).unwrap_or("").to_owned();
        *stages.entry(name).or_default() += at.duration_since(since);
        since = *at;
    }
    *stages.entry(ticket.status.to_string()).or_default() += call.now.duration_since(since);
    let staging: Vec<Value> = stages
        .into_iter()
        .map(|(status, took)| json!({"status": status, "handledTime": hours(took)}))
        .collect();
    found(json!({
        "firstResponseTime": answers.first().map(|(_, took)| hours(*took)),
        "totalResponseTime": (!answers.is_empty()).then(|| hours(total)),
        "resolutionTime": ticket.closed.map(|at| hours(at.duration_since(ticket.created))),
        "responseCount": answers.len(),
        "outgoingCount": sent.iter().filter(|thread| !thread.incoming).count(),
        "threadCount": sent.len(),
        "reassignCount": changes(world, ticket, "Case Owner").len(),
        "reopenCount": reopened,
        "agentsHandled": handled,
        "stagingData": staging,
    }))
}
