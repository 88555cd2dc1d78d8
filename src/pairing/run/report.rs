//! What a run was: how it ended, what it did, what it cost.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Counts;
use crate::pairing::call::{Cause, Made};
use crate::sync::{
    Millis, Per, Side,
    engine::{Answer, Outcome},
};

/// What a run was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// When it began, by our clock.
    pub began: Millis,
    /// When it ended.
    pub ended: Millis,
    /// How far the systems were brought together.
    pub mode: String,
    /// How it ended.
    pub end: End,
    /// Cycles that came to their end.
    pub cycles: u64,
    /// What it did.
    pub counts: Counts,
    /// What it cost.
    pub cost: Cost,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// Nothing is left to do.
    Quiet,
    /// What is left waits for something: a person, a partner, a later run.
    Waits,
    /// Somebody stopped it.
    Stopped,
    /// Another process leads.
    NotLeader,
    /// Too much was deleted at once; a person has to look.
    Braked,
    /// Something went wrong; what happened and what to do, in a sentence.
    Trouble(String),
}

/// Calls and credits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Calls of the API, by service.
    pub calls: Per<u64>,
    /// The same by cause; the sums are equal.
    pub causes: BTreeMap<String, u64>,
    /// How many calls nobody could do without.
    pub at_least: u64,
    /// Credits, by service: Bigin's counted by its rules, Desk's as it says.
    pub credits: Per<u64>,
}

impl Cost {
    /// All calls.
    pub fn all(&self) -> u64 {
        self.calls.bigin + self.calls.desk
    }
}

/// Counts calls while a run goes on.
#[derive(Debug, Default)]
pub(super) struct Meter {
    causes: BTreeMap<Cause, u64>,
    /// Pages of the first cycle: everything has to be read once.
    reads: u64,
    /// Writes that changed something, counted as the services would take them at best.
    bigin_rows: BTreeMap<(crate::sync::Kind, bool), u64>,
    desk_rows: u64,
    bigin_credits: u64,
    first: bool,
}

impl Meter {
    pub(super) fn new() -> Self {
        Self { first: true, ..Self::default() }
    }

    /// The first cycle is over.
    pub(super) fn turn(&mut self) {
        self.first = false;
    }

    /// Counts a call, and what it changed.
    pub(super) fn hear(
        &mut self,
        made: &Made,
        written: Option<(crate::sync::Kind, bool)>,
        counts: &mut Counts,
    ) {
        *self.causes.entry(made.cause).or_default() += made.calls;
        if self.first && matches!(made.cause, Cause::List | Cause::Deleted) {
            self.reads += made.calls;
        }
        let done = match &made.answer {
            Answer::Written(outcomes) => {
                outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Done { .. })).count() as u64
            }
            _ => 0,
        };
        if made.side == Side::Bigin {
            self.bigin_credits +=
                if made.cause == Cause::Write { made.written.div_ceil(10) } else { made.calls };
        }
        let Some((kind, creates)) = written else { return };
        if !creates {
            counts.updated[made.side] += done;
        }
        match made.side {
            Side::Bigin => *self.bigin_rows.entry((kind, creates)).or_default() += done,
            Side::Desk => self.desk_rows += done,
        }
    }

    /// What it cost in all. `calls` and Desk's credits are as the client counted them.
    pub(super) fn cost(&self, calls: Per<u64>, desk_credits: u64) -> Cost {
        let mut causes: BTreeMap<String, u64> = BTreeMap::new();
        for cause in Cause::ALL {
            causes.insert(cause.name().to_owned(), self.causes.get(&cause).copied().unwrap_or_default());
        }
        let counted: u64 = causes.values().sum();
        // What a call was reckoned to take and did not is no call either.
        let all = calls.bigin + calls.desk;
        if counted <= all {
            causes.insert(Cause::Again.name().to_owned(), all - counted);
        }
        let batches: u64 = self.bigin_rows.values().map(|rows| rows.div_ceil(100)).sum();
        let at_least = self.reads + batches + self.desk_rows;
        Cost { calls, causes, at_least, credits: Per { bigin: self.bigin_credits, desk: desk_credits } }
    }
}
