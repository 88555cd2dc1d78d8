//! Contacts, companies, pipelines: the list, and the page of the selected record beside it.

mod activity;
mod fields;
mod list;
mod overview;
mod page;
mod twin;

use ratatui::layout::Rect;

use crate::app::screens::counter::{Counter, Focus};
use crate::ui::paint::{Canvas, left};
use crate::ui::view::View;

/// From so many columns on there are two columns.
const WIDE: u16 = 100;

/// Columns between list and page.
const GUTTER: u16 = 3;

pub(in crate::ui) fn draw(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    if area.width < WIDE {
        match counter.focus {
            Focus::List => list::draw(view, counter, area, canvas),
            Focus::Record => page::draw(view, counter, area, canvas),
        }
        return;
    }
    let (column, rest) = left(area, share(area.width));
    let (_, page) = left(rest, GUTTER);
    list::draw(view, counter, column, canvas);
    page::draw(view, counter, page, canvas);
}

/// What of the columns is the list's: names and companies are to be told apart, subjects to be read.
fn share(cols: u16) -> u16 {
    (cols * 3 / 10).clamp(36, 76)
}
