//! Every sign that is drawn and is no letter, with its twin for terminals that know only ASCII.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

macro_rules! symbols {
    ($($(#[$doc:meta])* $name:ident = $symbol:literal / $ascii:literal)*) => {
        $($(#[$doc])* pub(super) const $name: &str = $symbol;)*

        /// Signs and their twins, all one column wide.
        const TWINS: &[(&str, &str)] = &[
            $(($symbol, $ascii),)*
            ("…", "~"), ("·", "-"), ("–", "-"), ("—", "-"), ("“", "\""), ("”", "\""), ("’", "'"), ("‘", "'"), ("«", "\""),
            ("»", "\""), ("•", "*"), ("│", "|"), ("┌", "+"), ("┐", "+"), ("└", "+"), ("┘", "+"), ("├", "+"),
            ("┤", "+"), ("┼", "+"), ("┬", "+"), ("┴", "+"), ("×", "x"), ("▸", ">"),
        ];
    };
}

symbols! {
    /// Marks the selected row.
    BAR = "▌" / ">"
    /// Overdue tickets are among them.
    DOT = "●" / "*"
    /// Opens a menu.
    MENU = "▾" / "v"
    /// Leads from the company to the person.
    INTO = "›" / ">"
    /// To the customer.
    OUT = "→" / ">"
    /// From the customer.
    IN = "←" / "<"
    /// A line that divides.
    RULE = "─" / "-"
    /// Something is folded away.
    FOLD = "┄" / "-"
    /// Done.
    DONE = "✓" / "x"
    /// The part of a bar that is full.
    FULL = "▒" / "#"
    /// Not there.
    NONE = "–" / "-"
    /// Beside quoted text.
    QUOTE = "▏" / "|"
    /// The key with the arrow up.
    UP = "↑" / "^"
    /// The key with the arrow down.
    DOWN = "↓" / "v"
    /// The key Enter.
    ENTER = "↵" / "^"
}

/// Puts the ASCII twin in the place of every sign, in all that was drawn.
pub(super) fn to_ascii(buf: &mut Buffer, area: Rect) {
    for place in area.intersection(buf.area).positions() {
        if let Some(cell) = buf.cell_mut(place)
            && let Some((_, twin)) = TWINS.iter().find(|(symbol, _)| *symbol == cell.symbol())
        {
            cell.set_symbol(twin);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn twins_are_one_column_of_ascii() {
        for (symbol, twin) in TWINS {
            assert_eq!((width(symbol), twin.len(), twin.is_ascii()), (1, 1, true), "{symbol} {twin}");
        }
    }
}
