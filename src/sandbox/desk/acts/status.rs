//! The status machine: what a status means is in the portal's table, the times follow from it (sheet §10.4).

use jiff::Timestamp;

use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Status, StatusType, Ticket};
use crate::sandbox::world::shelf::Word;

/// Gives a ticket a status: closing and holding set their times, leaving them clears those.
pub fn set(ticket: &mut Ticket, status: &Status, at: Timestamp) {
    if ticket.status == status.name {
        return;
    }
    let (was, is) = (ticket.status_type, status.kind);
    ticket.status = Word::clone(&status.name);
    ticket.status_type = is;
    match is {
        StatusType::Closed => ticket.closed = ticket.closed.filter(|_| was == is).or(Some(at)),
        StatusType::OnHold => ticket.on_hold = ticket.on_hold.filter(|_| was == is).or(Some(at)),
        StatusType::Open => {}
    }
    if is != StatusType::Closed {
        ticket.closed = None;
    }
    if is != StatusType::OnHold {
        ticket.on_hold = None;
    }
}

/// The status that a ticket gets when nobody names one, or when a customer's answer reopens it.
pub fn first_open(world: &World) -> Option<Status> {
    let statuses = &world.desk.settings.statuses;
    let named = statuses.iter().find(|status| &*status.name == "Open");
    named.or_else(|| statuses.iter().find(|status| status.kind == StatusType::Open)).cloned()
}

/// The status that "close" means.
pub fn first_closed(world: &World) -> Option<Status> {
    let statuses = &world.desk.settings.statuses;
    let named = statuses.iter().find(|status| &*status.name == "Closed");
    named.or_else(|| statuses.iter().find(|status| status.kind == StatusType::Closed)).cloned()
}

/// The status to which a customer's answer takes a ticket, when its own is one that reopens.
pub fn after_answer(world: &World, ticket: &Ticket) -> Option<Status> {
    let reopens = world.desk.status(&ticket.status).is_some_and(|status| status.reopens);
    if reopens { first_open(world).filter(|open| open.name != ticket.status) } else { None }
}
