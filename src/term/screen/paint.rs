//! From what is shown to what shall be, row by row.

use ratatui::buffer::{Buffer, Cell};

use super::graphemes::{COVERED, Width, is_uneven, row, width};
use super::pen::Pen;
use super::style::Style;

/// Unchanged cells up to this many are written again rather than jumped over.
const BRIDGE: u16 = 4;
/// More empty cells than this at the end of a row are erased rather than written.
const ERASE: u16 = 3;

/// The bytes that change `shown` to `next`. Both have the same area, and are tidy.
pub(super) fn difference(mut pen: Pen, shown: &Buffer, next: &Buffer) -> Vec<u8> {
    for y in 0..next.area.height {
        let (old, new) = (row(shown, y), row(next, y));
        if old == new {
            continue;
        }
        if is_uneven(shown, y) || is_uneven(next, y) {
            rewrite(&mut pen, new, y);
        } else {
            change(&mut pen, old, new, y);
        }
    }
    pen.finish()
}

/// A row of even cells: writes those that differ.
fn change(pen: &mut Pen, old: &[Cell], new: &[Cell], y: u16) {
    let columns = column(new.len());
    let filled = column(new.iter().rposition(|cell| !is_empty(cell)).map_or(0, |last| last + 1));
    let differs = |x: u16| old[usize::from(x)] != new[usize::from(x)];
    let last = (0..columns).rev().find(|x| differs(*x)).unwrap_or(0);
    for x in (0..columns).filter(|x| differs(*x)) {
        bridge(pen, new, x, y);
        pen.go(x, y);
        if x >= filled && last - x + 1 > ERASE {
            pen.erase_rest();
            return;
        }
        write(pen, new, x);
    }
}

/// Writes the few cells between the cursor and `x` again, where that is shorter than a jump.
fn bridge(pen: &mut Pen, new: &[Cell], x: u16, y: u16) {
    let Some((from, row)) = pen.at() else { return };
    let near = row == y && from < x && x - from <= BRIDGE;
    let gap = from..x;
    if near && gap.clone().all(|x| is_short(&new[usize::from(x)], pen.style())) {
        gap.for_each(|x| write(pen, new, x));
    }
}

/// A row in which something is wide, or of a width on which terminals differ: empties it and writes it
/// whole. After such a thing the cursor is not trusted: each column that follows is moved to.
fn rewrite(pen: &mut Pen, new: &[Cell], y: u16) {
    pen.go(0, y);
    pen.erase_row();
    let (mut trusted, mut blanks) = (true, 0);
    for x in 0..column(new.len()) {
        let cell = &new[usize::from(x)];
        if cell.symbol() == COVERED {
            continue;
        }
        let blank = cell.symbol() == " ";
        if !blank && blanks > 1 && !trusted {
            pen.lose_column();
        }
        blanks = if blank { blanks + 1 } else { 0 };
        if is_empty(cell) {
            continue;
        }
        bridge(pen, new, x, y);
        pen.go(x, y);
        write(pen, new, x);
        match width(cell) {
            Width::One => {}
            Width::Two => trusted = false,
            Width::Unsure => {
                trusted = false;
                pen.lose_column();
            }
        }
    }
}

/// Writes the cell at the cursor.
fn write(pen: &mut Pen, new: &[Cell], x: u16) {
    let cell = &new[usize::from(x)];
    let covered = new[usize::from(x) + 1..].iter().take_while(|next| next.symbol() == COVERED).count();
    if !(is_empty(cell) && pen.style().is_unseen_on_blank()) {
        pen.set(Style::of(cell));
    }
    pen.put(cell.symbol(), 1 + column(covered), column(new.len()));
}

/// Nothing can be seen in it, not even a background.
fn is_empty(cell: &Cell) -> bool {
    cell.symbol() == " " && Style::of(cell).is_unseen_on_blank()
}

/// One byte, without a change of style.
fn is_short(cell: &Cell, style: Style) -> bool {
    cell.symbol().len() == 1 && (Style::of(cell) == style || is_empty(cell) && style.is_unseen_on_blank())
}

/// A place in a row; rows are at most [`super::LIMIT`] columns wide.
fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}
