//! Tickets: rows and JSON.

use serde_json::{Value, json};

use super::{named, optional};
use crate::model::{Department, DepartmentId, StatusKind, Ticket};
use crate::text::{Clock, Standard, Words};

/// Names that tickets know only by id.
#[derive(Clone, Debug, Default)]
pub struct Names(pub Vec<Department>);

impl Names {
    /// A department's name; empty when it is not known.
    pub fn department(&self, id: &DepartmentId) -> &str {
        self.0.iter().find(|known| known.id == *id).map_or("", |known| known.name.as_str())
    }
}

/// The titles of a list of tickets.
pub fn ticket_titles(words: &Words) -> Vec<String> {
    [
        "cli-number",
        "ticket-status",
        "ticket-priority",
        "ticket-due",
        "ticket-channel",
        "ticket-assignee",
        "ticket-customer",
        "ticket-subject",
    ]
    .map(|id| words.say(id))
    .to_vec()
}

/// A ticket's cells under these titles, Zoho's own words as the screen says them.
pub fn ticket_row(ticket: &Ticket, words: &Words, clock: &Clock) -> Vec<String> {
    let assignee =
        ticket.assignee.as_ref().map_or_else(|| words.say("ticket-unassigned"), |one| one.name.clone());
    let customer = if ticket.contact_name.is_empty() {
        ticket.email.clone().unwrap_or_default()
    } else {
        ticket.contact_name.clone()
    };
    vec![
        format!("#{}", ticket.number),
        words.standard(Standard::Status, &ticket.status),
        words.standard(Standard::Priority, ticket.priority.as_deref().unwrap_or_default()),
        clock.due(words, ticket.due, ticket.kind),
        words.standard(Standard::Channel, &ticket.channel),
        assignee,
        customer,
        ticket.subject.clone(),
    ]
}

/// A ticket for scripts.
pub fn ticket_json(ticket: &Ticket, names: &Names, clock: &Clock) -> Value {
    let contact = match (&ticket.contact, ticket.contact_name.is_empty() && ticket.email.is_none()) {
        (None, true) => Value::Null,
        (id, _) => json!({ "id": id, "name": ticket.contact_name, "email": ticket.email }),
    };
    json!({
        "id": ticket.id, "number": ticket.number, "subject": ticket.subject,
        "status": ticket.status, "status_kind": kind(ticket.kind),
        "channel": ticket.channel, "priority": ticket.priority,
        "department": named(ticket.department.as_str(), names.department(&ticket.department)),
        "contact": contact,
        "account": optional(ticket.account.as_ref(), |id| named(id.as_str(), &ticket.account_name)),
        "assignee": optional(ticket.assignee.as_ref(), |one| named(one.id.as_str(), &one.name)),
        "created_at": ticket.created, "due_at": ticket.due, "response_due_at": ticket.response_due,
        "closed_at": ticket.closed, "customer_response_at": ticket.customer_response,
        "threads": ticket.threads, "comments": ticket.comments, "read": ticket.read,
        "escalated": ticket.escalated, "overdue": ticket.overdue(clock.now),
    })
}

fn kind(kind: StatusKind) -> &'static str {
    match kind {
        StatusKind::Open => "open",
        StatusKind::OnHold => "on_hold",
        StatusKind::Closed => "closed",
    }
}
