//! One line of text being typed, or shown.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::parts::line::Line;
use crate::text::{line as inert, width};
use crate::ui::paint::{Canvas, Row};

/// Draws a line of typed text on the first line of an area. With the keys in it, the text moves so that the cursor is
/// in view, and the terminal's cursor is put there.
pub(in crate::ui) fn draw(line: &Line, focused: bool, style: Style, area: Rect, canvas: &mut Canvas<'_>) {
    let (head, tail) = line.halves();
    let head = inert(head);
    if !focused {
        canvas.row(area, 0, Row::of(line.text(), style));
        return;
    }
    // What is chosen looks like what is chosen elsewhere.
    let style = if line.is_chosen() { style.add_modifier(Modifier::REVERSED) } else { style };
    let room = usize::from(area.width).saturating_sub(1);
    let mut shown: &str = &head;
    // What moves out at the left is told by `…` in its place.
    let moved = width(shown) > room;
    while width(shown) + usize::from(moved) > room
        && let Some(first) = shown.graphemes(true).next()
    {
        shown = &shown[first.len()..];
    }
    let mut row = Row::new();
    if moved {
        row.push("…", style);
    }
    row.push(shown, style);
    let col = row.width();
    row.push(tail, style);
    canvas.row(area, 0, row);
    canvas.place_cursor(area, u16::try_from(col).unwrap_or(u16::MAX), 0);
}
