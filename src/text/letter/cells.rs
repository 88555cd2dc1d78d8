//! Tables of data in columns: as wide as their content, narrowed and wrapped where the page is too narrow.

use super::page::Page;
use super::{Line, Span, Style};
use crate::text::width::width;

/// Columns between two cells.
const BETWEEN: usize = 2;

/// Columns that a cell keeps; a page too narrow for that gets its rows as text.
const NARROWEST: usize = 6;

/// The rows of a table, in order; a cell is its text in spans.
#[derive(Default)]
pub(super) struct Cells {
    rows: Vec<Vec<Vec<Span>>>,
}

impl Cells {
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Starts a cell that goes over `span` columns.
    pub(super) fn cell(&mut self, span: usize) {
        if self.rows.is_empty() {
            self.row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
            // A cell that goes over several columns has its text in the last of them: that keeps the others narrow.
            row.extend((1..span).map(|_| Vec::new()));
        }
    }

    /// Adds text to the cell that was started last.
    pub(super) fn text(&mut self, text: &str, style: Style) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push(Span { text: text.to_owned(), style });
        }
    }

    /// Sets the table onto the page.
    pub(super) fn set(self, page: &mut Page) {
        page.apart();
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths = widths(&self.rows, columns, page.room());
        for row in self.rows {
            match &widths {
                Some(widths) => set_row(&row, widths, page),
                None => set_as_text(&row, page),
            }
        }
        page.apart();
    }
}

/// How wide each column is, or none when they do not fit.
fn widths(rows: &[Vec<Vec<Span>>], columns: usize, room: usize) -> Option<Vec<usize>> {
    let mut widths = vec![0; columns];
    for row in rows {
        for (column, cell) in row.iter().enumerate() {
            let lines = lines(cell, usize::from(u16::MAX));
            let wide = lines.iter().map(|line| width(&line.text())).max().unwrap_or(0);
            widths[column] = widths[column].max(wide);
        }
    }
    let room = room.checked_sub(BETWEEN * columns.saturating_sub(1))?;
    while widths.iter().sum::<usize>() > room {
        let excess = widths.iter().sum::<usize>() - room;
        let widest = (0..columns).max_by_key(|column| widths[*column])?;
        let second =
            (0..columns).filter(|column| *column != widest).map(|column| widths[column]).max().unwrap_or(0);
        if widths[widest] <= NARROWEST {
            return None;
        }
        // Down to the second widest at once, then all of them step by step.
        let step = (widths[widest] - second).clamp(1, excess);
        widths[widest] = (widths[widest] - step).max(NARROWEST);
    }
    Some(widths)
}

/// A cell in lines at a width.
fn lines(cell: &[Span], width: usize) -> Vec<Line> {
    let mut page = Page::new(width.max(1));
    for span in cell {
        page.text(&span.text, span.style);
    }
    page.finish().0
}

fn set_row(row: &[Vec<Span>], widths: &[usize], page: &mut Page) {
    let mut cells: Vec<_> =
        row.iter().zip(widths).map(|(cell, width)| lines(cell, *width).into_iter()).collect();
    loop {
        let next: Vec<Option<Line>> = cells.iter_mut().map(Iterator::next).collect();
        if next.iter().all(Option::is_none) {
            return;
        }
        let mut spans = Vec::new();
        let mut missing = 0;
        for (line, columns) in next.into_iter().zip(widths) {
            let line = line.unwrap_or_default();
            if !line.is_blank() && missing > 0 {
                spans.push(Span { text: " ".repeat(missing), style: Style::Plain });
                missing = 0;
            }
            missing += columns.saturating_sub(width(&line.text())) + BETWEEN;
            spans.extend(line.spans);
        }
        page.line(spans);
    }
}

fn set_as_text(row: &[Vec<Span>], page: &mut Page) {
    page.block();
    for cell in row {
        for span in cell {
            page.text(&span.text, span.style);
        }
        page.text("  ", Style::Plain);
    }
    page.block();
}
