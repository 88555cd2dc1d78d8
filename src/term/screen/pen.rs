//! Writes to a block of bytes and remembers where the cursor is and how it writes.

use std::io::Write as _;

use super::style::Style;

/// The state of the terminal within one frame. A frame begins and ends with the plain style and takes
/// nothing for granted about the cursor's place.
#[derive(Debug, Default)]
pub(super) struct Pen {
    out: Vec<u8>,
    style: Style,
    x: Option<u16>,
    y: Option<u16>,
}

impl Pen {
    /// Bytes that leave place and style unknown or plain, respectively.
    pub(super) fn raw(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
        self.lose();
    }

    /// Says that the place is unknown.
    pub(super) fn lose(&mut self) {
        (self.x, self.y) = (None, None);
    }

    /// Says that only the row is known.
    pub(super) fn lose_column(&mut self) {
        self.x = None;
    }

    /// Where the cursor is, when that is known.
    pub(super) fn at(&self) -> Option<(u16, u16)> {
        self.x.zip(self.y)
    }

    /// The style that the next text gets.
    pub(super) fn style(&self) -> Style {
        self.style
    }

    /// Changes the style.
    pub(super) fn set(&mut self, style: Style) {
        self.style.change(style, &mut self.out);
        self.style = style;
    }

    /// Moves, by the shortest sequence.
    pub(super) fn go(&mut self, x: u16, y: u16) {
        if self.at() == Some((x, y)) {
            return;
        }
        // Writing to a vector cannot fail.
        let _ = match (self.x, self.y) {
            (_, Some(row)) if row == y && x == 0 => write!(self.out, "\r"),
            (_, Some(row)) if x == 0 && row + 1 == y => write!(self.out, "\r\n"),
            (Some(column), Some(row)) if row == y && x == column + 1 => write!(self.out, "\x1b[C"),
            (Some(column), Some(row)) if row == y && x > column && x - column < 10 => {
                write!(self.out, "\x1b[{}C", x - column)
            }
            (_, Some(row)) if row == y => write!(self.out, "\x1b[{}G", x + 1),
            _ if x == 0 && y == 0 => write!(self.out, "\x1b[H"),
            _ if x == 0 => write!(self.out, "\x1b[{}H", y + 1),
            _ => write!(self.out, "\x1b[{};{}H", y + 1, x + 1),
        };
        (self.x, self.y) = (Some(x), Some(y));
    }

    /// Writes a cell's text, so many columns wide, in a row of `width` columns.
    pub(super) fn put(&mut self, symbol: &str, columns: u16, width: u16) {
        self.out.extend_from_slice(symbol.as_bytes());
        // At the right edge terminals differ in where the cursor waits.
        self.x = self.x.map(|x| x + columns).filter(|x| *x < width);
    }

    /// Empties the row from the cursor on.
    pub(super) fn erase_rest(&mut self) {
        self.set(Style::default());
        self.out.extend_from_slice(b"\x1b[K");
    }

    /// Empties the row.
    pub(super) fn erase_row(&mut self) {
        self.set(Style::default());
        self.out.extend_from_slice(b"\x1b[2K");
    }

    /// The bytes, with the style plain again.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.set(Style::default());
        self.out
    }
}
