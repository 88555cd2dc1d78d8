//! Escapes in the story's texts, so that hostile characters can be read in the files that hold them.

/// The text with `\xHH`, `\u{H…}`, `\n`, `\r`, `\t` and `\\` as the characters they name; other backslashes stay.
pub fn unescape(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some((c, used)) = named(rest) {
            out.push(c);
            rest = &rest[used..];
        } else {
            out.push('\\');
        }
    }
    out.push_str(rest);
    out
}

/// The character that an escape names, without its backslash, and how many bytes name it.
fn named(rest: &str) -> Option<(char, usize)> {
    let number = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    match rest.chars().next()? {
        'n' => Some(('\n', 1)),
        'r' => Some(('\r', 1)),
        't' => Some(('\t', 1)),
        '\\' => Some(('\\', 1)),
        'x' => Some((number(rest.get(1..3)?)?, 3)),
        'u' => {
            let digits = rest.strip_prefix("u{")?.split_once('}')?.0;
            Some((number(digits)?, digits.len() + 3))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_characters_and_the_rest_stays() {
        assert_eq!(unescape(r"a\x1b[2J\u{202e}b\\c\n"), "a\u{1b}[2J\u{202e}b\\c\n");
        assert_eq!(unescape(r"\1b \q \x9 \u{zz} end\"), r"\1b \q \x9 \u{zz} end\");
    }
}
