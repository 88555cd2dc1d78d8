//! Runs: those that have ended, and one that is under way.

use jiff::Timestamp;

use super::{Per, Side};

/// A run that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunLine {
    /// Its number.
    pub id: i64,
    /// When it began.
    pub began: Timestamp,
    /// When it ended.
    pub ended: Timestamp,
    /// Records written, by side.
    pub written: Per<u64>,
    /// Calls made.
    pub calls: u64,
    /// The fewest that could have done the same.
    pub least: u64,
    /// How it ended.
    pub end: RunEnd,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunEnd {
    /// Nothing was left to do.
    Quiet,
    /// What was left waits for a person or a partner.
    Waits,
    /// Somebody stopped it.
    Stopped,
    /// Another process led.
    LedElsewhere,
    /// Too much was deleted at once.
    Braked,
    /// The budget of a service was used up.
    Paused(Side, Timestamp),
    /// Something went wrong, in a sentence for logs.
    Trouble(String),
}

impl RunEnd {
    /// The word that the catalogue has for it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Waits => "waits",
            Self::Stopped => "stopped",
            Self::LedElsewhere => "led-elsewhere",
            Self::Braked => "braked",
            Self::Paused(..) => "paused",
            Self::Trouble(_) => "trouble",
        }
    }
}

/// What a run that is under way has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Found to belong together.
    pub linked: u64,
    /// Records written, by side.
    pub written: Per<u64>,
    /// Calls made.
    pub calls: u64,
    /// Pieces of work that it knows of and that are left.
    pub left: u64,
}

impl Progress {
    /// What is done, in pieces of work. Who is created is linked as well.
    pub fn done(&self) -> u64 {
        self.linked.max(self.written.bigin + self.written.desk)
    }
}
