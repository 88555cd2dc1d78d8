//! What people type, as a question that SQLite's full-text search cannot misread.

use super::super::finder::fold::fold;

/// The typed words.
pub(super) struct Words(Vec<String>);

/// More words than this narrow nothing.
const MOST: usize = 16;

impl Words {
    /// None when there is no letter or digit in the text.
    pub fn new(text: &str) -> Option<Self> {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(MOST)
            .map(str::to_owned)
            .collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Every word in quotes, each as the beginning of a word: there is no operator in it, whatever was typed.
    pub fn question(&self) -> String {
        self.0.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ")
    }

    /// Whether a word of a text is one of the typed ones.
    pub fn meet(&self, word: &str) -> bool {
        let word = fold(word);
        self.0.iter().any(|typed| word.starts_with(&fold(typed)))
    }
}
