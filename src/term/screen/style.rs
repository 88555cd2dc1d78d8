//! The look of a cell, and the shortest way from one look to the next.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::colour;

/// The look of a cell; colours are already those that are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) modifier: Modifier,
}

/// What can be seen on an empty cell, besides its background.
pub(super) const SEEN_ON_BLANK: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// What is sent at all; nothing blinks here.
pub(super) const SENT: Modifier =
    SEEN_ON_BLANK.union(Modifier::BOLD).union(Modifier::DIM).union(Modifier::ITALIC).union(Modifier::HIDDEN);

/// Each with the codes that turn it on and off. Bold and dim share their end.
const CODES: [(Modifier, u8, u8); 7] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Style {
    /// That of a cell.
    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether an empty cell of this look is the same as a plain one.
    pub(super) fn is_unseen_on_blank(self) -> bool {
        self.bg == Color::Reset && !self.modifier.intersects(SEEN_ON_BLANK)
    }

    /// Writes the shorter of two ways from this look to `target`: only what differs, or all of it anew.
    pub(super) fn change(self, target: Self, out: &mut Vec<u8>) {
        if self == target {
            return;
        }
        if target == Self::default() {
            out.extend_from_slice(b"\x1b[m");
            return;
        }
        let (mut step, mut anew) = (Vec::with_capacity(24), b"0".to_vec());
        self.codes(target, &mut step);
        Self::default().codes(target, &mut anew);
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(if step.len() <= anew.len() { &step } else { &anew });
        out.push(b'm');
    }

    fn codes(self, target: Self, out: &mut Vec<u8>) {
        let ended = self.modifier - target.modifier;
        let mut begun = target.modifier - self.modifier;
        if ended.intersects(Modifier::BOLD | Modifier::DIM) {
            begun |= target.modifier & (Modifier::BOLD | Modifier::DIM);
            colour::code(22, out);
        }
        for (modifier, _, off) in CODES {
            if off != 22 && ended.contains(modifier) {
                colour::code(off, out);
            }
        }
        for (modifier, on, _) in CODES {
            if begun.contains(modifier) {
                colour::code(on, out);
            }
        }
        if self.fg != target.fg {
            colour::codes(target.fg, 0, out);
        }
        if self.bg != target.bg {
            colour::codes(target.bg, 10, out);
        }
    }
}
