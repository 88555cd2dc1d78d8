//! Where the drawing goes: the buffer, and what is found out while drawing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Row;
use crate::app::Regions;
use crate::text::width;
use crate::ui::symbols;

/// The buffer, and what is found out while drawing.
pub(in crate::ui) struct Canvas<'b> {
    pub(in crate::ui) buf: &'b mut Buffer,
    /// How much room the lists have.
    pub(in crate::ui) regions: Regions,
    /// Where the terminal's cursor goes.
    pub(in crate::ui) cursor: Option<(u16, u16)>,
    /// Where menus float.
    pub(in crate::ui) anchors: Anchors,
}

/// Where the fields stand that menus belong to.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui) struct Anchors {
    /// The status: of the opened ticket, or of the selected row.
    pub(in crate::ui) status: Option<Rect>,
    /// The department above the queue.
    pub(in crate::ui) shown: Option<Rect>,
    /// The address to send from.
    pub(in crate::ui) from: Option<Rect>,
    /// The field of the form that has the keys.
    pub(in crate::ui) field: Option<Rect>,
    /// The files of the selected message.
    pub(in crate::ui) files: Option<Rect>,
}

impl<'b> Canvas<'b> {
    pub(in crate::ui) fn new(buf: &'b mut Buffer) -> Self {
        Self { buf, regions: Regions::default(), cursor: None, anchors: Anchors::default() }
    }

    /// Draws a row at a line of an area, cut with `…` where it is too long.
    pub(in crate::ui) fn row(&mut self, area: Rect, line: u16, row: Row) {
        self.row_at(area, 0, line, row);
    }

    /// The same, from a column of the area on. Returns where it stands.
    pub(in crate::ui) fn row_at(&mut self, area: Rect, col: u16, line: u16, row: Row) -> Rect {
        let place = part(area, col, line).intersection(self.buf.area);
        if place.is_empty() {
            return Rect::default();
        }
        let row = row.fit(usize::from(place.width));
        let cols = u16::try_from(row.width()).unwrap_or(place.width);
        let mut x = place.x;
        for (text, style) in row.parts() {
            let room = usize::from(place.right().saturating_sub(x));
            x = self.buf.set_stringn(x, place.y, text, room, *style).0;
        }
        Rect { width: cols.min(place.width), ..place }
    }

    /// Draws a row at the right end of a line. Returns where it stands.
    pub(in crate::ui) fn right(&mut self, area: Rect, line: u16, row: Row) -> Rect {
        let cols = u16::try_from(row.width()).unwrap_or(area.width).min(area.width);
        self.row_at(area, area.width - cols, line, row)
    }

    /// Draws rows one below the other, from the first line on.
    pub(in crate::ui) fn rows(&mut self, area: Rect, rows: impl IntoIterator<Item = Row>) {
        for (line, row) in (0..area.height).zip(rows) {
            self.row(area, line, row);
        }
    }

    /// Lays a style over a whole line.
    pub(in crate::ui) fn tint(&mut self, area: Rect, line: u16, style: Style) {
        self.buf.set_style(part(area, 0, line), style);
    }

    /// Draws a line that divides.
    pub(in crate::ui) fn rule(&mut self, area: Rect, line: u16, style: Style) {
        self.row(area, line, Row::of(&symbols::RULE.repeat(area.width.into()), style));
    }

    /// Empties an area.
    pub(in crate::ui) fn clear(&mut self, area: Rect) {
        for place in area.intersection(self.buf.area).positions() {
            if let Some(cell) = self.buf.cell_mut(place) {
                cell.reset();
            }
        }
        // A wide character that began left of the area would reach into it.
        for y in area.top()..area.bottom() {
            if let Some(cell) = area.x.checked_sub(1).and_then(|x| self.buf.cell_mut((x, y)))
                && width(cell.symbol()) > 1
            {
                cell.set_symbol(" ");
            }
        }
    }

    /// Draws a box that floats, emptied, and returns its inside with a column of air on both sides.
    pub(in crate::ui) fn float(&mut self, area: Rect, title: Row, style: Style) -> Rect {
        let area = area.intersection(self.buf.area);
        self.clear(area);
        let (Some(inner), Some(last)) = (area.width.checked_sub(2), area.height.checked_sub(1)) else {
            return Rect::default();
        };
        let line = symbols::RULE.repeat(inner.into());
        self.row(area, 0, Row::of(&format!("┌{line}┐"), style));
        for side in 1..last {
            self.row(area, side, Row::of("│", style));
            self.right(area, side, Row::of("│", style));
        }
        if last > 0 {
            self.row(area, last, Row::of(&format!("└{line}┘"), style));
        }
        if !title.is_empty() {
            let mut titled = Row::of(" ", style);
            titled.append(title);
            titled.push(" ", style);
            self.row_at(Rect { width: area.width.saturating_sub(2), ..area }, 2, 0, titled);
        }
        let (_, body) = super::top(area, 1);
        super::inset(super::bottom(body, 1).0, 2)
    }

    /// Puts the terminal's cursor into an area; outside of it there is none.
    pub(in crate::ui) fn place_cursor(&mut self, area: Rect, col: u16, line: u16) {
        let place = part(area, col, line).intersection(self.buf.area);
        self.cursor = (!place.is_empty()).then_some((place.x, place.y));
    }
}

/// One line of an area from a column on; empty when it lies outside.
fn part(area: Rect, col: u16, line: u16) -> Rect {
    if line >= area.height || col >= area.width {
        return Rect::default();
    }
    Rect { x: area.x + col, y: area.y + line, width: area.width - col, height: 1 }
}
