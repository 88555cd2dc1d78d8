//! The pairing as a whole: how many stand where, the last runs, what was spent.

use jiff::Timestamp;

use super::{List, Per, RunLine};

/// How many records stand in each list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tallies([u64; List::ALL.len()]);

impl Tallies {
    /// Of a list.
    pub const fn of(&self, list: List) -> u64 {
        self.0[list as usize]
    }

    /// Sets the number of a list.
    pub const fn set(&mut self, list: List, count: u64) {
        self.0[list as usize] = count;
    }

    /// How many wait for a person.
    pub fn wait(&self) -> u64 {
        [List::Conflict, List::Failing, List::Ambiguous, List::Deleted].map(|list| self.of(list)).iter().sum()
    }
}

/// How the pairing stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// How many stand in each list.
    pub tallies: Tallies,
    /// Whether deletions and creates are stopped until a person has looked.
    pub braked: bool,
    /// How much was asked for and is done by the next run.
    pub wishes: usize,
    /// Writes whose answer was lost, and that are looked for.
    pub lost: usize,
    /// Pieces of work that wait to be planned.
    pub waiting: u64,
    /// The revision of the mapping in force.
    pub revision: u32,
    /// Whether the mapping was changed and is not in force.
    pub behind: bool,
    /// How far the two are brought together, in the profile's word; none when it does not say.
    pub way: Option<String>,
    /// Until when a process leads, by our clock; none when none does.
    pub led_until: Option<Timestamp>,
    /// The last runs, the latest first.
    pub runs: Vec<RunLine>,
    /// What each service was asked within a day.
    pub meters: Per<Meter>,
}

/// What a service was asked within a day, in its credits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meter {
    /// So many.
    pub used: u64,
    /// Of so many that the profile allows; none when it sets no bound.
    pub limit: Option<u64>,
    /// When there will be some again, if there are none.
    pub until: Option<Timestamp>,
}
