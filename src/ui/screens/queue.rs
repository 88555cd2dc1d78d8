//! The agent's own tickets: shelves, department, filter, table.

use ratatui::layout::Rect;

use crate::app::screens::queue::{Queue, Shelf};
use crate::app::{Action, Context};
use crate::text::{count, wrap};
use crate::ui::paint::{Canvas, Row, bottom, inset, left, top};
use crate::ui::parts::{find, pane, tickets};
use crate::ui::symbols;
use crate::ui::view::View;

pub(in crate::ui) fn draw(view: View<'_>, queue: &Queue, area: Rect, canvas: &mut Canvas<'_>) {
    let (head, rest) = top(area, 1);
    let (filter, rest) = top(rest, 1);
    let (_, body) = top(rest, 1);
    shelves(view, queue, head, canvas);
    status(view, queue, filter, canvas);
    let rows = queue.tickets.window.total > 0;
    canvas.regions.tickets = body.height.saturating_sub(1);
    if let Some(body) = pane::draw(view, queue.freshness(), rows, &nothing(view, queue), body, canvas) {
        let table = tickets::Table { focused: !queue.finding, customers: true };
        let body = rest_elsewhere(view, queue, body, canvas);
        tickets::draw(view, &queue.tickets, table, body, canvas);
    }
}

fn shelves(view: View<'_>, queue: &Queue, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let mut row = Row::new();
    for shelf in Shelf::ALL {
        let here = shelf == queue.shelf;
        if !row.is_empty() {
            row.gap(3);
        }
        row.push(&view.say(name(shelf)), if here { theme.accent } else { theme.dim });
        if let Some(count) = on_shelf(queue, shelf) {
            row.push(&format!(" {}", number(count)), theme.dim);
        }
    }
    let inner = inset(area, 1);
    let taken = row.width();
    canvas.row(inner, 0, row);
    let department = queue
        .department
        .as_ref()
        .and_then(|id| view.app.furniture.departments.iter().find(|department| department.id == *id));
    let shown =
        department.map_or_else(|| view.say("queue-all-departments"), |department| department.name.clone());
    let style = if department.is_some() { theme.strong } else { theme.dim };
    // The names of the shelves stay whole: the department takes what they leave.
    let room = usize::from(inner.width).saturating_sub(taken + 4).min(28);
    let row = Row::of(&crate::text::clip(&crate::text::line(&shown), room), style)
        .and(&format!(" {}", symbols::MENU), theme.dim);
    canvas.anchors.shown = Some(canvas.right(inner, 0, row));
}

/// How many stand on a shelf, once that is known. With a filter it stays: how many match stands at the right.
fn on_shelf(queue: &Queue, shelf: Shelf) -> Option<usize> {
    let known = queue.totals[shelf as usize].and_then(|count| usize::try_from(count).ok());
    let shown = (shelf == queue.shelf && queue.freshness().whole()).then_some(queue.tickets.window.total);
    known.or(shown.filter(|_| queue.find.text().is_empty())).filter(|count| *count > 0)
}

fn name(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Mine => "shelf-mine",
        Shelf::Unassigned => "shelf-unassigned",
        Shelf::Overdue => "shelf-overdue",
        Shelf::AllOpen => "shelf-all-open",
    }
}

fn number(n: usize) -> String {
    count(i64::try_from(n).unwrap_or(i64::MAX))
}

/// The filter at the left; where one is, and how old it is, at the right.
fn status(view: View<'_>, queue: &Queue, area: Rect, canvas: &mut Canvas<'_>) {
    let total = queue.tickets.window.total;
    let mut right = pane::age(view, queue.freshness(), total > 0);
    if total > 0 {
        if !right.is_empty() {
            right.gap(2);
        }
        right.append(pane::place(view, queue.freshness(), queue.tickets.cursor, total));
    }
    let end = canvas.right(inset(area, 1), 0, right);
    let (area, _) = left(area, area.width.saturating_sub(end.width + 3));
    find::draw(view, &queue.find, queue.finding, area, canvas);
}

/// Says below the rows that they are not all, how many there are, and where the others are found. Returns what is left.
fn rest_elsewhere(view: View<'_>, queue: &Queue, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let here = queue.tickets.window.total;
    if !queue.cut || here == 0 {
        return area;
    }
    let known = queue.totals[queue.shelf as usize].and_then(|count| usize::try_from(count).ok());
    let key = view.keys_in(&[Context::Global], Action::Search).unwrap_or_default();
    let all = known.filter(|all| *all > here && queue.find.text().is_empty());
    let text = match all {
        Some(all) => {
            let args = [("here", number(here).into()), ("all", number(all).into()), ("key", key.into())];
            view.say_with("queue-cut-of", &args)
        }
        None => view.say_with("queue-cut", &[("key", key.into())]),
    };
    let lines = wrap(&text, inset(area, 1).width.into());
    let (rows, foot) = bottom(area, u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height / 3));
    canvas.rows(inset(foot, 1), lines.iter().map(|line| Row::of(line, view.theme.dim)));
    rows
}

fn nothing(view: View<'_>, queue: &Queue) -> String {
    match (queue.find.text(), queue.shelf) {
        ("", Shelf::Mine) => view.say("pane-none-mine"),
        ("", Shelf::Unassigned) => view.say("pane-none-unassigned"),
        ("", Shelf::Overdue) => view.say("pane-none-overdue"),
        ("", Shelf::AllOpen) => view.say("pane-none-open"),
        (text, _) => view.say_with("pane-no-match", &[("text", text.into())]),
    }
}
