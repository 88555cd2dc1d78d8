//! Pastes of terminals that do not mark them: more typing at once than a hand can do.

use std::time::Duration;

use tokio::time::Instant;

use super::Input;
use super::paste;
use crate::keys::{Code, Key};

/// Keys of one paste arrive within this time of each other.
const GAP: Duration = Duration::from_millis(10);
/// The same, when the terminal marked the beginning of the paste.
const MARKED_GAP: Duration = Duration::from_millis(60);
/// More keys than this may be a paste.
const MANY: usize = 20;
/// So many different ones: a held key that a slow line delivered at once is not a text.
const VARIED: usize = 6;
/// So many different ones are worth the wait for more.
const SUSPICIOUS: usize = 4;

/// Collects plain keys that arrive together.
#[derive(Debug, Default)]
pub(super) struct Burst {
    run: Vec<Key>,
    /// The terminal said that a paste begins.
    marked: bool,
    deadline: Option<Instant>,
}

impl Burst {
    /// When the collected keys must be decided upon.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Takes a key; keys that type nothing end the burst.
    pub(super) fn push(&mut self, key: Key, out: &mut Vec<Input>) {
        if text_of(key).is_some() {
            self.run.push(key);
        } else {
            self.decide(out);
            out.push(Input::Key(key));
        }
    }

    /// The terminal said that a paste begins, and its end was lost.
    pub(super) fn begin(&mut self, out: &mut Vec<Input>) {
        self.decide(out);
        self.marked = true;
    }

    /// No more keys are here now: lets them go, or waits for more of what looks like a paste.
    pub(super) fn settle(&mut self, now: Instant, in_text: bool, out: &mut Vec<Input>) {
        if self.marked {
            self.deadline = Some(now + MARKED_GAP);
        } else if !in_text && self.varied(SUSPICIOUS) {
            self.deadline = Some(now + GAP);
        } else {
            self.release(out);
        }
    }

    /// Decides when the time is over.
    pub(super) fn expire(&mut self, now: Instant, out: &mut Vec<Input>) {
        if self.deadline.is_some_and(|deadline| now >= deadline) {
            self.decide(out);
        }
    }

    /// A paste, or keys.
    pub(super) fn decide(&mut self, out: &mut Vec<Input>) {
        if self.marked || self.run.len() > MANY && self.varied(VARIED) {
            let text: String = self.run.drain(..).filter_map(text_of).collect();
            paste::put(&text, out);
        }
        self.release(out);
    }

    fn release(&mut self, out: &mut Vec<Input>) {
        self.deadline = None;
        self.marked = false;
        out.extend(self.run.drain(..).map(Input::Key));
    }

    /// Whether at least `count` different keys are in the run.
    fn varied(&self, count: usize) -> bool {
        let mut seen = Vec::with_capacity(count);
        self.run.iter().any(|key| {
            if !seen.contains(key) {
                seen.push(*key);
            }
            seen.len() >= count
        })
    }
}

/// The character that a plain key stands for in a text.
fn text_of(key: Key) -> Option<char> {
    match key {
        _ if key == Key::plain(Code::Enter) => Some('\n'),
        _ if key == Key::plain(Code::Tab) => Some('\t'),
        _ => key.typed(),
    }
}
