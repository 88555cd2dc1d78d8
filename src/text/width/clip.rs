//! Cutting and padding to a number of columns.

use unicode_segmentation::UnicodeSegmentation;

use super::{cell, width};

/// The text in at most `cols` columns: whole when it fits, else cut at a grapheme with `…` at its end. In no column
/// nothing fits.
pub fn clip(text: &str, cols: usize) -> String {
    if width(text) <= cols {
        return text.to_owned();
    }
    let Some(room) = cols.checked_sub(1) else { return String::new() };
    let mut cut = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += cell(grapheme);
        if used > room {
            break;
        }
        cut.push_str(grapheme);
    }
    cut.push('…');
    cut
}

/// The text in at most `cols` columns: whole when it fits, else its beginning and its end with `…` between them, for texts
/// that often begin alike.
pub fn clip_inside(text: &str, cols: usize) -> String {
    let Some(room) = cols.checked_sub(1).filter(|_| width(text) > cols) else { return clip(text, cols) };
    let (mut end, mut used) = (text.len(), 0);
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += cell(grapheme);
        if used > room / 2 {
            break;
        }
        end = at;
    }
    let tail = text[end..].trim_start();
    // The blank before a word says nothing; a column more of the beginning does.
    let head = clip(text, cols - width(tail));
    format!("{head}{tail}")
}

/// The text in exactly `cols` columns, blanks at its right; cut as by [`clip`] when it is longer.
pub fn pad(text: &str, cols: usize) -> String {
    let mut text = clip(text, cols);
    let missing = cols.saturating_sub(width(&text));
    text.extend(std::iter::repeat_n(' ', missing));
    text
}

/// The text in exactly `cols` columns, blanks at its left: for numbers.
pub fn pad_left(text: &str, cols: usize) -> String {
    let text = clip(text, cols);
    let missing = cols.saturating_sub(width(&text));
    " ".repeat(missing) + &text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cuts_at_graphemes_and_says_so() {
        assert_eq!(clip("Refund not received", 10), "Refund no…");
        assert_eq!(clip("Refund", 6), "Refund");
        assert_eq!(clip("東京都", 4), "東…");
        assert_eq!(clip("abc", 0), "");
        assert_eq!(clip_inside("Waiting for customer", 11), "Waiti…tomer");
        assert_eq!(clip_inside("Waiting for finance", 20), "Waiting for finance");
        assert_eq!(clip_inside("東京都", 4), "東…");
        assert_eq!(clip_inside("abc", 0), "");
        assert_eq!(pad("東京都", 4), "東… ");
        assert_eq!(pad_left("12", 4), "  12");
    }

    proptest! {
        #[test]
        fn never_wider_than_asked(text in "\\PC{0,30}", cols in 0usize..40) {
            prop_assert!(width(&clip(&text, cols)) <= cols);
            prop_assert!(width(&clip_inside(&text, cols)) <= cols);
            prop_assert_eq!(width(&pad(&text, cols)), cols);
        }
    }
}
