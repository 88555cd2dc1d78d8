//! The fields of a pair: what was agreed, what Bigin has, what Desk has.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::screens::sync::{Focus, Sync};
use crate::model::pairing::{FieldLine, Page, Side};
use crate::text::{width, wrap};
use crate::ui::paint::{Canvas, Row, bottom, inset, top};
use crate::ui::parts::{list::bar, pane};
use crate::ui::view::View;

/// A value that is too long for its column is shown in so many lines.
const WHOLE: usize = 4;

pub(super) fn draw(view: View<'_>, sync: &Sync, page: &Page, area: Rect, canvas: &mut Canvas<'_>) {
    let fields = sync.fields();
    let (titles, rest) = top(area, 1);
    let widths = widths(area.width.into());
    let focused = sync.focus == Focus::Page;
    let notes = fields.get(sync.field).filter(|_| focused).map(|line| notes(view, line, widths, area.width));
    let notes = notes.unwrap_or_else(|| vec![Row::new()]);
    let (body, note) = bottom(rest, u16::try_from(notes.len()).unwrap_or(1).min(rest.height / 2));
    canvas.regions.fields = body.height;
    if fields.is_empty() {
        let id = if page.fields.is_empty() { "pair-no-fields" } else { "pair-nothing-differs" };
        pane::sentence(&view.say(id), view.theme.dim, inset(area, 1), canvas);
        return;
    }
    let mut head = Row::of("  ", view.theme.dim);
    for (id, cols) in
        ["pair-col-field", "pair-col-base", "sync-col-bigin", "sync-col-desk"].iter().zip(widths)
    {
        head.column(&view.say(id), cols, view.theme.dim);
        head.gap(1);
    }
    canvas.row(titles, 0, head);
    let visible = usize::from(body.height).max(1);
    let first = (sync.field + 1).saturating_sub(visible);
    for (at, line) in (0..body.height).zip(fields.iter().enumerate().skip(first)) {
        let (place, line) = line;
        let selected = place == sync.field;
        canvas.row(body, at, row(view, line, selected, focused, widths));
        if selected && focused {
            canvas.tint(body, at, view.theme.selected_row);
        }
    }
    canvas.rows(inset(note, 1), notes);
}

/// The columns of the name and of three values, with a blank behind each and two before all.
fn widths(cols: usize) -> [usize; 4] {
    let room = cols.saturating_sub(2 + 4);
    let name = (room * 2 / 9).clamp(8, 24);
    let value = room.saturating_sub(name) / 3;
    [name, value, value, value]
}

fn row(view: View<'_>, line: &FieldLine, selected: bool, focused: bool, widths: [usize; 4]) -> Row {
    let theme = view.theme;
    let mut row = bar(view, selected, focused);
    row.push(if line.held { "!" } else { " " }, theme.warning);
    let name = if selected && focused { theme.selected } else { theme.text };
    row.column(&line.name.bigin, widths[0], name);
    row.gap(1);
    let base = line.base.as_ref().map(|base| base.bigin.as_str());
    value(view, &mut row, base, widths[1], theme.dim);
    for (side, cols) in Side::BOTH.into_iter().zip([widths[2], widths[3]]) {
        let changed = line.differs && line.base.as_ref().map(|base| &base[side]) != line.now[side].as_ref();
        let style = match (line.decided, changed) {
            (Some(winner), _) if winner == side => theme.good,
            (_, true) => theme.strong,
            _ => theme.text,
        };
        value(view, &mut row, line.now[side].as_deref(), cols, style);
    }
    row
}

/// A value in its column; nothing is told from what was never told.
fn value(view: View<'_>, row: &mut Row, value: Option<&str>, cols: usize, style: Style) {
    match value {
        None => row.column("", cols, style),
        Some("") => row.column(&view.say("pair-value-empty"), cols, view.theme.dim),
        Some(value) => row.column(value, cols, style),
    }
    row.gap(1);
}

/// What there is to know of the selected field, and the values that are too long for their columns, whole.
fn notes(view: View<'_>, line: &FieldLine, widths: [usize; 4], cols: u16) -> Vec<Row> {
    let mut rows = vec![Row::of(&about(view, line), view.theme.dim)];
    let base = line.base.as_ref().map(|base| base.bigin.as_str());
    let values = [base, line.now.bigin.as_deref(), line.now.desk.as_deref()];
    let names = ["pair-col-base", "sync-col-bigin", "sync-col-desk"];
    for ((id, value), cut) in names.iter().zip(values).zip(&widths[1..]) {
        let Some(value) = value.filter(|value| width(&crate::text::line(value)) > *cut) else { continue };
        let text = format!("{}: {}", view.say(id), crate::text::line(value));
        let lines = wrap(&text, usize::from(cols.saturating_sub(2)));
        rows.extend(lines.iter().take(WHOLE).map(|line| Row::of(line, view.theme.text)));
    }
    rows
}

/// What there is to know of the selected field.
fn about(view: View<'_>, line: &FieldLine) -> String {
    let wins = view.say(&format!("pair-wins-{}", line.wins));
    let args = [
        ("bigin", line.name.bigin.as_str().into()),
        ("desk", line.name.desk.as_str().into()),
        ("wins", wins.into()),
    ];
    let mut text = view.say_with("pair-field-about", &args);
    if line.pinned {
        text += &format!(" · {}", view.say("sync-pinned-field"));
    }
    if let Some(side) = line.decided {
        text += &format!(" · {}", view.say_with("pair-decided", &[("side", side.name().into())]));
    }
    text
}
