//! How the tickets of a contact or an account stand.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::call::Call;
use super::{happiness, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{StatusType, Ticket};
use crate::sandbox::world::shelf::Key;

/// The counts of the tickets under a key, as far as they are the caller's to see; counts are strings, as in other bodies.
pub fn of(world: &World, call: &Call, key: &Key) -> Value {
    let tickets = world.desk.tickets.under(key).ids().filter_map(|id| world.desk.tickets.get(id));
    let tickets: Vec<&Ticket> = tickets.filter(|ticket| permission::sees(world, call, ticket)).collect();
    let count =
        |test: &dyn Fn(&Ticket) -> bool| tickets.iter().filter(|ticket| test(ticket)).count().to_string();
    let mut channels: BTreeMap<&str, usize> = BTreeMap::new();
    for ticket in &tickets {
        *channels.entry(&ticket.channel).or_default() += 1;
    }
    let channels: BTreeMap<&str, String> =
        channels.into_iter().map(|(name, n)| (name, n.to_string())).collect();
    let [good, ok, bad] = happiness::counts(world, call, key);
    json!({
        "totalTickets": tickets.len().to_string(),
        "openTickets": count(&|ticket| ticket.status_type == StatusType::Open),
        "onholdTickets": count(&|ticket| ticket.status_type == StatusType::OnHold),
        "closedTickets": count(&|ticket| ticket.status_type == StatusType::Closed),
        "overdueTickets": count(&|ticket| ticket.is_overdue(call.now)),
        "escalatedTickets": count(&|ticket| ticket.escalated),
        "spamTickets": count(&|ticket| ticket.spam),
        "firstResponseTime": null,
        "responseTime": null,
        "resolutionTime": null,
        "channelWiseCount": channels,
        "customerHappiness": {
            "goodCount": good.to_string(), "okCount": ok.to_string(), "badCount": bad.to_string(),
        },
    })
}
