//! One row of a table of tickets, and its heading.

use ratatui::style::Style;

use super::columns::Columns;
use crate::model::{StatusKind, Ticket};
use crate::text::{Standard, clip, clip_inside, line, width};
use crate::ui::paint::Row;
use crate::ui::parts::list::bar;
use crate::ui::symbols;
use crate::ui::view::View;

pub(super) fn heading(view: View<'_>, columns: Columns) -> Row {
    let dim = view.theme.dim;
    let mut row = Row::of(" ", dim);
    row.column("#", columns.number, dim);
    for (id, cols) in [
        ("ticket-subject", columns.subject),
        ("ticket-customer", columns.customer),
        ("ticket-channel-short", columns.channel),
        ("ticket-status", columns.status),
        ("ticket-priority-short", columns.priority),
        ("ticket-due", columns.due),
        ("ticket-agent", columns.assignee),
    ] {
        cell(&mut row, &view.say(id), (columns.gap, cols), dim);
    }
    row
}

/// The row, and the column in which its status begins.
pub(super) fn row(
    view: View<'_>,
    ticket: &Ticket,
    columns: Columns,
    selected: bool,
    focused: bool,
) -> (Row, usize) {
    let theme = view.theme;
    let closed = ticket.kind == StatusKind::Closed;
    let plain = if closed { theme.dim } else { theme.text };
    let subject = match (selected && focused, ticket.read) {
        (true, _) => theme.selected,
        (false, Some(false)) if !closed => theme.strong,
        _ => plain,
    };
    let mut row = bar(view, selected, focused);
    row.column(&format!("#{}", ticket.number), columns.number, theme.dim);
    cell(&mut row, &view.seen(&ticket.subject, "ticket-no-subject"), (columns.gap, columns.subject), subject);
    cell(&mut row, customer(ticket), (columns.gap, columns.customer), plain);
    cell(&mut row, &channel(view, &ticket.channel), (columns.gap, columns.channel), theme.dim);
    let status = row.width() + columns.gap;
    let name = status_in(view, ticket, columns.status);
    cell(&mut row, &name, (columns.gap, columns.status), self::status(view, ticket));
    let (priority, style) = priority(view, ticket);
    cell(&mut row, &priority, (columns.gap, columns.priority), if closed { theme.dim } else { style });
    let (due, style) = view.due(ticket);
    cell(&mut row, &due, (columns.gap, columns.due), style);
    let name = assignee(ticket);
    // In a narrow column the first name says more than half of the whole.
    let short = if width(&line(name)) > columns.assignee { first(name) } else { name };
    cell(&mut row, short, (columns.gap, columns.assignee), theme.dim);
    (row, status)
}

fn cell(row: &mut Row, text: &str, (gap, cols): (usize, usize), style: Style) {
    if cols > 0 {
        row.gap(gap);
        row.column(text, cols, style);
    }
}

/// Who has it, or that nobody has.
pub(super) fn assignee(ticket: &Ticket) -> &str {
    ticket.assignee.as_ref().map_or(symbols::NONE, |agent| agent.name.as_str())
}

/// The first name.
pub(super) fn first(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

fn customer(ticket: &Ticket) -> &str {
    match (ticket.contact_name.as_str(), &ticket.email) {
        ("", Some(email)) => email,
        ("", None) => symbols::NONE,
        (name, _) => name,
    }
}

/// The status in so many columns: cut at its end, or inside where two of the portal's would look alike.
fn status_in(view: View<'_>, ticket: &Ticket, cols: usize) -> String {
    if view.is_changing(ticket) {
        return clip(&line(&view.status(ticket)), cols);
    }
    let shown = |name: &str| clip(&line(&view.app.words.standard(Standard::Status, name)), cols);
    let own = shown(&ticket.status);
    if !own.ends_with('…') {
        return own;
    }
    let mut others = view.app.furniture.statuses.iter().filter(|status| status.name != ticket.status);
    if others.any(|status| shown(&status.name) == own) {
        return clip_inside(&line(&view.status(ticket)), cols);
    }
    own
}

/// How the status looks: what waits or is done steps back.
fn status(view: View<'_>, ticket: &Ticket) -> Style {
    match ticket.kind {
        StatusKind::Open if ticket.escalated => view.theme.warning,
        StatusKind::Open => view.theme.text,
        StatusKind::OnHold | StatusKind::Closed => view.theme.dim,
    }
}

/// The priority, and how it looks: the portal's highest two stand out.
fn priority(view: View<'_>, ticket: &Ticket) -> (String, Style) {
    let Some(name) = ticket.priority.as_deref() else { return (symbols::NONE.to_owned(), view.theme.dim) };
    let high = matches!(name, "High" | "Highest" | "Urgent");
    (view.priority(name), if high { view.theme.warning } else { view.theme.dim })
}

/// A channel as a short word: the portal's spelling of tickets (`Email`) and of threads (`EMAIL`) alike.
pub(in crate::ui) fn channel(view: View<'_>, name: &str) -> String {
    view.app.words.standard(Standard::Channel, name)
}
