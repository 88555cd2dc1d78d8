//! The clocks of a world: one time, three services that may be wrong about it.

use std::sync::Arc;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::clock::{Clock, Setting};

/// The clocks of a world.
#[derive(Clone, Debug)]
pub struct Clocks {
    /// The sandbox's time.
    pub all: Arc<Clock>,
    /// The clock of Accounts.
    pub accounts: Arc<Clock>,
    /// The clock of Bigin.
    pub bigin: Arc<Clock>,
    /// The clock of Desk.
    pub desk: Arc<Clock>,
}

/// How far each service's clock is ahead, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Skew {
    /// Accounts'.
    pub accounts: f64,
    /// Bigin's.
    pub bigin: f64,
    /// Desk's.
    pub desk: f64,
}

/// How all of it is set, for the disk.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Settings {
    #[serde(flatten)]
    time: Setting,
    #[serde(default)]
    skew: Skew,
}

impl Skew {
    /// Whether every clock is wrong by a year at most.
    pub fn is_small(&self) -> bool {
        [self.accounts, self.bigin, self.desk].iter().all(|seconds| seconds.abs() <= 366.0 * 86_400.0)
    }
}

impl Clocks {
    /// Three clocks that go right, beside one that is the time.
    pub fn new(all: Arc<Clock>) -> Self {
        let beside = || Arc::new(all.beside());
        Self { accounts: beside(), bigin: beside(), desk: beside(), all }
    }

    /// How far the services' clocks are ahead.
    pub fn skew(&self) -> Skew {
        let of = |clock: &Clock| clock.skew().as_secs_f64();
        Skew { accounts: of(&self.accounts), bigin: of(&self.bigin), desk: of(&self.desk) }
    }

    /// Sets how far the services' clocks are ahead; to be kept like a new time.
    pub fn set_skew(&self, skew: Skew) {
        for (clock, seconds) in
            [(&self.accounts, skew.accounts), (&self.bigin, skew.bigin), (&self.desk, skew.desk)]
        {
            clock.set_skew(SignedDuration::try_from_secs_f64(seconds).unwrap_or_default());
        }
        self.all.touch();
    }

    /// How all of it is set, for the disk.
    pub fn settings(&self) -> Settings {
        Settings { time: self.all.setting(), skew: self.skew() }
    }

    /// Sets all of it as it was.
    pub fn restore(&self, settings: &Settings) {
        self.set_skew(settings.skew);
        self.all.restore(&settings.time);
    }
}
