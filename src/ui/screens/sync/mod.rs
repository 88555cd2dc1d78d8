//! The pairing of Bigin and Desk: the lists and how many stand in them, one list and the page of the selected record, the
//! last runs and what was spent.

mod counters;
mod fields;
mod foot;
mod history;
mod list;
mod page;
mod state;

use ratatui::layout::Rect;

use crate::app::screens::sync::{Focus, Sync};
use crate::ui::paint::{Canvas, Row, bottom, inset, left, top};
use crate::ui::parts::pane;
use crate::ui::view::View;

/// From so many columns on there are two columns.
const WIDE: u16 = 100;

/// Columns between list and page.
const GUTTER: u16 = 3;

pub(in crate::ui) fn draw(view: View<'_>, sync: &Sync, area: Rect, canvas: &mut Canvas<'_>) {
    if sync.there == Some(false) {
        return nothing(view, area, canvas);
    }
    let (head, rest) = top(area, counters::rows(view, sync, area.width));
    counters::draw(view, sync, head, canvas);
    let (line, rest) = top(rest, 1);
    state::draw(view, sync, line, canvas);
    let (body, end) = bottom(rest, foot::rows(sync, rest.height));
    foot::draw(view, sync, end, canvas);
    let (_, body) = if body.height >= 12 { top(body, 1) } else { top(body, 0) };
    if body.width < WIDE {
        match sync.focus {
            Focus::List => list::draw(view, sync, body, canvas),
            Focus::Page => page::draw(view, sync, body, canvas),
        }
        return;
    }
    let (column, rest) = left(body, (body.width * 2 / 5).clamp(40, 76));
    let (_, page) = left(rest, GUTTER);
    list::draw(view, sync, column, canvas);
    page::draw(view, sync, page, canvas);
}

/// There is no ledger: how one begins.
fn nothing(view: View<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let (head, rest) = top(area, 2);
    canvas.row(inset(head, 1), 0, Row::of(&view.say("pair-none"), view.theme.strong));
    let mut area = inset(rest, 1);
    for id in ["pair-none-first", "pair-none-mapping", "pair-none-mode"] {
        let text = view.say(id);
        let lines = crate::text::wrap(&text, area.width.into()).len();
        pane::sentence(&text, view.theme.text, area, canvas);
        area = top(area, u16::try_from(lines + 1).unwrap_or(u16::MAX)).1;
    }
}
