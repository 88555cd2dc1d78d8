//! How many columns text takes, and cutting, padding and wrapping by columns. The count is the one that the drawing
//! library uses (grapheme by grapheme), so that what is measured here is what stands on the screen; text is expected
//! to have passed [`line()`](crate::text::line) or [`block`](crate::text::block), which take out what terminals disagree about.

mod clip;
mod wrap;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use clip::{clip, clip_inside, pad, pad_left};
pub use wrap::wrap;

/// The columns of a text on one line.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(cell).sum()
}

/// The columns of one grapheme.
pub(crate) fn cell(grapheme: &str) -> usize {
    grapheme.width()
}

/// The graphemes of a text, for setting it at most `cols` columns wide. One that is wider and made of several characters
/// (some scripts put a letter of its own width onto another) comes in its characters; a single wide character has no
/// parts.
pub(crate) fn pieces(text: &str, cols: usize) -> impl Iterator<Item = &str> {
    text.graphemes(true).flat_map(move |grapheme| {
        let whole = cell(grapheme) <= cols.max(2);
        let ends = grapheme.char_indices().map(|(at, c)| (at, at + c.len_utf8()));
        let parts = ends.filter(move |_| !whole).map(|(from, to)| &grapheme[from..to]);
        whole.then_some(grapheme).into_iter().chain(parts)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_columns_not_characters() {
        assert_eq!(width("ação"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("東京"), 4);
        assert_eq!(width("🙂 ok"), 5);
        assert_eq!(width(""), 0);
    }
}
