//! Our renderer on ratatui's [`Buffer`]: what differs from the shown frame, in one write.
//!
//! The rows that moved are moved by the terminal itself where that is shorter, and a frame in which nothing
//! changed costs nothing. Nothing is ever asked of the terminal.

mod colour;
mod fold;
mod graphemes;
mod paint;
mod pen;
mod scroll;
mod style;
mod tidy;

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::look::{Colour, Look};
use super::say::Osc;
use pen::Pen;

/// Where the text cursor stands; the screen hides it when a frame names none.
pub type Cursor = Position;

/// The largest screen that is drawn, in columns and rows. Larger windows are left empty at their edges.
pub const LIMIT: (u16, u16) = (500, 200);

/// A frame that costs fewer bytes than this is not worth the search for rows that moved.
const WORTH_A_SEARCH: usize = 160;

/// What the terminal can do, as far as drawing is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The colours that are sent.
    pub colour: Colour,
    /// The terminal understands UTF-8.
    pub utf8: bool,
    /// Rows may be moved with scroll regions.
    pub scroll_region: bool,
    /// A frame is marked as one (DEC 2026), so that it appears at once. Terminals that do not know the
    /// marks ignore them.
    pub sync: bool,
}

impl From<&Look> for Options {
    fn from(look: &Look) -> Self {
        Self { colour: look.colour, utf8: look.utf8, scroll_region: look.scroll_region, sync: true }
    }
}

/// What a frame cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The bytes that were written; 0 when nothing had changed.
    pub bytes: usize,
}

/// What the terminal shows, and the way to change it.
#[derive(Debug)]
pub struct Screen<W> {
    writer: W,
    options: Options,
    shown: Buffer,
    next: Buffer,
    cursor: Option<Cursor>,
    /// What is shown is what we think it is.
    known: bool,
}

impl<W: Write> Screen<W> {
    /// A screen on `writer`, of which nothing is known yet.
    pub fn new(writer: W, options: Options) -> Self {
        let empty = Buffer::empty(Rect::ZERO);
        Self { writer, options, shown: empty.clone(), next: empty, cursor: None, known: false }
    }

    /// Draws a frame: `paint` fills an empty buffer as large as `area` (at most [`LIMIT`]) and says where
    /// the cursor stands. The whole difference leaves as one write; after an error the next frame is
    /// painted from scratch.
    pub fn draw(
        &mut self,
        area: Rect,
        paint: impl FnOnce(&mut Buffer) -> Option<Cursor>,
    ) -> io::Result<Drawn> {
        let area = Rect::new(0, 0, area.width.min(LIMIT.0), area.height.min(LIMIT.1));
        if area != self.shown.area {
            self.shown = Buffer::empty(area);
            self.next = Buffer::empty(area);
            self.known = false;
        }
        self.next.reset();
        let cursor = paint(&mut self.next).filter(|cursor| area.contains(*cursor));
        tidy::tidy(&mut self.next, self.options);
        let frame = self.frame(cursor);
        if !frame.is_empty() {
            self.known = false;
            self.writer.write_all(&frame)?;
            self.writer.flush()?;
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        self.cursor = cursor;
        self.known = true;
        Ok(Drawn { bytes: frame.len() })
    }

    /// Says that what the terminal shows is unknown (somebody else used it): the next frame clears it and
    /// is painted from scratch.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// Tells the terminal something beside the screen.
    pub fn say(&mut self, message: &Osc) -> io::Result<()> {
        self.writer.write_all(message.as_bytes())?;
        self.writer.flush()
    }

    /// What was drawn last.
    pub fn shown(&self) -> &Buffer {
        &self.shown
    }

    /// The bytes that bring the terminal from what it shows to the next frame; none when it shows it.
    fn frame(&mut self, cursor: Option<Cursor>) -> Vec<u8> {
        let mut frame = Vec::new();
        if !self.known {
            self.shown.reset();
            self.cursor = None;
            // Before the block: tmux loses a clearing inside of one.
            frame.extend_from_slice(b"\x1b[r\x1b[m\x1b[?25l\x1b[2J");
        }
        let body = self.body();
        if frame.is_empty() && body.is_empty() && cursor == self.cursor {
            return frame;
        }
        let mut pen = Pen::default();
        if self.cursor.is_some() && (cursor.is_none() || !body.is_empty()) {
            pen.raw(b"\x1b[?25l");
        }
        pen.raw(&body);
        if let Some(cursor) = cursor {
            pen.go(cursor.x, cursor.y);
            if self.cursor.is_none() || !body.is_empty() {
                pen.raw(b"\x1b[?25h");
            }
        }
        let drawn = pen.finish();
        if self.options.sync && !drawn.is_empty() {
            frame.extend_from_slice(b"\x1b[?2026h");
            frame.extend_from_slice(&drawn);
            frame.extend_from_slice(b"\x1b[?2026l");
        } else {
            frame.extend_from_slice(&drawn);
        }
        frame
    }

    /// The changes of the cells: as they are, or after moving rows, whichever is shorter.
    fn body(&self) -> Vec<u8> {
        let mut best = paint::difference(Pen::default(), &self.shown, &self.next);
        if !self.options.scroll_region || best.len() < WORTH_A_SEARCH {
            return best;
        }
        for shift in scroll::candidates(&self.shown, &self.next) {
            let mut pen = Pen::default();
            let moved = shift.apply(&mut pen, &self.shown);
            let body = paint::difference(pen, &moved, &self.next);
            if body.len() < best.len() {
                best = body;
            }
        }
        best
    }
}
