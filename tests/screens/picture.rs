//! A buffer as text: the lines, then the styles as runs, so that a snapshot shows both.

use std::fmt::Write as _;

use balcao::text::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Style;

/// The lines, and below them the runs of every style that is not plain.
pub fn picture(buf: &Buffer) -> String {
    let mut text = String::new();
    for line in lines(buf) {
        let _ = writeln!(text, "{line}");
    }
    text.push('\n');
    for y in 0..buf.area.height {
        let runs = runs(buf, y);
        if !runs.is_empty() {
            let _ = writeln!(text, "{y:>2}  {}", runs.join("  "));
        }
    }
    text
}

/// The lines without the blanks at their ends.
pub fn lines(buf: &Buffer) -> Vec<String> {
    (0..buf.area.height)
        .map(|y| {
            let mut line = String::new();
            let mut hidden = 0;
            for x in 0..buf.area.width {
                // A wide character hides the cell behind it.
                if hidden > 0 {
                    hidden -= 1;
                    continue;
                }
                let symbol = cell(buf, x, y).symbol();
                hidden = width(symbol).saturating_sub(1);
                line.push_str(symbol);
            }
            line.trim_end().to_owned()
        })
        .collect()
}

fn cell(buf: &Buffer, x: u16, y: u16) -> &Cell {
    buf.cell((x, y)).expect("inside the buffer")
}

/// `3-17 bold cyan`: from column to column, both counted from 0. Blanks have only what shows on them.
fn runs(buf: &Buffer, y: u16) -> Vec<String> {
    let mut runs: Vec<(u16, u16, String)> = Vec::new();
    for x in 0..buf.area.width {
        let cell = cell(buf, x, y);
        let name = name(cell.style(), cell.symbol() == " ");
        match runs.last_mut() {
            Some((_, end, last)) if *end + 1 == x && *last == name => *end = x,
            _ => runs.push((x, x, name)),
        }
    }
    runs.retain(|(_, _, name)| !name.is_empty());
    runs.into_iter().map(|(from, to, name)| format!("{from}-{to} {name}")).collect()
}

fn name(style: Style, blank: bool) -> String {
    let shows = |modifier: &str| !blank || matches!(modifier, "REVERSED" | "UNDERLINED");
    let mut words: Vec<String> = style
        .add_modifier
        .iter_names()
        .filter(|(name, _)| shows(name))
        .map(|(name, _)| name.to_lowercase())
        .collect();
    if let Some(colour) = style.fg.filter(|colour| *colour != ratatui::style::Color::Reset && !blank) {
        words.push(colour.to_string().to_lowercase());
    }
    if let Some(colour) = style.bg.filter(|colour| *colour != ratatui::style::Color::Reset) {
        words.push(format!("on {colour}").to_lowercase());
    }
    words.join("+")
}
