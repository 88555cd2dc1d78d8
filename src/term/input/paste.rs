//! Pasted text, made harmless.

/// More than this is cut: nobody pastes a megabyte into a reply on purpose.
pub(super) const LIMIT: usize = 1_000_000;

/// Line ends as `\n`, no control characters but tabs, at most [`LIMIT`] bytes.
pub(super) fn clean(text: &str) -> String {
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
                break;
            }
            clean.push(c);
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, clean};

    #[test]
    fn line_ends_become_one_kind_and_controls_vanish() {
        assert_eq!(clean("a\r\nb\rc\nd\te\x1b[31mf\x07\u{9b}g\r\r\n"), "a\nb\nc\nd\te[31mfg\n\n");
    }

    #[test]
    fn a_huge_paste_is_cut_between_characters() {
        let cut = clean(&"€".repeat(LIMIT));
        assert!(cut.len() <= LIMIT && cut.len() > LIMIT - 3);
    }
}
