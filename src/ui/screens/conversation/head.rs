//! The head of an opened ticket: what it is about, its status, who has it, when it is due, whose it is.

use ratatui::layout::Rect;

use crate::app::screens::conversation::Talk;
use crate::model::{StatusKind, Ticket};
use crate::text::{clip, line, width};
use crate::ui::paint::{Canvas, Row, inset};
use crate::ui::parts::{pane, tickets};
use crate::ui::symbols;
use crate::ui::view::View;

pub(super) fn draw(view: View<'_>, talk: &Talk, area: Rect, canvas: &mut Canvas<'_>) {
    let inner = inset(area, 1);
    if let Some(ticket) = talk.page.as_ref().map(|page| &page.ticket).or(talk.ticket.as_ref()) {
        subject(view, ticket, inner, canvas);
        details(view, ticket, inner, canvas);
    }
    canvas.rule(area, 2, view.theme.border);
    let mut end = position(view, talk);
    let age = pane::age(view, &talk.fresh, !talk.said().is_empty());
    if !age.is_empty() {
        end.gap(1);
        end.append(age);
        end.gap(1);
    }
    canvas.right(inset(area, 2), 2, end);
}

fn subject(view: View<'_>, ticket: &Ticket, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let style = match ticket.kind {
        StatusKind::Open => theme.strong,
        StatusKind::OnHold => theme.text,
        StatusKind::Closed => theme.dim,
    };
    let mut status = Row::of(&clip(&line(&view.status(ticket)), 28), style);
    if view.app.may().is_none_or(|may| may.edit_tickets) {
        status.push(&format!(" {}", symbols::MENU), theme.dim);
    }
    let place = canvas.right(area, 0, status);
    canvas.anchors.status = Some(place);
    let room = usize::from(area.width.saturating_sub(place.width + 2));
    let row = Row::of(&format!("#{} ", ticket.number), theme.dim)
        .and(&view.seen(&ticket.subject, "ticket-no-subject"), theme.strong);
    canvas.row(area, 0, row.fit(room));
}

fn details(view: View<'_>, ticket: &Ticket, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let (due, due_style) = view.due(ticket);
    let mut row = Row::new();
    let mut put = |text: &str, style| {
        if !text.is_empty() {
            if !row.is_empty() {
                row.push(" · ", theme.dim);
            }
            row.push(text, style);
        }
    };
    if ticket.escalated {
        put(&view.say("ticket-escalated"), theme.overdue);
    }
    if ticket.due.is_some() && ticket.kind == StatusKind::Open {
        put(&due, due_style);
    }
    put(&ticket.priority.as_deref().map(|name| view.priority(name)).unwrap_or_default(), theme.dim);
    put(&tickets::channel(view, &ticket.channel), theme.dim);
    match &ticket.assignee {
        Some(agent) => put(&agent.name, theme.dim),
        None => put(&view.say("ticket-unassigned"), theme.warning),
    }
    let department = view.app.furniture.departments.iter().find(|place| place.id == ticket.department);
    put(department.map_or("", |place| place.name.as_str()), theme.dim);
    let customer = customer(view, ticket);
    let room = usize::from(area.width).saturating_sub(customer.width() + 2);
    canvas.row(area, 1, row.fit(room.max(usize::from(area.width) / 2)));
    let room = usize::from(area.width).saturating_sub(room.min(usize::from(area.width)));
    canvas.right(area, 1, customer.fit(room.saturating_sub(2).min(usize::from(area.width) / 2)));
}

/// `Zylker Ltda › Marina Souza`.
fn customer(view: View<'_>, ticket: &Ticket) -> Row {
    let theme = view.theme;
    let mut row = Row::of(&ticket.account_name, theme.dim);
    let name =
        if ticket.contact_name.is_empty() { ticket.email.as_deref() } else { Some(&*ticket.contact_name) };
    let name = line(name.unwrap_or_default());
    if !name.trim().is_empty() {
        if !row.is_empty() {
            row.push(&format!(" {} ", symbols::INTO), theme.dim);
        }
        row.push(&name, theme.text);
    }
    row
}

/// `12–31 / 88`: which lines are in view, when not all are.
fn position(view: View<'_>, talk: &Talk) -> Row {
    let total = talk.lines.len();
    if total <= talk.visible || total == 0 {
        return Row::new();
    }
    let last = (talk.top + talk.visible).min(total);
    let text = format!(" {}{}{last} / {total} ", talk.top + 1, symbols::NONE);
    debug_assert!(width(&text) < 40, "numbers of lines are short");
    Row::of(&text, view.theme.dim)
}
