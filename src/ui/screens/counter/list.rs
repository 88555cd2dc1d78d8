//! The left column: how many there are, the filter, the rows.

use ratatui::layout::Rect;

use crate::app::screens::counter::{Counter, Focus};
use crate::model::Module;
use crate::ui::paint::{Canvas, Row, inset, top};
use crate::ui::parts::{find, list, pane};
use crate::ui::view::View;

pub(super) fn draw(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    let (head, rest) = top(area, 1);
    let (filter, rest) = top(rest, 1);
    let (_, body) = if rest.height >= 20 { top(rest, 1) } else { top(rest, 0) };
    title(view, counter, head, canvas);
    find::draw(view, &counter.find, counter.finding, filter, canvas);
    let rows = counter.rows.window.total > 0;
    canvas.regions.list = body.height;
    if let Some(body) = pane::draw(view, &counter.fresh, rows, &nothing(view, counter), body, canvas) {
        canvas.regions.list = body.height;
        list::draw(view, &counter.rows, counter.focus == Focus::List, body, canvas);
    }
}

fn title(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    let focused = counter.focus == Focus::List;
    let style = if focused { view.theme.accent } else { view.theme.strong };
    let mut row = Row::of(" ", view.theme.text).and(&view.say(name(counter.module)), style);
    let total = counter.rows.window.total;
    if total > 0 {
        row.gap(2);
        row.append(pane::place(view, &counter.fresh, counter.rows.cursor, total));
    }
    canvas.row(area, 0, row);
    canvas.right(inset(area, 1), 0, pane::age(view, &counter.fresh, total > 0));
}

fn name(module: Module) -> &'static str {
    match module {
        Module::Contacts => "screen-contacts",
        Module::Companies => "screen-companies",
        Module::Pipelines => "screen-pipelines",
    }
}

fn nothing(view: View<'_>, counter: &Counter) -> String {
    match (counter.find.text(), counter.module) {
        ("", Module::Contacts) => view.say("pane-no-contacts"),
        ("", Module::Companies) => view.say("pane-no-companies"),
        ("", Module::Pipelines) => view.say("pane-no-pipelines"),
        (text, _) => view.say_with("pane-no-match", &[("text", text.into())]),
    }
}
