//! Who wrote what, when, by which rule, in which run: the lines of the journal.

use ratatui::layout::Rect;

use crate::app::screens::sync::{Focus, Sync};
use crate::model::pairing::{JournalLine, Page};
use crate::ui::paint::{Canvas, Row, inset};
use crate::ui::parts::{list::bar, pane};
use crate::ui::view::View;

/// Columns of the time.
const WHEN: usize = 10;

/// Columns of the run.
const RUN: usize = 8;

pub(super) fn draw(view: View<'_>, sync: &Sync, page: &Page, area: Rect, canvas: &mut Canvas<'_>) {
    canvas.regions.fields = area.height;
    if sync.lines.window.total == 0 {
        pane::sentence(&view.say("pair-no-history"), view.theme.dim, inset(area, 1), canvas);
        return;
    }
    let focused = sync.focus == Focus::Page;
    for at in 0..area.height {
        let place = sync.lines.top + usize::from(at);
        let Some(line) = sync.lines.window.at(place) else { break };
        let selected = place == sync.lines.cursor;
        canvas.row(area, at, row(view, page, line, selected, focused, area.width.into()));
        if selected && focused {
            canvas.tint(area, at, view.theme.selected_row);
        }
    }
}

fn row(view: View<'_>, page: &Page, line: &JournalLine, selected: bool, focused: bool, cols: usize) -> Row {
    let theme = view.theme;
    let mut row = bar(view, selected, focused);
    row.column(&view.ago(line.at), WHEN, theme.dim);
    row.gap(1);
    let rest = cols.saturating_sub(1 + WHEN + 1 + RUN + 1);
    let mut what = Row::of(&format!("{} ", line.side.name()), theme.dim);
    if let Some(field) = line.field {
        let name = page.field(field).map(|one| one.name[line.side].clone()).unwrap_or_default();
        let style = if selected && focused { theme.selected } else { theme.strong };
        what.push(&format!("{name}: "), style);
        what.push(&format!("{} → {}", quoted(&line.old), quoted(&line.new)), theme.text);
        what.push(" · ", theme.dim);
    }
    what.push(&view.say(&format!("sync-why-{}", line.why)), theme.dim);
    let end = row.width() + rest;
    row.append(what.fit(rest));
    row.to(end);
    row.gap(1);
    let run = line.run.map(|run| view.say_with("pair-run", &[("number", run.to_string().into())]));
    row.push(&run.unwrap_or_default(), theme.dim);
    row
}

fn quoted(value: &str) -> String {
    if value.is_empty() { "—".to_owned() } else { format!("“{value}”") }
}
