//! What foreign text tried to hide: for a badge, and to be shown on demand.

use std::fmt::Write as _;

use super::chars::{Kind, joins, kind, pictured};
use super::line;

/// A way to deceive a reader or a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trick {
    /// Control characters other than tabs and line breaks: escape sequences and their like.
    ControlCodes,
    /// The reading direction is turned: `invoice\u{202E}fdp.exe` reads as a PDF.
    BidiOverride,
    /// Characters without width inside a word: two spellings that look the same, or a filter passed by.
    ZeroWidth,
    /// Towers of marks on one letter.
    StackedMarks,
    /// Invisible letters (Unicode tags): text that only machines read.
    InvisibleText,
}

impl Trick {
    /// The catalogue's words for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::ControlCodes => "hidden-control-codes",
            Self::BidiOverride => "hidden-bidi",
            Self::ZeroWidth => "hidden-zero-width",
            Self::StackedMarks => "hidden-marks",
            Self::InvisibleText => "hidden-letters",
        }
    }
}

/// Which tricks are in a text, each once, in a fixed order. What honest mail does all the time is none: soft hyphens,
/// a byte order mark at the start, direction marks, joiners in scripts that need them, emoji of several parts.
pub fn tricks(text: &str) -> Vec<Trick> {
    let mut found = Vec::new();
    let mut note = |trick| {
        if !found.contains(&trick) {
            found.push(trick);
        }
    };
    let mut before = ' ';
    let mut marks = 0;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let kind = kind(c);
        marks = if kind == Kind::Mark { marks + 1 } else { 0 };
        match kind {
            Kind::Control if !matches!(c, '\u{b}' | '\u{c}') => note(Trick::ControlCodes),
            Kind::Turn => note(Trick::BidiOverride),
            Kind::Hidden if matches!(c, '\u{e0020}'..='\u{e007f}') && !pictured(before) => {
                note(Trick::InvisibleText);
            }
            Kind::Hidden | Kind::Joiner if hides(c, before, after) => note(Trick::ZeroWidth),
            Kind::Mark if marks > 6 => note(Trick::StackedMarks),
            _ => {}
        }
        // What follows an emoji or a letter without room of its own belongs to it: the flag of Wales is full of tags.
        let tag = matches!(c, '\u{e0000}'..='\u{e0fff}') && pictured(before);
        if !tag && !matches!(kind, Kind::Variation | Kind::Mark) {
            before = c;
        }
    }
    found.sort_unstable();
    found
}

fn hides(c: char, before: char, after: char) -> bool {
    let inside = before.is_alphanumeric() && after.is_alphanumeric();
    let honest = match c {
        '\u{ad}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => true,
        '\u{200c}' | '\u{200d}' => joins(before) || joins(after),
        _ => false,
    };
    inside && !honest
}

/// The text on one line with every hidden character written out: `invoice\u{202E}fdp.exe`.
pub fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match kind(c) {
            Kind::Control | Kind::Turn | Kind::Hidden | Kind::Joiner | Kind::Variation | Kind::Unknown => {
                let _ = write!(shown, "\\u{{{:X}}}", u32::from(c));
            }
            _ => shown.push(c),
        }
    }
    line(&shown).into_owned()
}
