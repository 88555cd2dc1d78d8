//! A screen beside an emulator that reads what it writes.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use balcao::term::{Colour, Cursor, Screen, ScreenOptions};
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

/// Counts writes and keeps their bytes.
#[derive(Clone, Default)]
pub struct Wire(Rc<RefCell<(usize, Vec<u8>)>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut wire = self.0.borrow_mut();
        wire.0 += 1;
        wire.1.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Wire {
    /// The number of writes and their bytes since the last call.
    pub fn take(&self) -> (usize, Vec<u8>) {
        std::mem::take(&mut self.0.borrow_mut())
    }
}

/// A screen, its wire, and the emulator at the other end.
pub struct Show {
    pub screen: Screen<Wire>,
    pub terminal: vt100::Parser,
    pub wire: Wire,
    area: Rect,
}

pub const OPTIONS: ScreenOptions =
    ScreenOptions { colour: Colour::True, utf8: true, scroll_region: true, sync: true };

impl Show {
    pub fn new(width: u16, height: u16, options: ScreenOptions) -> Self {
        let wire = Wire::default();
        Self {
            screen: Screen::new(wire.clone(), options),
            terminal: vt100::Parser::new(height, width, 0),
            wire,
            area: Rect::new(0, 0, width, height),
        }
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.terminal.screen_mut().set_size(height, width);
        self.area = Rect::new(0, 0, width, height);
    }

    /// Draws a frame, checks that it left in at most one write, and gives its bytes.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Cursor>) -> Vec<u8> {
        let drawn = self.screen.draw(self.area, paint).expect("the wire takes everything");
        let (writes, bytes) = self.wire.take();
        assert_eq!(drawn.bytes, bytes.len());
        assert_eq!(writes, usize::from(!bytes.is_empty()), "one write a frame");
        self.terminal.process(&bytes);
        bytes
    }

    /// Draws a prepared buffer and compares what the emulator shows with it.
    pub fn check(&mut self, frame: &Buffer) -> Vec<u8> {
        let bytes = self.draw(|buffer| {
            buffer.clone_from(frame);
            None
        });
        let trace = String::from_utf8_lossy(&bytes).into_owned();
        let shown = self.terminal.screen();
        for y in 0..self.area.height {
            let mut x = 0;
            while x < self.area.width {
                let cell = &frame[(x, y)];
                let seen = shown.cell(y, x).expect("inside");
                let text = if seen.has_contents() { seen.contents() } else { " " };
                assert_eq!(text, cell.symbol(), "text at {x},{y} after {trace:?}");
                let blank = text == " " && !cell.modifier.intersects(SEEN_ON_BLANK);
                assert_eq!(seen.bgcolor(), colour(cell.bg), "background at {x},{y} after {trace:?}");
                for (modifier, on) in [
                    (Modifier::BOLD, seen.bold()),
                    (Modifier::DIM, seen.dim()),
                    (Modifier::ITALIC, seen.italic()),
                    (Modifier::UNDERLINED, seen.underline()),
                    (Modifier::REVERSED, seen.inverse()),
                ] {
                    let (asked, unseen) =
                        (cell.modifier.contains(modifier), !SEEN_ON_BLANK.contains(modifier));
                    // The emulator knows bold or dim, terminals both.
                    let both = Modifier::BOLD | Modifier::DIM;
                    let unknown = both.contains(modifier) && cell.modifier.contains(both);
                    assert!(
                        on == asked || blank && unseen || unknown,
                        "{modifier:?} at {x},{y} after {trace:?}"
                    );
                }
                assert!(blank || seen.fgcolor() == colour(cell.fg), "colour at {x},{y} after {trace:?}");
                x += cell.cell_width().max(1);
            }
        }
        bytes
    }
}

const SEEN_ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED);

/// The emulator's word for a colour.
fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Reset => vt100::Color::Default,
        Color::Red => vt100::Color::Idx(1),
        Color::DarkGray => vt100::Color::Idx(8),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        other => panic!("the tests do not use {other}"),
    }
}
