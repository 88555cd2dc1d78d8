//! Tables: those that hold data, and those that only lay out a page.

use super::soup::Event;

/// Cells with more text than this are prose, not data.
const CELL: usize = 60;

/// Whether the table that opens at `place` holds data worth drawing as a table: rows and columns, no table in it, and
/// either headings, a border, or short cells throughout. Everything else is layout, as in most mail from programs.
pub(super) fn holds_data(events: &[Event], place: usize) -> bool {
    let Some(Event::Open { tag, end }) = events.get(place) else { return false };
    let mut bordered = tag.attrs.iter().any(|attr| &*attr.name.local == "border" && &*attr.value != "0");
    let (mut rows, mut cells, mut widest, mut text, mut longest) = (0, 0, 0, 0, 0);
    for event in &events[place + 1..*end] {
        match event {
            Event::Open { tag, .. } => match &*tag.name {
                "table" => return false,
                "tr" => (rows, cells) = (rows + 1, 0),
                name @ ("td" | "th") => {
                    cells += 1;
                    widest = widest.max(cells);
                    text = 0;
                    bordered |= name == "th";
                }
                _ => {}
            },
            Event::Text(words) => {
                text += words.trim().chars().count();
                longest = longest.max(text);
            }
            _ => {}
        }
    }
    rows >= 2 && (2..=12).contains(&widest) && (bordered || longest <= CELL)
}

/// Whether the row that opens at `place`, of a table for layout, reads best on one line: several short cells.
pub(super) fn reads_on_one_line(events: &[Event], place: usize) -> bool {
    let Some(Event::Open { end, .. }) = events.get(place) else { return false };
    let (mut filled, mut text) = (0, 0);
    for event in &events[place + 1..*end] {
        match event {
            Event::Open { tag, .. } => match &*tag.name {
                "table" | "ul" | "ol" | "blockquote" => return false,
                "td" | "th" => text = 0,
                _ => {}
            },
            Event::Text(words) => {
                let long = words.trim().chars().count();
                filled += usize::from(text == 0 && long > 0);
                text += long;
                if text > CELL / 2 {
                    return false;
                }
            }
            _ => {}
        }
    }
    filled >= 2
}
