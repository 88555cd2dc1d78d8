//! Rows that moved: lets the terminal move them, where that is shorter than writing them again.
//!
//! Whole rows move, so a list that is as wide as the screen gains most. Rows are scrolled
//! within a scroll region, which every terminal since the VT102 can.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use ratatui::buffer::{Buffer, Cell};

use super::graphemes::row;
use super::pen::Pen;

/// Some terminals take a region of one row for the whole screen; two are not worth it.
const LEAST: u16 = 3;
/// So many distances are tried.
const TRIES: usize = 2;

/// Rows `top..bottom` that move by `by`: upwards when positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    top: u16,
    bottom: u16,
    by: i32,
}

/// What is known of a row without looking at its cells again.
struct Row {
    hash: u64,
    /// About how many bytes it takes to write it.
    weight: i64,
}

/// The moves that most probably lead from `shown` to `next`.
pub(super) fn candidates(shown: &Buffer, next: &Buffer) -> Vec<Shift> {
    let (old, new) = (rows(shown), rows(next));
    let mut votes: HashMap<i32, i64> = HashMap::new();
    for (y, row) in (0i32..).zip(&new) {
        for (from, before) in (0i32..).zip(&old) {
            if from != y && before.hash == row.hash && row.weight > 0 {
                *votes.entry(from - y).or_default() += row.weight;
            }
        }
    }
    let mut votes: Vec<(i32, i64)> = votes.into_iter().collect();
    votes.sort_by_key(|(by, weight)| (-weight, by.abs(), *by));
    votes.into_iter().take(TRIES).filter_map(|(by, _)| region(&old, &new, by)).collect()
}

/// The rows between which a move by `by` saves most.
fn region(old: &[Row], new: &[Row], by: i32) -> Option<Shift> {
    let (mut best, mut gain, mut start) = ((0, 0, 0), 0, 0);
    for (y, row) in new.iter().enumerate() {
        let cost = |before: Option<&Row>| match before {
            Some(before) if before.hash == row.hash => 0,
            _ => row.weight,
        };
        let from = i32::try_from(y).ok()? + by;
        let moved = usize::try_from(from).ok().and_then(|from| old.get(from));
        if gain <= 0 || moved.is_none() {
            (gain, start) = (0, y);
        }
        if moved.is_some() {
            gain += cost(old.get(y)) - cost(moved);
        }
        if gain > best.0 {
            best = (gain, start, y + 1);
        }
    }
    let (_, first, last) = best;
    let (first, last) = (i32::try_from(first).ok()?, i32::try_from(last).ok()?);
    let top = u16::try_from(first + by.min(0)).ok()?;
    let bottom = u16::try_from(last + by.max(0)).ok()?;
    (bottom.checked_sub(top)? >= LEAST).then_some(Shift { top, bottom, by })
}

impl Shift {
    /// Writes the move, and gives what is shown after it.
    pub(super) fn apply(self, pen: &mut Pen, shown: &Buffer) -> Buffer {
        let Self { top, bottom, by } = self;
        let count = usize::try_from(by.unsigned_abs()).unwrap_or(0);
        // Line feeds at the region's last row, reverse ones at its first: every terminal and every emulator scrolls so,
        // while some of them leave old text behind where lines are inserted or deleted over empty ones.
        let (edge, step) = if by > 0 { (bottom - 1, "\n") } else { (top, "\x1bM") };
        pen.raw(format!("\x1b[{};{bottom}r", top + 1).as_bytes());
        pen.go(0, edge);
        pen.raw(format!("{}\x1b[r", step.repeat(count)).as_bytes());

        let mut moved = shown.clone();
        let width = usize::from(shown.area.width);
        for y in top..bottom {
            let from = i32::from(y) + by;
            let target = &mut moved.content[usize::from(y) * width..][..width];
            match u16::try_from(from) {
                Ok(from) if (top..bottom).contains(&from) => target.clone_from_slice(row(shown, from)),
                _ => target.fill(Cell::EMPTY),
            }
        }
        moved
    }
}

fn rows(buffer: &Buffer) -> Vec<Row> {
    (0..buffer.area.height)
        .map(|y| {
            let (mut hasher, mut weight) = (DefaultHasher::new(), 0);
            for cell in row(buffer, y) {
                (cell.symbol(), cell.fg, cell.bg, cell.modifier).hash(&mut hasher);
                weight += i64::from(cell.symbol() != " ");
            }
            Row { hash: hasher.finish(), weight }
        })
        .collect()
}
