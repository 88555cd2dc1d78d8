//! Quoting the original below an answer or in a forward.

use super::letter;
use crate::model::{Entry, join_addresses};
use crate::text::{Clock, Words, safe};

/// Columns of quoted text: as wide as mail in plain text is written.
const WIDTH: u16 = 76;

/// The original as plain text: a separator, a head (From, Date, Subject, To, Cc), then its text, each level of
/// quoting marked by `> `. Nothing of it is folded away. Times are told by the clock's zone; the subject is left out
/// when it is empty.
pub fn quote(entry: &Entry, subject: &str, words: &Words, clock: &Clock) -> String {
    let mut text = format!("---------- {} ----------\n", words.say("quote-original"));
    let mut head = |id: &str, value: &str| {
        if !value.trim().is_empty() {
            text.push_str(&format!("{}: {}\n", words.say(id), safe::line(value)));
        }
    };
    match entry {
        Entry::Thread(thread) => {
            let from = thread.from.as_ref().map_or_else(|| thread.author.clone(), ToString::to_string);
            head("quote-from", &from);
            head("quote-date", &clock.exact(words, thread.at));
            head("quote-subject", subject);
            head("quote-to", &join_addresses(&thread.to));
            head("quote-cc", &join_addresses(&thread.cc));
        }
        Entry::Comment(comment) => {
            head("quote-from", &comment.author);
            head("quote-date", &clock.exact(words, comment.at));
            head("quote-subject", subject);
        }
    }
    text.push('\n');
    let original = letter(entry.body(), WIDTH);
    for line in &original.lines {
        text.push_str(&"> ".repeat(line.quote.into()));
        text.push_str(line.text().trim_end());
        text.push('\n');
    }
    if !original.links.is_empty() {
        text.push('\n');
        for (place, link) in original.links.iter().enumerate() {
            text.push_str(&format!("[{}] {link}\n", place + 1));
        }
    }
    text
}
