//! Keys whose escape sequence arrived in two pieces.
//!
//! crossterm takes an ESC at the end of a read for the Esc key, so over a slow line an arrow may arrive as
//! Esc, `[`, `A`: it would close what is open and then type. A lone Esc is held for a moment.

use std::time::Duration;

use tokio::time::Instant;

use super::events::Raw;
use super::sequence::{Sequence, read};
use crate::keys::{Code, Key};

/// Holds an Esc, and what may be the rest of its sequence.
#[derive(Debug)]
pub(super) struct Repair {
    patience: Duration,
    held: Vec<Key>,
    last: Option<Instant>,
}

impl Repair {
    /// Waits for `patience` after each piece.
    pub(super) fn new(patience: Duration) -> Self {
        Self { patience, held: Vec::new(), last: None }
    }

    /// When held keys must be let go.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.last.map(|last| last + self.patience)
    }

    /// Takes a key; what is certain goes to `out`.
    pub(super) fn push(&mut self, key: Key, now: Instant, out: &mut Vec<Raw>) {
        self.expire(now, out);
        let esc = Key::plain(Code::Esc);
        if self.held.is_empty() {
            if key == esc {
                self.hold(key, now);
            } else {
                out.push(Raw::Key(key));
            }
            return;
        }
        let text: Option<String> = self.held[1..].iter().chain([&key]).map(|key| key.typed()).collect();
        match text.map_or(Sequence::Keys, |text| read(&text)) {
            Sequence::More => self.hold(key, now),
            Sequence::Whole(raw) => {
                self.held.clear();
                self.last = None;
                out.extend(raw);
            }
            Sequence::Keys => {
                self.release(out);
                self.push(key, now, out);
            }
        }
    }

    /// Lets held keys go when their time is over.
    pub(super) fn expire(&mut self, now: Instant, out: &mut Vec<Raw>) {
        if self.deadline().is_some_and(|deadline| now >= deadline) {
            self.release(out);
        }
    }

    /// Lets held keys go.
    pub(super) fn release(&mut self, out: &mut Vec<Raw>) {
        self.last = None;
        out.extend(self.held.drain(..).map(Raw::Key));
    }

    fn hold(&mut self, key: Key, now: Instant) {
        self.held.push(key);
        self.last = Some(now);
    }
}
