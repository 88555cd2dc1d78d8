//! The sandbox's time: the real time moved by an offset, or frozen; and how far the search index is behind.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Marks a clock that runs.
const RUNS: i64 = i64::MIN;

/// The clock that everything in a world shares. Times have milliseconds.
#[derive(Debug)]
pub struct Clock {
    offset_ms: AtomicI64,
    frozen_ms: AtomicI64,
    lag_ms: AtomicI64,
    dirty: AtomicBool,
}

/// How a clock is set, for the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    offset_ms: i64,
    frozen_ms: i64,
}

impl Default for Clock {
    fn default() -> Self {
        Self {
            offset_ms: AtomicI64::new(0),
            frozen_ms: AtomicI64::new(RUNS),
            lag_ms: AtomicI64::new(0),
            dirty: AtomicBool::new(false),
        }
    }
}

impl Clock {
    /// The time now, in the sandbox.
    pub fn now(&self) -> Timestamp {
        let ms = match self.frozen_ms.load(Ordering::Relaxed) {
            RUNS => Timestamp::now().as_millisecond() + self.offset_ms.load(Ordering::Relaxed),
            frozen => frozen,
        };
        Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Sets the time; a running clock runs on from there, a frozen one stays there.
    pub fn set(&self, to: Timestamp) {
        if self.is_frozen() {
            self.frozen_ms.store(to.as_millisecond(), Ordering::Relaxed);
        } else {
            let offset = to.as_millisecond() - Timestamp::now().as_millisecond();
            self.offset_ms.store(offset, Ordering::Relaxed);
        }
        self.dirty.store(true, Ordering::Relaxed);
    }

    /// Moves the time on (or back, when negative).
    pub fn advance(&self, by: SignedDuration) {
        let ms = i64::try_from(by.as_millis()).unwrap_or(0);
        let moved = if self.is_frozen() { &self.frozen_ms } else { &self.offset_ms };
        moved.fetch_add(ms, Ordering::Relaxed);
        self.dirty.store(true, Ordering::Relaxed);
    }

    /// Stops the time where it is, or lets it run on from there.
    pub fn freeze(&self, frozen: bool) {
        let now = self.now();
        self.frozen_ms.store(if frozen { now.as_millisecond() } else { RUNS }, Ordering::Relaxed);
        if !frozen {
            self.set(now);
        }
        self.dirty.store(true, Ordering::Relaxed);
    }

    /// Whether the time stands still.
    pub fn is_frozen(&self) -> bool {
        self.frozen_ms.load(Ordering::Relaxed) != RUNS
    }

    /// How far the sandbox's time is ahead of the real one.
    pub fn offset(&self) -> SignedDuration {
        SignedDuration::from_millis(self.offset_ms.load(Ordering::Relaxed))
    }

    /// How it is set, for the disk.
    pub fn setting(&self) -> Setting {
        Setting {
            offset_ms: self.offset_ms.load(Ordering::Relaxed),
            frozen_ms: self.frozen_ms.load(Ordering::Relaxed),
        }
    }

    /// Sets it as it was.
    pub fn restore(&self, setting: &Setting) {
        self.offset_ms.store(setting.offset_ms, Ordering::Relaxed);
        self.frozen_ms.store(setting.frozen_ms, Ordering::Relaxed);
        self.dirty.store(false, Ordering::Relaxed);
    }

    /// Whether it was set since the last call.
    pub fn take_dirty(&self) -> bool {
        self.dirty.swap(false, Ordering::Relaxed)
    }

    /// How long a write takes to show in searches; zero by default.
    pub fn lag(&self) -> SignedDuration {
        SignedDuration::from_millis(self.lag_ms.load(Ordering::Relaxed))
    }

    /// Sets how long a write takes to show in searches; negative counts as zero.
    pub fn set_lag(&self, lag: SignedDuration) {
        self.lag_ms.store(i64::try_from(lag.as_millis()).unwrap_or(0).max(0), Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frozen_clock_moves_only_when_told() {
        let clock = Clock::default();
        clock.freeze(true);
        let then: Timestamp = "2026-11-16T12:00:00Z".parse().expect("a timestamp");
        clock.set(then);
        assert_eq!(clock.now(), then);
        clock.advance(SignedDuration::from_secs(90));
        assert_eq!(clock.now(), then + SignedDuration::from_secs(90));
        clock.freeze(false);
        assert!(!clock.is_frozen());
        assert!(clock.now() >= then + SignedDuration::from_secs(90));
    }
}
