//! Times, sizes and amounts as people say them. Nobody in here looks at a clock: [`Clock`] carries the time.

mod ago;
mod amount;
mod due;
mod exact;
#[cfg(test)]
mod tests;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

pub use amount::{count, money, size};

/// The time it is, and where: what relative times are reckoned from.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Now.
    pub now: Timestamp,
    /// The reader's time zone: decides what is *yesterday*.
    pub zone: TimeZone,
}

impl Clock {
    /// A clock that stands still at a time in a zone.
    pub fn new(now: Timestamp, zone: TimeZone) -> Self {
        Self { now, zone }
    }

    fn local(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.zone.clone())
    }

    /// Whole seconds from `from` to `to`; negative when `to` is earlier.
    fn seconds(from: Timestamp, to: Timestamp) -> i64 {
        to.as_second().saturating_sub(from.as_second())
    }
}
