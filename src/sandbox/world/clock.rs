//! The sandbox's time: the real time moved by an offset, or frozen; how far each service's clock is off it; and how far
//! its search index is behind.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Marks a clock that runs.
const RUNS: i64 = i64::MIN;

/// A service's clock. Those of one world share the time; each has its own skew and lag. Times have milliseconds.
#[derive(Debug, Default)]
pub struct Clock {
    time: Arc<Time>,
    skew_ms: AtomicI64,
    lag_ms: AtomicI64,
}

/// What the clocks of a world share.
#[derive(Debug)]
struct Time {
    offset_ms: AtomicI64,
    frozen_ms: AtomicI64,
    dirty: AtomicBool,
}

/// How a clock is set, for the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    offset_ms: i64,
    frozen_ms: i64,
}

impl Default for Time {
    fn default() -> Self {
        Self { offset_ms: AtomicI64::new(0), frozen_ms: AtomicI64::new(RUNS), dirty: AtomicBool::new(false) }
    }
}

impl Clock {
    /// Another clock with the same time, without skew and lag.
    #[must_use]
    pub fn beside(&self) -> Self {
        Self { time: Arc::clone(&self.time), ..Self::default() }
    }

    /// The time now, as this clock shows it.
    pub fn now(&self) -> Timestamp {
        let time = &self.time;
        let ms = match time.frozen_ms.load(Ordering::Relaxed) {
            RUNS => Timestamp::now().as_millisecond() + time.offset_ms.load(Ordering::Relaxed),
            frozen => frozen,
        };
        let ms = ms.saturating_add(self.skew_ms.load(Ordering::Relaxed));
        Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Sets the time of all clocks; a running one runs on from there, a frozen one stays there.
    pub fn set(&self, to: Timestamp) {
        if self.is_frozen() {
            self.time.frozen_ms.store(to.as_millisecond(), Ordering::Relaxed);
        } else {
            let offset = to.as_millisecond() - Timestamp::now().as_millisecond();
            self.time.offset_ms.store(offset, Ordering::Relaxed);
        }
        self.touch();
    }

    /// Moves the time of all clocks on (or back, when negative).
    pub fn advance(&self, by: SignedDuration) {
        let ms = i64::try_from(by.as_millis()).unwrap_or(0);
        let moved = if self.is_frozen() { &self.time.frozen_ms } else { &self.time.offset_ms };
        moved.fetch_add(ms, Ordering::Relaxed);
        self.touch();
    }

    /// Stops the time where it is, or lets it run on from there.
    pub fn freeze(&self, frozen: bool) {
        let now = self.now() - self.skew();
        self.time.frozen_ms.store(if frozen { now.as_millisecond() } else { RUNS }, Ordering::Relaxed);
        if !frozen {
            self.set(now);
        }
        self.touch();
    }

    /// Whether the time stands still.
    pub fn is_frozen(&self) -> bool {
        self.time.frozen_ms.load(Ordering::Relaxed) != RUNS
    }

    /// How far the sandbox's time is ahead of the real one.
    pub fn offset(&self) -> SignedDuration {
        SignedDuration::from_millis(self.time.offset_ms.load(Ordering::Relaxed))
    }

    /// How the time is set, for the disk.
    pub fn setting(&self) -> Setting {
        Setting {
            offset_ms: self.time.offset_ms.load(Ordering::Relaxed),
            frozen_ms: self.time.frozen_ms.load(Ordering::Relaxed),
        }
    }

    /// Sets the time as it was.
    pub fn restore(&self, setting: &Setting) {
        self.time.offset_ms.store(setting.offset_ms, Ordering::Relaxed);
        self.time.frozen_ms.store(setting.frozen_ms, Ordering::Relaxed);
        self.time.dirty.store(false, Ordering::Relaxed);
    }

    /// Whether the time was set since the last call.
    pub fn take_dirty(&self) -> bool {
        self.time.dirty.swap(false, Ordering::Relaxed)
    }

    /// How far this clock is ahead of the sandbox's time; negative when it is behind.
    pub fn skew(&self) -> SignedDuration {
        SignedDuration::from_millis(self.skew_ms.load(Ordering::Relaxed))
    }

    /// Sets how far this clock is ahead of the sandbox's time.
    pub fn set_skew(&self, skew: SignedDuration) {
        self.skew_ms.store(i64::try_from(skew.as_millis()).unwrap_or(0), Ordering::Relaxed);
    }

    /// How long a write takes to show in searches; zero by default.
    pub fn lag(&self) -> SignedDuration {
        SignedDuration::from_millis(self.lag_ms.load(Ordering::Relaxed))
    }

    /// Sets how long a write takes to show in searches; negative counts as zero.
    pub fn set_lag(&self, lag: SignedDuration) {
        self.lag_ms.store(i64::try_from(lag.as_millis()).unwrap_or(0).max(0), Ordering::Relaxed);
    }

    /// Notes that the clocks were set, for the disk.
    pub fn touch(&self) {
        self.time.dirty.store(true, Ordering::Relaxed);
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

    #[test]
    fn a_skewed_clock_shares_the_time() {
        let clock = Clock::default();
        clock.freeze(true);
        let fast = clock.beside();
        fast.set_skew(SignedDuration::from_secs(90));
        assert_eq!(fast.now(), clock.now() + SignedDuration::from_secs(90));
        let then = clock.now();
        clock.advance(SignedDuration::from_secs(5));
        assert_eq!(fast.now(), then + SignedDuration::from_secs(95));
        fast.freeze(true);
        assert_eq!(clock.now(), then + SignedDuration::from_secs(5));
    }
}
