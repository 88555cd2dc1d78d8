//! Which bytes are ours: text without controls, and the few sequences that the renderer and the session write.

/// Everything in `bytes` that is neither harmless text nor a sequence of ours.
pub fn foreign(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut rest = text.as_ref();
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let length =
            if first == '\x1b' { sequence(rest) } else { Some(first.len_utf8()).filter(|_| harmless(first)) };
        let length = length.unwrap_or_else(|| {
            found.push(rest.chars().take(12).collect::<String>().escape_debug().to_string());
            first.len_utf8()
        });
        rest = &rest[length..];
    }
    found
}

/// The length of a sequence of ours that stands at the beginning.
fn sequence(text: &str) -> Option<usize> {
    // One line up, and rows move down when there is no line above.
    if text.starts_with("\x1bM") {
        return Some("\x1bM".len());
    }
    let body = text.strip_prefix("\x1b[")?;
    let end = body.find(|c: char| ('\x40'..='\x7e').contains(&c))?;
    let (parameters, last) = (&body[..end], body.as_bytes()[end]);
    let numbers = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b';' || byte == b':');
    let known = match last {
        // Where the cursor goes, colours, erasing, scrolling.
        b'H' | b'G' | b'C' | b'm' | b'K' | b'J' | b'L' | b'M' | b'r' => numbers(parameters),
        b'h' | b'l' => {
            matches!(parameters, "?7" | "?25" | "?1000" | "?1004" | "?1006" | "?1049" | "?2004" | "?2026")
        }
        // The kitty keyboard protocol is only ever taken back.
        b'u' => parameters == "<",
        _ => false,
    };
    known.then_some("\x1b[".len() + end + 1)
}

/// Letters that neither steer the terminal nor turn, hide or fake what is shown.
fn harmless(c: char) -> bool {
    let steers = c.is_control() && !matches!(c, '\r' | '\n');
    let turns =
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    let hides = matches!(
        c,
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{e0000}'..='\u{e007f}'
    );
    !(steers || turns || hides)
}

#[test]
fn ours_pass_and_others_do_not() {
    let clean = "\x1b[?2026h\x1b[3;5H\x1b[1;31mMaria Souza, 中村 ليلى\x1b[0m\x1b[K\x1b[?2026l";
    assert_eq!(foreign(clean.as_bytes()), Vec::<String>::new());
    for hostile in [
        "\x1b]0;owned\x07",
        "\x1b]52;c;aGk=\x07",
        "\x1bP1$r\x1b\\",
        "\x1bc",
        "\x1b[6n",
        "\x1b[?1003h",
        "\u{9b}2J",
        "\u{202e}exe",
        "a\u{200b}b",
        "\x08",
        "\x07",
        "\x1b[21t",
        "\x1b(0",
    ] {
        assert!(!foreign(hostile.as_bytes()).is_empty(), "{hostile:?}");
    }
}
