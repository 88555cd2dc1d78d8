//! Pasted text, made harmless.

use super::Input;

/// More than this is cut: nobody pastes a megabyte into a reply on purpose.
pub(super) const LIMIT: usize = 1_000_000;

/// What was pasted, as it is passed on; what was cut is told.
pub(super) fn put(text: &str, out: &mut Vec<Input>) {
    let (text, whole) = clean(text);
    out.push(Input::Paste(text));
    if !whole {
        out.push(Input::PasteCut);
    }
}

/// Line ends as `\n`, no control characters but tabs, at most [`LIMIT`] bytes; and whether that was all.
fn clean(text: &str) -> (String, bool) {
    let mut clean = String::with_capacity(text.len().min(LIMIT));
    let mut before = None;
    for c in text.chars() {
        let written = match c {
            '\n' if before == Some('\r') => None,
            '\r' => Some('\n'),
            '\n' | '\t' => Some(c),
            _ => (!c.is_control()).then_some(c),
        };
        before = Some(c);
        if let Some(c) = written {
            if clean.len() + c.len_utf8() > LIMIT {
                return (clean, false);
            }
            clean.push(c);
        }
    }
    (clean, true)
}

#[cfg(test)]
mod tests {
    use super::{Input, LIMIT, clean, put};

    #[test]
    fn line_ends_become_one_kind_and_controls_vanish() {
        let whole = ("a\nb\nc\nd\te[31mfg\n\n".to_owned(), true);
        assert_eq!(clean("a\r\nb\rc\nd\te\x1b[31mf\x07\u{9b}g\r\r\n"), whole);
    }

    #[test]
    fn a_huge_paste_is_cut_between_characters_and_says_so() {
        let mut out = Vec::new();
        put(&"€".repeat(LIMIT), &mut out);
        let [Input::Paste(cut), Input::PasteCut] = out.as_slice() else { panic!("{} inputs", out.len()) };
        assert!(cut.len() <= LIMIT && cut.len() > LIMIT - 3);
    }
}
