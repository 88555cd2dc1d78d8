//! The text of a composer or form: an editor of tui-textarea, in the theme's own styles.

use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use ratatui::widgets::Widget;
use tui_textarea::TextArea;

use crate::text::{line, width};
use crate::ui::Theme;
use crate::ui::paint::Canvas;
use crate::ui::view::View;

pub(in crate::ui) fn draw(
    view: View<'_>,
    editor: &TextArea<'static>,
    focused: bool,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let area = area.intersection(canvas.buf.area);
    // The editor cannot be drawn without a line of room.
    if area.is_empty() {
        return;
    }
    editor.render(area, canvas.buf);
    for place in area.positions() {
        if let Some(cell) = canvas.buf.cell_mut(place) {
            restyle(cell, view.theme);
        }
    }
    if focused {
        let cursor = editor.screen_cursor();
        let (top, left) = editor.scroll_offset();
        let line = u16::try_from(cursor.row).unwrap_or(u16::MAX).saturating_sub(top);
        let col = u16::try_from(cursor.col).unwrap_or(u16::MAX).saturating_sub(left);
        canvas.place_cursor(area, col.min(area.width.saturating_sub(1)), line);
    }
}

/// The editor draws a cursor of its own and knows no theme; the terminal's cursor is used instead. What was pasted or
/// quoted may hold what hides or turns: it is made inert in its cell.
fn restyle(cell: &mut Cell, theme: &Theme) {
    let marked = cell.bg != Color::Reset;
    let symbol = line(cell.symbol()).into_owned();
    let fits = width(&symbol) == width(cell.symbol());
    cell.set_style(if marked { theme.marked } else { theme.text });
    if marked {
        cell.bg = theme.marked.bg.unwrap_or(Color::Reset);
    } else {
        cell.modifier -= Modifier::REVERSED | Modifier::UNDERLINED;
    }
    if symbol != cell.symbol() {
        cell.set_symbol(if fits { &symbol } else { "?" });
    }
}
