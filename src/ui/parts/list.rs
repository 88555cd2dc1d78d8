//! The list of contacts, companies or deals: name, second column, open tickets.

use ratatui::layout::Rect;

use crate::app::parts::list::List;
use crate::model::{Open, RecordRow};
use crate::ui::paint::{Canvas, Row};
use crate::ui::symbols;
use crate::ui::view::View;

/// Columns of the number of open tickets, a blank before it.
const NUMBER: usize = 4;

/// Columns that a name needs at most; what is left tells two of the same name apart.
const LONG: usize = 36;

/// More open tickets than this are only "many".
const MANY: u32 = 99;

pub(in crate::ui) fn draw(
    view: View<'_>,
    list: &List<RecordRow>,
    focused: bool,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    for line in 0..area.height {
        let place = list.top + usize::from(line);
        if place >= list.window.total {
            break;
        }
        let selected = place == list.cursor;
        // A row that is still on its way keeps its place.
        let row = match list.window.at(place) {
            Some(record) => row(view, record, selected, focused, area.width.into()),
            None => Row::of(&format!(" {}", symbols::FOLD.repeat(12)), view.theme.dim),
        };
        canvas.row(area, line, row);
        if selected && focused {
            canvas.tint(area, line, view.theme.selected_row);
        }
    }
}

/// The mark in front of a row.
pub(in crate::ui) fn bar(view: View<'_>, selected: bool, focused: bool) -> Row {
    match (selected, focused) {
        (true, true) => Row::of(symbols::BAR, view.theme.bar),
        (true, false) => Row::of(symbols::BAR, view.theme.idle),
        (false, _) => Row::of(" ", view.theme.text),
    }
}

fn row(view: View<'_>, record: &RecordRow, selected: bool, focused: bool, cols: usize) -> Row {
    let theme = view.theme;
    let name = if selected && focused { theme.selected } else { theme.text };
    let mut row = bar(view, selected, focused);
    // mark · name · blank · second · number · blank · dot
    let text = cols.saturating_sub(1 + 1 + NUMBER + 2);
    let first = (text * 2 / 3).min(LONG);
    row.column(&view.seen(&record.name, "pane-no-name"), first, name);
    row.gap(1);
    row.column(&record.second, text - first, theme.dim);
    let (open, style) = match record.open {
        Open::Unread => (String::new(), theme.dim),
        Open::Several => ("?".to_owned(), theme.warning),
        Open::Known(0) => (symbols::NONE.to_owned(), theme.dim),
        Open::Known(MANY..) => (format!("{MANY}+"), theme.text),
        Open::Known(open) => (open.to_string(), theme.text),
    };
    row.number(&open, NUMBER, style);
    row.gap(1);
    if record.overdue > 0 {
        row.push(symbols::DOT, theme.overdue);
    }
    row
}
