//! One row of text in several styles, with columns.

use ratatui::style::Style;

use crate::text::{clip, line, width};

/// A row in the making. Text that goes in is made inert first, so that every count of columns is right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) struct Row {
    parts: Vec<(String, Style)>,
    width: usize,
}

impl Row {
    /// An empty row.
    pub(in crate::ui) fn new() -> Self {
        Self::default()
    }

    /// A row of one text.
    pub(in crate::ui) fn of(text: &str, style: Style) -> Self {
        Self::new().and(text, style)
    }

    /// The row with one more text at its end.
    pub(in crate::ui) fn and(mut self, text: &str, style: Style) -> Self {
        self.push(text, style);
        self
    }

    /// Puts text at its end.
    pub(in crate::ui) fn push(&mut self, text: &str, style: Style) {
        let text = line(text);
        if !text.is_empty() {
            self.width += width(&text);
            self.parts.push((text.into_owned(), style));
        }
    }

    /// Puts another row at its end.
    pub(in crate::ui) fn append(&mut self, other: Self) {
        self.width += other.width;
        self.parts.extend(other.parts);
    }

    /// So many blanks.
    pub(in crate::ui) fn gap(&mut self, cols: usize) {
        self.push(&" ".repeat(cols), Style::new());
    }

    /// Blanks up to a column; nothing when it is reached already.
    pub(in crate::ui) fn to(&mut self, col: usize) {
        self.gap(col.saturating_sub(self.width));
    }

    /// A column of text: cut when longer, blanks at its right.
    pub(in crate::ui) fn column(&mut self, text: &str, cols: usize, style: Style) {
        let end = self.width + cols;
        self.push(&clip(&line(text), cols), style);
        self.to(end);
    }

    /// A column of a number: cut when longer, blanks at its left.
    pub(in crate::ui) fn number(&mut self, text: &str, cols: usize, style: Style) {
        let text = clip(&line(text), cols);
        self.gap(cols.saturating_sub(width(&text)));
        self.push(&text, style);
    }

    /// How many columns it takes.
    pub(in crate::ui) fn width(&self) -> usize {
        self.width
    }

    /// Whether nothing is on it.
    pub(in crate::ui) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Its texts with their styles.
    pub(in crate::ui) fn parts(&self) -> &[(String, Style)] {
        &self.parts
    }

    /// The row in at most `cols` columns, cut with `…`.
    pub(in crate::ui) fn fit(self, cols: usize) -> Self {
        if self.width <= cols {
            return self;
        }
        let mut fitted = Self::new();
        for (text, style) in self.parts {
            let room = cols - fitted.width;
            let wide = width(&text);
            // The cut is marked even where a part ends exactly at the border.
            let cut = if wide < room { text } else { clip(&format!("{text}  "), room) };
            fitted.width += width(&cut);
            fitted.parts.push((cut, style));
            if wide >= room {
                break;
            }
        }
        fitted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(row: &Row) -> String {
        row.parts().iter().map(|(text, _)| text.as_str()).collect()
    }

    #[test]
    fn columns_keep_their_place() {
        let mut row = Row::new();
        row.column("東京都庁", 6, Style::new());
        row.number("12", 4, Style::new());
        row.column("Refund", 3, Style::new());
        assert_eq!((text(&row).as_str(), row.width()), ("東京… 12Re…".replace("… ", "…   ").as_str(), 13));
    }

    #[test]
    fn cuts_over_parts() {
        let row = Row::of("Refund ", Style::new()).and("not", Style::new()).and(" received", Style::new());
        assert_eq!(text(&row.clone().fit(9)), "Refund n…");
        assert_eq!(text(&row.clone().fit(10)), "Refund no…");
        assert_eq!(text(&row.clone().fit(7)), "Refund…");
        assert_eq!(text(&row.clone().fit(0)), "");
        assert_eq!(row.clone().fit(19), row);
    }

    #[test]
    fn hostile_text_is_inert() {
        let row = Row::of("a\u{1b}[31m\u{202e}b\nc", Style::new());
        assert!(text(&row).chars().all(|c| !c.is_control() && c != '\u{202e}'));
    }
}
