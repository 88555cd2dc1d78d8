//! Tickets in the order a list asks for, without sorting all of them when an index is in that order already.

use std::cmp::Reverse;

use super::filter::Filter;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::paging::Page;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Ticket, Turn};
use crate::sandbox::world::order::Order;

/// The page of a list: filtered, in the order of `by` (a `sortBy` field), tickets without that time last.
pub fn page<'w>(
    world: &'w World,
    call: &Call,
    filter: &Filter,
    by: (&str, bool),
    page: Page,
) -> Vec<&'w Ticket> {
    let tickets = &world.desk.tickets;
    let (field, descending) = by;
    let key = filter.key(world);
    let holds = |ticket: &&Ticket| filter.holds(world, call, ticket);
    let ready: Option<&Order> = match (&key, field) {
        (Some(key), "createdTime") => Some(tickets.under(key)),
        (None, "createdTime" | "modifiedTime" | "customerResponseTime") => Some(tickets.order(field)),
        _ => None,
    };
    if let Some(order) = ready {
        let ids: Box<dyn Iterator<Item = _>> =
            if descending { Box::new(order.ids().rev()) } else { Box::new(order.ids()) };
        return page.cut(ids.filter_map(|id| tickets.get(id)).filter(holds));
    }
    let pool = key.as_ref().map_or_else(|| tickets.order("createdTime"), |key| tickets.under(key));
    let mut rows: Vec<(Option<i64>, &Ticket)> = pool
        .ids()
        .filter_map(|id| tickets.get(id))
        .filter(holds)
        .map(|ticket| (place(world, ticket, field), ticket))
        .collect();
    if descending {
        rows.sort_by_key(|(place, ticket)| (place.is_none(), Reverse(*place), Reverse(ticket.id)));
    } else {
        rows.sort_by_key(|(place, ticket)| (place.is_none(), *place, ticket.id));
    }
    page.cut(rows.into_iter().map(|(_, ticket)| ticket))
}

/// A ticket's place in an order: milliseconds, or its number.
fn place(world: &World, ticket: &Ticket, field: &str) -> Option<i64> {
    let at = match field {
        "ticketNumber" => return i64::try_from(ticket.number).ok(),
        "dueDate" => ticket.due,
        "responseDueDate" => ticket.response_due,
        "modifiedTime" => Some(ticket.modified),
        "customerResponseTime" => Some(ticket.customer_response),
        "recentThread" => last_said(world, ticket),
        _ => Some(ticket.created),
    };
    at.map(jiff::Timestamp::as_millisecond)
}

fn last_said(world: &World, ticket: &Ticket) -> Option<jiff::Timestamp> {
    let last = ticket.conversation.iter().rev().find_map(|turn| match turn {
        Turn::Thread(id) => world.desk.threads.get(*id),
        Turn::Comment(_) => None,
    });
    last.map(|thread| thread.created).or(Some(ticket.created))
}
