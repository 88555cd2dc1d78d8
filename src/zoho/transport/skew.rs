//! How far the service's clock is from this machine's, by the `Date` of its answers.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

use super::Answer;

/// `Date` has whole seconds and travels for a while: less than this is no difference.
const NOTHING: i64 = 2_000;

/// Service time less local time, in milliseconds.
#[derive(Debug, Default)]
pub(super) struct Skew(AtomicI64);

impl Skew {
    /// What to add to the local time.
    pub(super) fn read(&self) -> SignedDuration {
        SignedDuration::from_millis(self.0.load(Ordering::Relaxed))
    }

    pub(super) fn note(&self, answer: &Answer) {
        if let Some(date) = answer.date() {
            self.learn(date, answer.heard);
        }
    }

    /// Each answer differs a little: only what is more than that moves what is known.
    fn learn(&self, date: Timestamp, heard: Timestamp) {
        let found = date.as_millisecond() - heard.as_millisecond();
        let found = if found.abs() < NOTHING { 0 } else { found };
        if found == 0 || (found - self.0.load(Ordering::Relaxed)).abs() >= NOTHING {
            self.0.store(found, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_real_difference_counts_and_it_stays_put() {
        let at = |millis: i64| Timestamp::from_millisecond(1_790_000_000_000 + millis).unwrap();
        let skew = Skew::default();
        skew.learn(at(0), at(1_500));
        assert_eq!(skew.read(), SignedDuration::ZERO);
        skew.learn(at(3_600_000), at(400));
        assert_eq!(skew.read().as_secs(), 3_599);
        let before = skew.read();
        skew.learn(at(3_601_000), at(300));
        assert_eq!(skew.read(), before, "a second more or less is the way of the answer");
        skew.learn(at(5_000), at(5_900));
        assert_eq!(skew.read(), SignedDuration::ZERO, "the clocks agree again");
    }
}
