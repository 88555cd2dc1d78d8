//! The page of a record: name, who that is, tabs, and what the tab shows.

use ratatui::layout::Rect;

use super::{activity, fields, overview, twin};
use crate::app::screens::counter::{Counter, Focus, Tab};
use crate::model::TicketCounts;
use crate::ui::paint::{Canvas, Row, inset, top};
use crate::ui::parts::{pane, tickets};
use crate::ui::view::View;

pub(super) fn draw(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    if counter.shown.is_none() {
        return;
    }
    let (head, rest) = top(area, 2);
    let (tabs, rest) = top(rest, 1);
    let (_, body) = top(rest, 1);
    title(view, counter, head, canvas);
    self::tabs(view, counter, tabs, canvas);
    match counter.tab {
        Tab::Overview => overview::draw(view, counter, body, canvas),
        Tab::Tickets => tickets_tab(view, counter, body, canvas),
        Tab::Activity => activity::draw(view, counter, body, canvas),
    }
}

fn title(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    let style = if counter.focus == Focus::Record { view.theme.accent } else { view.theme.strong };
    // Until the page is here, the row of the list says what it is.
    let row = counter.rows.selected().filter(|row| Some(&row.id) == counter.shown.as_ref());
    let (name, subtitle) = match (&counter.page, row) {
        (Some(page), _) => fields::name(view, &page.record),
        (None, Some(row)) => (row.name.clone(), row.second.clone()),
        (None, None) => return,
    };
    let area = inset(area, 1);
    canvas.row(area, 0, Row::of(&view.seen(&name, "pane-no-name"), style));
    if counter.gone {
        canvas.row(area, 1, Row::of(&view.say("record-deleted"), view.theme.warning));
    } else {
        canvas.row(area, 1, Row::of(&subtitle, view.theme.dim));
    }
}

fn tabs(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let mut row = Row::new();
    for tab in Tab::ALL {
        let style = match (tab == counter.tab, counter.focus) {
            (true, Focus::Record) => theme.accent,
            (true, Focus::List) => theme.strong,
            (false, _) => theme.dim,
        };
        if !row.is_empty() {
            row.gap(3);
        }
        match tab {
            Tab::Overview => row.push(&view.say("tab-overview"), style),
            Tab::Activity => row.push(&view.say("tab-activity"), style),
            Tab::Tickets => {
                row.push(&view.say("screen-tickets"), style);
                // How many of those that happen to be here says nothing.
                if counter.tickets_fresh.whole() {
                    row.append(counts(view, counter.counts));
                }
            }
        }
    }
    canvas.row(inset(area, 1), 0, row);
    let rows = counter.tickets.window.total > 0;
    let age = match counter.tab {
        Tab::Tickets => pane::age(view, &counter.tickets_fresh, rows),
        Tab::Activity => pane::age(view, &counter.activities_fresh, counter.page.is_some()),
        Tab::Overview => Row::new(),
    };
    canvas.right(inset(area, 1), 0, age);
}

/// ` 3 open · 1 overdue`; nothing when there never was a ticket.
fn counts(view: View<'_>, counts: TicketCounts) -> Row {
    let theme = view.theme;
    let mut row = Row::new();
    if counts.all > 0 {
        row.push(&format!(" {}", view.say_with("tab-open", &[("count", counts.open.into())])), theme.dim);
    }
    if counts.overdue > 0 {
        row.push(" · ", theme.dim);
        row.push(&view.say_with("tab-overdue", &[("count", counts.overdue.into())]), theme.overdue);
    }
    row
}

fn tickets_tab(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    let rows = counter.tickets.window.total > 0;
    let area = twin::draw(view, counter, area, canvas);
    if counter.choosing() {
        twin::candidates(view, counter, area, canvas);
        return;
    }
    let known = counter.scope().is_some();
    // Without a twin nothing is on its way: the lines above say why.
    if !known && counter.tickets_fresh.loaded && counter.tickets_fresh.trouble.is_none() {
        return;
    }
    if let Some(area) =
        pane::draw(view, &counter.tickets_fresh, rows, &view.say("pane-no-tickets"), area, canvas)
    {
        let table = tickets::Table { focused: counter.focus == Focus::Record, customers: many(counter) };
        tickets::draw(view, &counter.tickets, table, area, canvas);
    }
}

/// Whether the tickets are of several customers: those of a company, or of a deal with its company.
fn many(counter: &Counter) -> bool {
    counter.module != crate::model::Module::Contacts
}
