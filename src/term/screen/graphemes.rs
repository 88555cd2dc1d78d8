//! How sure it is how wide a terminal draws something.

use ratatui::buffer::{Buffer, Cell, CellWidth};

/// Marks a cell that is covered by the wide one before it.
pub(super) const COVERED: &str = "";

/// How many columns a terminal gives to a cell's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// One, everywhere.
    One,
    /// Two, in every terminal of the last decade.
    Two,
    /// Terminals differ: joined emoji, flags, marks that combine, scripts that form ligatures.
    Unsure,
}

/// The cell's width, as far as terminals agree on it.
pub(super) fn width(cell: &Cell) -> Width {
    let symbol = cell.symbol();
    if symbol.len() <= 1 {
        return Width::One;
    }
    let mut chars = symbol.chars();
    match (chars.next(), chars.next()) {
        (Some(only), None) if symbol.cell_width() == 1 && !is_picture(only) => Width::One,
        (Some(only), None) if is_east_asian(only) => Width::Two,
        _ => Width::Unsure,
    }
}

/// Whether something in the row is not simply one column wide.
pub(super) fn is_uneven(buffer: &Buffer, y: u16) -> bool {
    row(buffer, y).iter().any(|cell| cell.symbol() == COVERED || width(cell) != Width::One)
}

/// The cells of a row.
pub(super) fn row(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    let start = usize::from(y) * width;
    buffer.content.get(start..start + width).unwrap_or_default()
}

/// Symbols that are one column wide by the book, and two in terminals that draw them as emoji.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}')
        // Check marks, crosses and stars that we use ourselves and that no terminal draws as emoji.
        && !matches!(c, '✓' | '✗' | '★' | '☆')
}

/// Han, Kana, Hangul, their punctuation and full-width forms.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{4dbf}' | '\u{4e00}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}
