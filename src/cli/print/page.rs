//! A page of labels and values.

use crate::text::{Words, line, pad, width};

/// Label and value, a line each, the values in one column.
pub struct Page<'a> {
    words: &'a Words,
    title: String,
    lines: Vec<(String, String)>,
}

impl<'a> Page<'a> {
    /// A page with this title.
    pub fn new(words: &'a Words, title: &str) -> Self {
        Self { words, title: line(title).into_owned(), lines: Vec::new() }
    }

    /// Adds a value under the message `label`; an empty one is left out.
    pub fn put(&mut self, label: &str, value: &str) {
        if !value.trim().is_empty() {
            self.lines.push((self.words.say(label), line(value).into_owned()));
        }
    }

    /// Adds a value under a label of the portal's own.
    pub fn put_foreign(&mut self, label: &str, value: &str) {
        self.lines.push((line(label).into_owned(), line(value).into_owned()));
    }

    /// The page as text.
    pub fn text(&self) -> String {
        let wide = self.lines.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
        let mut text = format!("{}\n", self.title);
        for (label, value) in &self.lines {
            text += &format!("  {}  {value}\n", pad(label, wide));
        }
        text
    }
}
