//! The escape sequences of keys, for those that arrived in two pieces.

use super::events::Raw;
use crate::keys::{Code, Key};

/// What the characters after a lone Esc came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sequence {
    /// The beginning of a sequence.
    More,
    /// A whole one; nothing for one that means nothing to us, whose characters must not be typed either.
    Whole(Option<Raw>),
    /// No sequence: these are keys.
    Keys,
}

/// Longer than any sequence that a terminal sends for a key or the mouse.
const LONGEST: usize = 24;

/// Reads what followed an Esc: `[A`, `OP`, `[1;5C`, `[200~`.
pub(super) fn read(text: &str) -> Sequence {
    let mut chars = text.chars();
    let (first, last) = (chars.next(), chars.next_back());
    match (first, last) {
        (Some('[' | 'O'), None) => Sequence::More,
        (Some('O'), Some(last)) => match letter(last) {
            Some(code) if text.len() == 2 => whole(code, 1),
            _ => Sequence::Keys,
        },
        (Some('['), Some('[')) if text.len() == 2 => Sequence::More,
        // The Linux console's f1 to f5.
        (Some('['), Some(last @ 'A'..='E')) if text.starts_with("[[") => {
            whole(Code::F(last as u8 - b'A' + 1), 1)
        }
        (Some('['), Some('0'..='9' | ';' | ':' | '<' | '?')) if text.len() < LONGEST => Sequence::More,
        (Some('['), Some(last)) if last.is_ascii_alphabetic() || last == '~' => {
            finished(&text[1..text.len() - 1], last)
        }
        _ => Sequence::Keys,
    }
}

/// A control sequence by its parameters and its last character.
fn finished(parameters: &str, last: char) -> Sequence {
    if parameters.starts_with(['<', '?']) {
        return Sequence::Whole(None);
    }
    let mut numbers = parameters.split(';').map(|number| number.parse::<u8>().unwrap_or(1));
    let (first, modifiers) = (numbers.next().unwrap_or(1), numbers.next().unwrap_or(1));
    match last {
        'I' | 'O' if parameters.is_empty() => Sequence::Whole(Some(Raw::Focus(last == 'I'))),
        'Z' => Sequence::Whole(Some(Raw::Key(Key::new(Code::Tab, false, false, true)))),
        '~' if first == 200 => Sequence::Whole(Some(Raw::PasteBegins)),
        '~' => numbered(first).map_or(Sequence::Whole(None), |code| whole(code, modifiers)),
        _ => letter(last).map_or(Sequence::Whole(None), |code| whole(code, modifiers)),
    }
}

/// A key with xterm's number for modifiers: 1 and a bit each for shift, alt, control.
fn whole(code: Code, modifiers: u8) -> Sequence {
    let bits = modifiers.saturating_sub(1);
    Sequence::Whole(Some(Raw::Key(Key::new(code, bits & 4 != 0, bits & 2 != 0, bits & 1 != 0))))
}

fn letter(last: char) -> Option<Code> {
    Some(match last {
        'A' => Code::Up,
        'B' => Code::Down,
        'C' => Code::Right,
        'D' => Code::Left,
        'F' => Code::End,
        'H' => Code::Home,
        'P'..='S' => Code::F(last as u8 - b'P' + 1),
        _ => return None,
    })
}

fn numbered(number: u8) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F(number - 10),
        17..=21 => Code::F(number - 11),
        23 | 24 => Code::F(number - 12),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Sequence, read};
    use crate::term::input::events::Raw;

    #[test]
    fn sequences_are_read_as_the_keys_they_stand_for() {
        for (text, key) in [
            ("[A", "up"),
            ("OB", "down"),
            ("OP", "f1"),
            ("[[E", "f5"),
            ("[15~", "f5"),
            ("[17~", "f6"),
            ("[24~", "f12"),
            ("[1;5C", "ctrl-right"),
            ("[5;2~", "shift-page-up"),
            ("[3~", "delete"),
            ("[Z", "shift-tab"),
        ] {
            let key = key.parse().expect("a key");
            assert_eq!(read(text), Sequence::Whole(Some(Raw::Key(key))), "{text}");
        }
    }

    #[test]
    fn beginnings_wait_and_strangers_are_keys() {
        for text in ["[", "O", "[1", "[1;", "[<0;12"] {
            assert_eq!(read(text), Sequence::More, "{text}");
        }
        for text in ["x", "Ox", "[ ", "[ä"] {
            assert_eq!(read(text), Sequence::Keys, "{text}");
        }
        assert_eq!(read("[<0;12;3M"), Sequence::Whole(None));
        assert_eq!(read("[200~"), Sequence::Whole(Some(Raw::PasteBegins)));
    }
}
