//! What was said: the lines in view, with a bar beside the selected entry.

use ratatui::layout::Rect;

use super::entry;
use crate::app::screens::conversation::Talk;
use crate::ui::paint::{Canvas, Row, left};
use crate::ui::parts::{list, pane};
use crate::ui::view::View;

/// Columns in front of the text: the bar and the indent.
const INDENT: u16 = 3;

/// Lines of text longer than this are hard to read.
const READABLE: u16 = 100;

pub(super) fn draw(view: View<'_>, talk: &Talk, area: Rect, canvas: &mut Canvas<'_>) {
    let cols = area.width.saturating_sub(INDENT + 1).min(READABLE);
    canvas.regions.talk = (cols, area.height);
    let said = talk.said();
    let nothing = view.say("pane-nothing-said");
    let Some(area) = pane::draw(view, &talk.fresh, !said.is_empty(), &nothing, area, canvas) else { return };
    canvas.regions.talk.1 = area.height;
    let focused = view.app.composer.is_none();
    let (column, _) = left(area, cols + INDENT);
    let most = talk.lines.len().saturating_sub(1);
    let lines = talk.lines.iter().skip(talk.top.min(most));
    for (at, line) in (0..area.height).zip(lines) {
        let Some(place) = line.entry() else { continue };
        let Some(said) = said.get(place) else { continue };
        let mut row = list::bar(view, place == talk.selected, focused);
        let (body, end) = entry::row(view, said, *line);
        let room = usize::from(column.width).saturating_sub(end.width() + usize::from(!end.is_empty()));
        row.append(body);
        if place == talk.selected && matches!(line, crate::app::screens::conversation::Line::Files(_)) {
            canvas.anchors.files = Some(Rect { x: area.x + 2, y: area.y + at, width: 1, height: 1 });
        }
        canvas.row(column, at, Row::fit(row, room));
        canvas.right(column, at, end);
    }
}
