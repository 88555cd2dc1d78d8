//! The tickets.

use balcao::model::{
    AgentId, AgentRef, DepartmentId, DeskContactId, StatusKind, Ticket, TicketId, TicketScope,
};
use jiff::SignedDuration;

use super::{Twist, now};

/// Number, subject, status, kind, channel, priority, due in minutes, assignee, customer.
type Row = (
    u32,
    &'static str,
    &'static str,
    StatusKind,
    &'static str,
    &'static str,
    Option<i64>,
    &'static str,
    &'static str,
);

const ROWS: [Row; 9] = [
    (
        1042,
        "Refund not received",
        "Open",
        StatusKind::Open,
        "Email",
        "High",
        Some(-130),
        "Ana Lima",
        "Marina Souza",
    ),
    (1038, "Cannot export contacts", "On hold", StatusKind::OnHold, "Web", "", None, "", "Marina Souza"),
    (
        1031,
        "Invoice shows the wrong VAT, and the address of the old office on the second page",
        "Waiting for finance",
        StatusKind::OnHold,
        "Email",
        "Medium",
        None,
        "Rui Prado",
        "Marina Souza",
    ),
    (991, "Thank you!", "Closed", StatusKind::Closed, "Phone", "Low", None, "Rui Prado", "Marina Souza"),
    (1051, "Login fails", "Open", StatusKind::Open, "Email", "High", Some(185), "Ana Lima", "Paulo Souza"),
    (
        1050,
        "パスワードを再設定できません 🙂",
        "Open",
        StatusKind::Open,
        "Chat",
        "",
        Some(60 * 50),
        "",
        "王小明",
    ),
    (
        1049,
        "لم يصل الطلب",
        "Escalated",
        StatusKind::Open,
        "Email",
        "High",
        Some(-60 * 24 * 3),
        "Ana Lima",
        "محمد الأحمد",
    ),
    (
        1047,
        "Where is my order?",
        "Open",
        StatusKind::Open,
        "Twitter",
        "Low",
        Some(40),
        "",
        "José 🙂 da Conceição",
    ),
    (
        10_044,
        "Re: Re: Re: [EXT] Fwd: contract",
        "Open",
        StatusKind::Open,
        "Forums",
        "Medium",
        Some(60 * 24 * 9),
        "Maria Aparecida dos Santos",
        "Renata de Souza",
    ),
];

pub fn tickets(twist: Twist<'_>) -> Vec<Ticket> {
    ROWS.iter().map(|row| ticket(row, twist)).collect()
}

fn ticket(row: &Row, twist: Twist<'_>) -> Ticket {
    let (number, subject, status, kind, channel, priority, due, assignee, customer) = *row;
    let customers = if customer == "Marina Souza" { "8812" } else { "9000" };
    Ticket {
        id: TicketId::new(format!("t{number}")),
        number: twist(&number.to_string()),
        subject: twist(subject),
        status: twist(status),
        kind,
        channel: twist(channel),
        priority: (!priority.is_empty()).then(|| twist(priority)),
        department: DepartmentId::new("s"),
        contact: Some(DeskContactId::new(customers)),
        contact_name: twist(customer),
        email: Some(twist("marina@zylker.example")),
        account: None,
        account_name: twist("Zylker Ltda"),
        assignee: (!assignee.is_empty()).then(|| AgentRef {
            id: AgentId::new(assignee.split(' ').next().unwrap_or(assignee).to_lowercase()),
            name: twist(assignee),
        }),
        created: now() - SignedDuration::from_hours(72),
        due: due.map(|minutes| now() + SignedDuration::from_mins(minutes)),
        response_due: None,
        closed: (kind == StatusKind::Closed).then(|| now() - SignedDuration::from_hours(24 * 9)),
        customer_response: None,
        threads: 3,
        comments: 1,
        read: Some(number != 1051),
        escalated: status == "Escalated",
    }
}

/// Whether a ticket is in a list.
pub fn inside(ticket: &Ticket, scope: Option<&TicketScope>) -> bool {
    let open = ticket.kind != StatusKind::Closed;
    match scope {
        None => false,
        Some(TicketScope::Mine(me)) => open && ticket.assignee.as_ref().is_some_and(|agent| agent.id == *me),
        Some(TicketScope::Unassigned) => open && ticket.assignee.is_none(),
        Some(TicketScope::Overdue) => ticket.overdue(now()),
        Some(TicketScope::AllOpen) => open,
        Some(TicketScope::Of { contacts, .. }) => {
            ticket.contact.as_ref().is_some_and(|id| contacts.contains(id))
        }
    }
}
