//! One key, as it is written in `keymap.toml`, in help texts and in tests.

use std::fmt;
use std::str::FromStr;

/// What was pressed, without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character, as typed: `G` is `Char('G')`, without `shift`.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; with `shift` the terminal's back-tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete (forward).
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, 1 to 24.
    F(u8),
}

/// A key with its modifiers. Written `ctrl-s`, `enter`, `g`, `?`, `shift-tab`, `f5`, `space`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// Control was held.
    pub ctrl: bool,
    /// Alt (or Meta) was held.
    pub alt: bool,
    /// Shift was held; never set for a plain character, which already says it (`G`).
    pub shift: bool,
}

/// The names of the keys that are not characters; `f1` to `f24` come on top.
const NAMES: [(&str, Code); 16] = [
    ("space", Code::Char(' ')),
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("insert", Code::Insert),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("page-up", Code::PageUp),
    ("page-down", Code::PageDown),
    ("return", Code::Enter),
];

impl Key {
    /// A key in its one canonical form, so that equal presses are equal values: shift is folded into a
    /// plain character, and a character with control is lower case (terminals cannot tell the cases apart).
    pub fn new(code: Code, ctrl: bool, alt: bool, shift: bool) -> Self {
        match code {
            Code::Char('\r' | '\n') => Self { code: Code::Enter, ctrl, alt, shift },
            Code::Char('\t') => Self { code: Code::Tab, ctrl, alt, shift },
            Code::Char('\u{7f}') => Self { code: Code::Backspace, ctrl, alt, shift },
            Code::Char(c) if ctrl => {
                let lower = single(c.to_lowercase()).unwrap_or(c);
                Self { code: Code::Char(lower), ctrl, alt, shift: shift && lower.is_alphabetic() }
            }
            Code::Char(c) if shift => {
                Self { code: Code::Char(single(c.to_uppercase()).unwrap_or(c)), ctrl, alt, shift: false }
            }
            _ => Self { code, ctrl, alt, shift },
        }
    }

    /// A key without modifiers.
    pub fn plain(code: Code) -> Self {
        Self::new(code, false, false, false)
    }

    /// The character that this key types into a text field, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// The only element of `chars`, or nothing (`ß` has no single capital).
fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let first = chars.next()?;
    chars.next().is_none().then_some(first)
}

/// A text that names no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a key; write keys as `g`, `?`, `ctrl-s`, `alt-enter`, `shift-tab`, `page-down` or `f5`"
)]
pub struct InvalidKey(
    /// The text, as it was written.
    pub String,
);

impl FromStr for Key {
    type Err = InvalidKey;

    fn from_str(text: &str) -> Result<Self, InvalidKey> {
        let (mut rest, mut ctrl, mut alt, mut shift) = (text, false, false, false);
        loop {
            let (flag, after) = if let Some(after) = rest.strip_prefix("ctrl-") {
                (&mut ctrl, after)
            } else if let Some(after) = rest.strip_prefix("alt-") {
                (&mut alt, after)
            } else if let Some(after) = rest.strip_prefix("shift-") {
                (&mut shift, after)
            } else {
                break;
            };
            if std::mem::replace(flag, true) {
                return Err(InvalidKey(text.to_owned()));
            }
            rest = after;
        }
        let code = code(rest).ok_or_else(|| InvalidKey(text.to_owned()))?;
        Ok(Self::new(code, ctrl, alt, shift))
    }
}

/// The code that `name` stands for.
fn code(name: &str) -> Option<Code> {
    if let Some(c) = single(name.chars()) {
        return (!c.is_control() && !c.is_whitespace()).then_some(Code::Char(c));
    }
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*code);
    }
    let number = name.strip_prefix('f')?;
    if number.starts_with('0') || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    number.parse().ok().filter(|n| (1..=24).contains(n)).map(Code::F)
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Code::F(number)) => write!(f, "f{number}"),
            (None, Code::Char(c)) => write!(f, "{c}"),
            (None, other) => write!(f, "{other:?}"),
        }
    }
}
