//! A ticket in a list: no `modifiedTime`, no description, no `cf`, no `isOverDue` (sheet §10.1, a live body).

use serde_json::{Value, json};

use super::{full, parts};
use crate::sandbox::desk::answer::Refusal;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Ticket;

/// The most extra fields a list may be asked for.
const FIELDS: usize = 30;

/// The list row.
pub fn row(world: &World, call: &Call, ticket: &Ticket, include: &[&str]) -> Value {
    let more = parts::more(ticket);
    let mut row = json!({
        "id": ticket.id,
        "ticketNumber": ticket.number.to_string(),
        "layoutId": parts::layout(world, ticket),
        "email": ticket.email,
        "phone": more.phone,
        "subject": ticket.subject,
        "status": ticket.status,
        "statusType": ticket.status_type.text(),
        "createdTime": wire::time(ticket.created),
        "category": more.category,
        "subCategory": more.sub_category,
        "language": more.language,
        "priority": ticket.priority,
        "channel": ticket.channel,
        "dueDate": parts::due(ticket),
        "responseDueDate": wire::maybe_time(ticket.response_due),
        "commentCount": wire::count(parts::comment_count(ticket)),
        "threadCount": wire::count(parts::thread_count(world, ticket)),
        "sentiment": null,
        "closedTime": wire::maybe_time(ticket.closed),
        "onholdTime": wire::maybe_time(ticket.on_hold),
        "departmentId": ticket.department,
        "contactId": ticket.contact,
        "productId": more.product,
        "assigneeId": ticket.assignee,
        "teamId": more.team,
        "webUrl": wire::web_url(world, call, "Cases", ticket.id),
        "channelCode": null,
        "lastThread": parts::last_thread(world, ticket),
        "customerResponseTime": wire::time(ticket.customer_response),
        "isArchived": false,
        "isSpam": ticket.spam,
        "source": parts::source(),
    });
    parts::include(world, call, ticket, include, &mut row);
    wire::conceal(world, call, "tickets", &mut row);
    row
}

/// The `fields` parameter, checked.
pub fn extra_fields(call: &Call) -> Result<Vec<&str>, Refusal> {
    let fields = call.query.list("fields");
    if fields.len() > FIELDS { Err(Refusal::bad_parameter("fields")) } else { Ok(fields) }
}

/// The row with the fields that `fields` asks for besides.
pub fn row_with(world: &World, call: &Call, ticket: &Ticket, include: &[&str], fields: &[&str]) -> Value {
    let mut row = row(world, call, ticket, include);
    if !fields.is_empty() {
        let whole = full::body(world, call, ticket);
        for field in fields {
            let value = whole.get(*field).or_else(|| whole["cf"].get(*field));
            if let Some(value) = value {
                row[*field] = value.clone();
            }
        }
    }
    row
}
