//! What a run was: how it ended, what it did, what it cost.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Counts;
use crate::sync::{
    Millis, Per, Side,
    engine::{Cause, Meter},
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
    /// The budget of a service is used up.
    Paused {
        /// Whose.
        side: Side,
        /// When it goes on, by our clock.
        until: Millis,
    },
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
    /// How many calls nobody could do without (`docs/sync.md`).
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

/// Calls of the API as they were made, by what they were made for: one question of the core may take several.
#[derive(Clone, Debug, Default)]
pub(in crate::pairing) struct Tally(BTreeMap<Cause, u64>);

/// The cause of calls that no question of the core stands for: the client made them again.
const AGAIN: &str = "again";

impl Tally {
    /// Counts the calls of one question.
    pub(in crate::pairing) fn hear(&mut self, cause: Cause, calls: u64) {
        *self.0.entry(cause).or_default() += calls;
    }

    /// What was asked in a rehearsal, whose writes were not made.
    pub(in crate::pairing) fn of_questions(meter: &Meter) -> Self {
        let asked = |cause: Cause| Side::BOTH.map(|side| u64::from(meter.calls(side, cause))).iter().sum();
        Self(questions().map(|cause| (cause, asked(cause))).collect())
    }

    /// What it cost in all. `calls` and Desk's credits are as the client counted them.
    pub(in crate::pairing) fn cost(&self, meter: &Meter, calls: Per<u64>, desk_credits: u64) -> Cost {
        let mut causes: BTreeMap<String, u64> = BTreeMap::new();
        for cause in Cause::ALL {
            causes.insert(cause.name().to_owned(), self.0.get(&cause).copied().unwrap_or_default());
        }
        let all = calls.bigin + calls.desk;
        let counted: u64 = causes.values().sum();
        causes.insert(AGAIN.to_owned(), all.saturating_sub(counted));
        let wrote = self.0.get(&Cause::Writes).is_some_and(|calls| *calls > 0);
        let least = if wrote { u64::from(meter.least()) } else { least_of_questions(meter) };
        // A question that took several calls has cost as many credits.
        let more = calls.bigin.saturating_sub(u64::from(meter.used_of(Side::Bigin)));
        let bigin = u64::from(meter.credits(Side::Bigin)) + more;
        Cost { calls, causes, at_least: least, credits: Per { bigin, desk: desk_credits } }
    }
}

fn questions() -> impl Iterator<Item = Cause> {
    Cause::ALL.into_iter().filter(|cause| *cause != Cause::Writes)
}

fn least_of_questions(meter: &Meter) -> u64 {
    let of = |cause: Cause| Side::BOTH.map(|side| u64::from(meter.least_of(side, cause))).iter().sum::<u64>();
    questions().map(of).sum()
}
