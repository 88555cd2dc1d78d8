//! The rows of the selected list: what it is called, and what there is to say in a word.

use ratatui::layout::Rect;

use crate::app::screens::sync::{Focus, Sync};
use crate::model::pairing::{List, Note, Row as Record};
use crate::ui::paint::{Canvas, Row};
use crate::ui::parts::{list::bar, pane};
use crate::ui::symbols;
use crate::ui::view::View;

/// Columns of the mark of what was asked for, a blank before it.
const ASKED: usize = 2;

/// Columns that a name needs at most.
const LONG: usize = 44;

pub(super) fn draw(view: View<'_>, sync: &Sync, area: Rect, canvas: &mut Canvas<'_>) {
    canvas.regions.list = area.height;
    let rows = sync.rows.window.total > 0;
    let empty = view.say(&format!("pair-empty-{}", sync.list.name()));
    let Some(area) = pane::draw(view, &sync.fresh, rows, &empty, area, canvas) else { return };
    canvas.regions.list = area.height;
    let focused = sync.focus == Focus::List;
    for line in 0..area.height {
        let place = sync.rows.top + usize::from(line);
        if place >= sync.rows.window.total {
            break;
        }
        let selected = place == sync.rows.cursor;
        // A row that is still on its way keeps its place.
        let row = match sync.rows.window.at(place) {
            Some(record) => row(view, sync.list, record, selected, focused, area.width.into()),
            None => Row::of(&format!(" {}", symbols::FOLD.repeat(12)), view.theme.dim),
        };
        canvas.row(area, line, row);
        if selected && focused {
            canvas.tint(area, line, view.theme.selected_row);
        }
    }
}

fn row(view: View<'_>, list: List, record: &Record, selected: bool, focused: bool, cols: usize) -> Row {
    let theme = view.theme;
    let mut row = bar(view, selected, focused);
    let text = cols.saturating_sub(2 + ASKED);
    let note = note(view, record);
    let first = if note.is_empty() { text } else { (text * 3 / 5).min(LONG) };
    let style = if selected && focused { theme.selected } else { theme.text };
    row.column(&view.seen(&record.name, "pane-no-name"), first, style);
    row.gap(1);
    let noted = if list == List::Failing { theme.warning } else { theme.dim };
    row.column(&note, text - first, noted);
    row.gap(1);
    row.push(if record.asked { symbols::OUT } else { " " }, theme.accent);
    row
}

fn note(view: View<'_>, record: &Record) -> String {
    match &record.note {
        Note::Nothing => String::new(),
        Note::Fields(fields) => fields.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", "),
        Note::Words(side, words) => format!("{}: {words}", side.name()),
        Note::Gone(side) => view.say_with("sync-gone-in", &[("side", side.name().into())]),
        Note::Here(side) => view.say_with("pair-only-in", &[("side", side.name().into())]),
    }
}
