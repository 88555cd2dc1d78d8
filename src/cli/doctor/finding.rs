//! One thing that was looked at.

use serde_json::{Value, json};

use crate::cli::exit::{Exit, Failure};
use crate::cli::screen;
use crate::config::Settings;
use crate::text::line;

/// How it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// As it should be.
    Good,
    /// It works, and could be better.
    Poor,
    /// It stands in the way.
    Bad,
}

/// One thing that was looked at.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// What was looked at: a word for scripts, stable.
    pub(super) kind: &'static str,
    /// How it is.
    pub(super) state: State,
    /// How it is, and what to do.
    pub(super) sentence: String,
    /// The exit code, if it stands in the way.
    pub(super) exit: Option<Exit>,
}

impl Finding {
    pub(super) fn good(kind: &'static str, sentence: String) -> Self {
        Self { kind, state: State::Good, sentence, exit: None }
    }

    pub(super) fn poor(kind: &'static str, sentence: String) -> Self {
        Self { kind, state: State::Poor, sentence, exit: None }
    }

    pub(super) fn bad(kind: &'static str, exit: Exit, sentence: String) -> Self {
        Self { kind, state: State::Bad, sentence, exit: Some(exit) }
    }

    /// What a command would fail with.
    pub(super) fn of(kind: &'static str, failure: &Failure, sentence: String) -> Self {
        Self::bad(kind, failure.exit, sentence)
    }

    /// A line for a person. A word says it where a sign alone could be overlooked.
    pub(super) fn text(&self, settings: &Settings) -> String {
        let ascii = screen::look(settings).ascii;
        let sign = match (self.state, ascii) {
            (State::Good, false) => "✓",
            (State::Poor, false) => "!",
            (State::Bad, false) => "✗",
            (State::Good, true) => "ok",
            (State::Poor, true) => "! ",
            (State::Bad, true) => "NO",
        };
        format!("{sign} {}\n", line(&self.sentence))
    }

    pub(super) fn json(&self) -> Value {
        let state = match self.state {
            State::Good => "good",
            State::Poor => "poor",
            State::Bad => "bad",
        };
        json!({ "check": self.kind, "state": state, "sentence": self.sentence })
    }
}
