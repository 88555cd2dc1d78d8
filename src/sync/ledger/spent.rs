//! What a service was asked lately, in its own credits.

use serde::{Deserialize, Serialize};

use crate::sync::Millis;

/// A day is counted in so many parts: a part that is over by a day counts no more.
const PARTS: Millis = 24;

/// What a service was asked lately.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// When each part began, by our clock, and what was spent in it; the oldest first.
    parts: Vec<(Millis, u32)>,
}

impl Spent {
    /// Counts credits.
    pub fn add(&mut self, credits: u32, now: Millis, window: Millis) {
        let width = (window / PARTS).max(1);
        self.parts.retain(|(began, _)| began + window + width > now);
        match self.parts.last_mut() {
            Some((began, spent)) if now < *began + width => *spent = spent.saturating_add(credits),
            _ => self.parts.push((now, credits)),
        }
    }

    /// What counts now.
    pub fn within(&self, now: Millis, window: Millis) -> u32 {
        let width = (window / PARTS).max(1);
        let counts = self.parts.iter().filter(|(began, _)| began + window + width > now);
        counts.fold(0, |sum, (_, spent)| sum.saturating_add(*spent))
    }

    /// When `credits` more fit into `budget`: now, or when enough of what was spent counts no more. Never, if they do not
    /// fit into an empty one: then as soon as everything is forgotten.
    pub fn free_at(&self, credits: u32, budget: u32, now: Millis, window: Millis) -> Millis {
        let width = (window / PARTS).max(1);
        let mut sum = self.within(now, window);
        let mut at = now;
        for (began, spent) in self.parts.iter().filter(|(began, _)| began + window + width > now) {
            if sum.saturating_add(credits) <= budget {
                break;
            }
            sum -= spent;
            at = began + window + width;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_spent_counts_for_a_day_and_no_longer() {
        let (hour, day) = (3_600_000, 86_400_000);
        let mut spent = Spent::default();
        for at in 0..10 {
            spent.add(10, at * hour, day);
        }
        let now = 10 * hour;
        assert_eq!(spent.within(now, day), 100);
        assert_eq!(spent.free_at(10, 110, now, day), now);
        // Three parts have to go for 25 more in 95.
        assert_eq!(spent.free_at(25, 95, now, day), 2 * hour + day + hour);
        assert_eq!(spent.within(2 * hour + day + hour, day), 70);
        assert_eq!(spent.within(40 * hour, day), 0);
    }
}
