//! One line of text being typed: filters, addresses, paths.

use unicode_segmentation::UnicodeSegmentation;

use crate::keys::{Code, Key};

/// A line takes so many bytes, more than any address list or subject has: a pasted file is no line.
const ROOM: usize = 4096;

/// Text with a cursor between its graphemes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// Byte offset; always on a grapheme border.
    cursor: usize,
    /// Whether what is typed next takes the place of it all.
    chosen: bool,
}

impl Line {
    /// A line with the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, chosen: false }
    }

    /// Chooses all of it: what is typed next takes its place, and keys that move let it stay.
    pub fn choose(&mut self) {
        self.cursor = self.text.len();
        self.chosen = !self.text.is_empty();
    }

    /// Whether all of it is chosen.
    pub fn is_chosen(&self) -> bool {
        self.chosen
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before and behind the cursor.
    pub fn halves(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Puts text at the cursor; line ends become blanks. What is more than a line has room for (4096 bytes in all) is left
    /// out; tells whether everything fitted.
    pub fn insert(&mut self, text: &str) -> bool {
        if std::mem::take(&mut self.chosen) {
            self.remove(0, self.text.len());
        }
        let mut room = ROOM.saturating_sub(self.text.len());
        let mut left_out = false;
        let clean: String = text
            .chars()
            .map(|c| if c == '\n' { ' ' } else { c })
            .filter(|c| !c.is_control())
            .take_while(|c| {
                left_out = c.len_utf8() > room;
                room = room.saturating_sub(c.len_utf8());
                !left_out
            })
            .collect();
        self.text.insert_str(self.cursor, &clean);
        self.cursor += clean.len();
        self.settle();
        !left_out
    }

    /// Takes a key as an editor would; tells whether it meant anything here.
    pub fn key(&mut self, key: Key) -> bool {
        let chosen = std::mem::take(&mut self.chosen);
        match (key.code, key.ctrl, key.alt) {
            (Code::Backspace | Code::Delete, ..) if chosen => self.remove(0, self.text.len()),
            (Code::Char(c), false, false) => {
                self.chosen = chosen;
                self.insert(c.encode_utf8(&mut [0; 4]));
            }
            (Code::Backspace, false, false) => self.remove(self.before(), self.cursor),
            (Code::Char('h'), true, false) => self.remove(self.before(), self.cursor),
            (Code::Delete, false, false) => self.remove(self.cursor, self.after()),
            (Code::Char('w'), true, false) | (Code::Backspace, _, true) => {
                self.remove(self.word(), self.cursor);
            }
            (Code::Char('u'), true, false) => self.remove(0, self.cursor),
            (Code::Char('k'), true, false) => self.remove(self.cursor, self.text.len()),
            (Code::Left, false, false) => self.cursor = self.before(),
            (Code::Right, false, false) => self.cursor = self.after(),
            (Code::Left, true, false) => self.cursor = self.word(),
            (Code::Home, ..) => self.cursor = 0,
            (Code::End, ..) => self.cursor = self.text.len(),
            _ => return false,
        }
        true
    }

    fn remove(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = from;
        self.settle();
    }

    /// A mark typed behind its letter joins it: the cursor must not stay inside.
    fn settle(&mut self) {
        if !self.text.grapheme_indices(true).any(|(at, _)| at == self.cursor) {
            self.cursor = self.after();
        }
    }

    fn before(&self) -> usize {
        self.text
            .grapheme_indices(true)
            .map(|(at, _)| at)
            .take_while(|at| *at < self.cursor)
            .last()
            .unwrap_or(0)
    }

    fn after(&self) -> usize {
        let mut borders = self.text.grapheme_indices(true).map(|(at, _)| at);
        borders.find(|at| *at > self.cursor).unwrap_or(self.text.len())
    }

    /// The start of the word before the cursor; a separator is a word of its own.
    fn word(&self) -> usize {
        let head = self.text[..self.cursor].trim_end();
        let separates = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '@' | '.');
        let last = head.char_indices().rev().find(|(_, c)| separates(*c));
        let start = last.map_or(0, |(at, c)| at + c.len_utf8()).min(self.before());
        let borders = self.text.grapheme_indices(true).map(|(at, _)| at);
        borders.take_while(|at| *at <= start).last().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn edits_in_the_middle() {
        let mut line = Line::new("ana@zylker");
        for key in ["home", "delete", "A", "end", ".", "c", "o", "m", "x", "backspace"] {
            assert!(line.key(key.parse().expect(key)));
        }
        assert_eq!(line.text(), "Ana@zylker.com");
        assert!(line.key("ctrl-w".parse().expect("key")));
        assert_eq!(line.text(), "Ana@zylker.");
    }

    #[test]
    fn what_is_typed_takes_the_place_of_what_is_chosen() {
        let chosen = || {
            let mut line = Line::new("estrela");
            line.choose();
            line
        };
        let after = |keys: &[&str]| {
            let mut line = chosen();
            for key in keys {
                assert!(line.key(key.parse().expect(key)));
            }
            line.text().to_owned()
        };
        assert_eq!(after(&["c", "l"]), "cl");
        assert_eq!(after(&["left", "c"]), "estrelca", "who moves goes on with it");
        assert_eq!(after(&["backspace"]), "");
        let mut pasted = chosen();
        assert!(pasted.insert("clínica"));
        assert_eq!(pasted.text(), "clínica");
    }

    #[test]
    fn a_pasted_file_is_no_line() {
        let mut line = Line::new("to: ");
        assert!(!line.insert(&"é\n".repeat(1 << 20)));
        assert!(line.text().len() <= ROOM && line.text().len() > ROOM - 4);
        assert!(!line.insert("é"));
    }

    proptest! {
        #[test]
        fn the_cursor_never_splits_a_grapheme(
            text in "\\PC{0,12}",
            keys in proptest::collection::vec(0..7usize, 0..20),
        ) {
            let names = ["left", "right", "backspace", "delete", "ctrl-w", "home", "ctrl-left"];
            let mut line = Line::new(text);
            for key in keys {
                line.key(names[key].parse().expect("key"));
                let (head, tail) = line.halves();
                prop_assert_eq!(head.graphemes(true).count() + tail.graphemes(true).count(),
                    line.text().graphemes(true).count());
            }
        }
    }
}
