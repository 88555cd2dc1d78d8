//! Lines that are too wide, broken so that they fit.

use unicode_segmentation::UnicodeSegmentation;

use super::{Line, Span};
use crate::text::width::{cell, width};

/// The line in as many lines as it needs at a width in columns, broken where it is full: words were wrapped before,
/// only what could not be wrapped arrives here too wide.
pub(super) fn fit(line: Line, cols: usize) -> Vec<Line> {
    if line.spans.iter().map(|span| width(&span.text)).sum::<usize>() <= cols {
        return vec![line];
    }
    let quote = line.quote;
    let mut lines = Vec::new();
    let mut now = Line { spans: Vec::new(), quote };
    let mut used = 0;
    for span in line.spans {
        let mut text = String::new();
        for grapheme in span.text.graphemes(true) {
            let wide = cell(grapheme);
            if used > 0 && used + wide > cols {
                if !text.is_empty() {
                    now.spans.push(Span { text: std::mem::take(&mut text), style: span.style });
                }
                lines.push(std::mem::replace(&mut now, Line { spans: Vec::new(), quote }));
                used = 0;
            }
            text.push_str(grapheme);
            used += wide;
        }
        if !text.is_empty() {
            now.spans.push(Span { text, style: span.style });
        }
    }
    lines.push(now);
    lines
}
