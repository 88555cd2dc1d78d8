//! Aligned columns.

use crate::text::{clip, line, pad, width};

/// Columns that one cell takes at most in a window; the last column takes what is left. A pipe gets every cell whole.
const CELL: usize = 32;

/// A table with a line of titles: cells made inert and padded, lines cut where the window ends, if there is one. Empty
/// columns are left out.
pub fn table(titles: &[String], rows: &[Vec<String>], columns: Option<u16>) -> String {
    let clean: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| line(cell).into_owned()).collect()).collect();
    let widest =
        |at: usize| clean.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0);
    let last = titles.len().saturating_sub(1);
    let most = if columns.is_some() { CELL } else { usize::MAX };
    let shown: Vec<(usize, usize)> = (0..titles.len())
        .map(|at| (at, widest(at)))
        .filter(|(_, wide)| *wide > 0)
        .map(|(at, wide)| (at, wide.max(width(&titles[at]))))
        .map(|(at, wide)| (at, if at == last { wide } else { wide.min(most) }))
        .collect();
    let mut text = String::new();
    for row in std::iter::once(titles).chain(clean.iter().map(Vec::as_slice)) {
        let cells: Vec<String> =
            shown.iter().map(|(at, wide)| pad(row.get(*at).map_or("", String::as_str), *wide)).collect();
        let whole = cells.join("  ");
        let whole = whole.trim_end();
        text += &columns.map_or_else(|| whole.to_owned(), |columns| clip(whole, columns.into()));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
    }

    #[test]
    fn columns_are_counted_in_cells_and_empty_ones_left_out() {
        let titles = rows(&[&["Name", "Empty", "Company"]]).remove(0);
        let text = table(&titles, &rows(&[&["王小明", "", "東京都"], &["Ana", "", "Z"]]), None);
        assert_eq!(text, "Name    Company\n王小明  東京都\nAna     Z\n");
    }

    #[test]
    fn a_window_cuts_and_foreign_text_is_inert() {
        let titles = rows(&[&["A", "B"]]).remove(0);
        let text = table(&titles, &rows(&[&["\u{1b}[31m", "a long subject"]]), Some(12));
        assert!(!text.contains('\u{1b}'));
        assert!(text.lines().all(|line| width(line) <= 12), "{text}");
    }
}
