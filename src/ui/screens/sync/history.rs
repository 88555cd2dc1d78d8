//! Who wrote what, when, by which rule, in which run: the lines of the journal.

use ratatui::layout::Rect;

use crate::app::screens::sync::{Focus, Sync};
use crate::model::pairing::{JournalLine, Page};
use crate::text::{line, wrap};
use crate::ui::paint::{Canvas, Row, bottom, inset};
use crate::ui::parts::{list::bar, pane};
use crate::ui::view::View;

/// Columns of the time.
const WHEN: usize = 10;

/// Rows of the selected line, whole.
const WHOLE: usize = 5;

/// Columns of the run.
const RUN: usize = 8;

pub(super) fn draw(view: View<'_>, sync: &Sync, page: &Page, area: Rect, canvas: &mut Canvas<'_>) {
    let whole = sync.selected_line().map(|line| whole(view, page, line, area.width)).unwrap_or_default();
    let (area, note) = bottom(area, u16::try_from(whole.len()).unwrap_or(0).min(area.height / 2));
    canvas.rows(inset(note, 1), whole);
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

/// The line whole, with its time to the second, in at most so many rows.
fn whole(view: View<'_>, page: &Page, entry: &JournalLine, cols: u16) -> Vec<Row> {
    let at = view.clock.exact(&view.app.words, entry.at);
    let why = view.say(&format!("sync-why-{}", entry.why));
    let name = entry.field.and_then(|field| page.field(field)).map(|one| one.name[entry.side].clone());
    let text = match name {
        Some(name) => format!(
            "{at} · {why} · {} {name}: {} → {}",
            entry.side.name(),
            quoted(&entry.old),
            quoted(&entry.new)
        ),
        None => format!("{at} · {why} · {}", entry.side.name()),
    };
    let lines = wrap(&line(&text), usize::from(cols.saturating_sub(2)));
    lines.iter().take(WHOLE).map(|line| Row::of(line, view.theme.dim)).collect()
}

fn quoted(value: &str) -> String {
    if value.is_empty() { "—".to_owned() } else { format!("“{value}”") }
}
