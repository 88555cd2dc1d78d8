//! One line: each list, and how many stand in it. Where it is too long for one, two.

use ratatui::layout::Rect;

use crate::app::screens::sync::Sync;
use crate::model::pairing::List;
use crate::text::count;
use crate::ui::paint::{Canvas, Row, inset};
use crate::ui::view::View;

/// How many lines they take.
pub(super) fn rows(view: View<'_>, sync: &Sync, cols: u16) -> u16 {
    u16::try_from(lines(view, sync, cols).len()).unwrap_or(2)
}

pub(super) fn draw(view: View<'_>, sync: &Sync, area: Rect, canvas: &mut Canvas<'_>) {
    let lines = lines(view, sync, area.width);
    canvas.rows(inset(area, 1), lines);
}

fn lines(view: View<'_>, sync: &Sync, cols: u16) -> Vec<Row> {
    let room = usize::from(cols.saturating_sub(2));
    let mut lines = vec![Row::new()];
    for list in sync.lists() {
        let one = one(view, sync, list);
        let last = lines.len() - 1;
        if lines[last].is_empty() {
            lines[last] = one;
        } else if lines[last].width() + 3 + one.width() <= room {
            lines[last].gap(3);
            lines[last].append(one);
        } else {
            lines.push(one);
        }
    }
    lines
}

fn one(view: View<'_>, sync: &Sync, list: List) -> Row {
    let theme = view.theme;
    let number = sync.overview.as_ref().map(|overview| overview.tallies.of(list));
    let waits = number.is_some_and(|count| count > 0)
        && matches!(list, List::Conflict | List::Failing | List::Ambiguous | List::Deleted);
    let style = if list == sync.list { theme.accent } else { theme.dim };
    let mut row = Row::of(&view.say(&format!("pair-list-{}", list.name())), style);
    if let Some(number) = number {
        let shown = count(i64::try_from(number).unwrap_or(i64::MAX));
        row.push(&format!(" {shown}"), if waits { theme.warning } else { theme.dim });
    }
    row
}
