//! Makes a painted buffer into exactly what will be sent, so that equal cells look equal.

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::style::{Color, Modifier};

use super::graphemes::COVERED;
use super::style::{SEEN_ON_BLANK, SENT};
use super::{Options, colour, fold};

/// Replaces what cannot be sent: control characters, halves of wide cells, colours that are not there.
/// What cannot be seen (the colour of an empty cell) becomes plain.
pub(super) fn tidy(buffer: &mut Buffer, options: Options) {
    let width = usize::from(buffer.area.width);
    if width == 0 {
        return;
    }
    for row in buffer.content.chunks_mut(width) {
        let mut x = 0;
        while x < width {
            let cell = &mut row[x];
            cell.fg = colour::sent(cell.fg, options.colour);
            cell.bg = colour::sent(cell.bg, options.colour);
            cell.underline_color = Color::Reset;
            cell.diff_option = CellDiffOption::None;
            cell.modifier &= SENT;
            let columns = columns(cell.symbol());
            // Something was painted over the covered half: then the wide one is not whole any more.
            let whole = columns > 0
                && x + columns <= width
                && row[x + 1..x + columns].iter().all(|covered| matches!(covered.symbol(), " " | COVERED));
            let cell = &mut row[x];
            if !whole {
                cell.set_symbol(" ");
            } else if !options.utf8 && !cell.symbol().is_ascii() {
                let folded: String = cell.symbol().chars().take(1).map(fold::fold).collect();
                cell.set_symbol(&folded);
            }
            if cell.symbol() == " " && !cell.modifier.intersects(SEEN_ON_BLANK) {
                cell.fg = Color::Reset;
                cell.modifier = Modifier::empty();
            }
            let covers = if whole { columns } else { 1 };
            if covers > 1 {
                let mut covered = cell.clone();
                covered.set_symbol(if options.utf8 { COVERED } else { " " });
                row[x + 1..x + covers].fill(covered);
            }
            x += covers;
        }
    }
}

/// How many columns a symbol takes; 0 for what must not be sent.
fn columns(symbol: &str) -> usize {
    match symbol.as_bytes() {
        [byte] => usize::from(!byte.is_ascii_control()),
        _ if symbol.chars().any(char::is_control) => 0,
        _ => usize::from(symbol.cell_width()),
    }
}
