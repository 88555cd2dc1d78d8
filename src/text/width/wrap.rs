//! Wrapping at words.

use super::{cell, pieces, width};

/// The text in lines of at most `cols` columns (counted as at least 1), broken at blanks, words that are too long at
/// graphemes. `\n` starts a new line. Blanks at which a line breaks fall away, those at a line's start stay (code,
/// lists). A wide character that cannot fit in one column stands alone on its line. There is always one line.
pub fn wrap(text: &str, cols: usize) -> Vec<String> {
    let cols = cols.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_line(paragraph, cols, &mut lines);
    }
    lines
}

fn wrap_line(text: &str, cols: usize, lines: &mut Vec<String>) {
    if width(text) <= cols {
        lines.push(text.to_owned());
        return;
    }
    let mut line = String::new();
    let mut used = 0;
    let mut blanks = String::new();
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches(' ');
        if bare.is_empty() {
            blanks.push(' ');
            continue;
        }
        let wide = width(bare);
        if used + blanks.len() + wide <= cols {
            line.push_str(&blanks);
            line.push_str(bare);
            used += blanks.len() + wide;
        } else {
            if used > 0 {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            used = break_word(bare, cols, used, &mut line, lines);
        }
        blanks.clear();
        if word.len() > bare.len() {
            blanks.push(' ');
        }
    }
    lines.push(line);
}

/// Sets a word on an empty line, broken wherever a line is full. Returns the columns used on the last line.
fn break_word(word: &str, cols: usize, mut used: usize, line: &mut String, lines: &mut Vec<String>) -> usize {
    for grapheme in pieces(word, cols) {
        let wide = cell(grapheme);
        if used > 0 && used + wide > cols {
            lines.push(std::mem::take(line));
            used = 0;
        }
        line.push_str(grapheme);
        used += wide;
    }
    used
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn breaks_at_words_and_long_words_anywhere() {
        assert_eq!(wrap("the refund has not arrived", 10), ["the refund", "has not", "arrived"]);
        assert_eq!(wrap("see https://zylker.example/x", 8), ["see", "https://", "zylker.e", "xample/x"]);
        assert_eq!(wrap("  indented code", 20), ["  indented code"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
        assert_eq!(wrap("東京都", 3), ["東", "京", "都"]);
        assert_eq!(wrap("", 5), [""]);
    }

    proptest! {
        #[test]
        fn loses_nothing_visible_and_fits(text in "[a-zç東🙂 \n]{0,60}", cols in 2usize..20) {
            let lines = wrap(&text, cols);
            prop_assert!(lines.iter().all(|line| width(line) <= cols));
            let visible = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(visible(&lines.concat()), visible(&text));
        }
    }
}
