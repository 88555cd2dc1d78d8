//! Sizes and times that the rules leave open.

use crate::sync::{Millis, Per, Seconds, Side};

/// Sizes and times. The defaults are those of the product; the simulation uses small ones to reach the edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rows a page of a list.
    pub page: Per<u32>,
    /// Rows a page of the deleted feeds.
    pub gone_page: Per<u32>,
    /// Ids a call.
    pub read: Per<usize>,
    /// Values a search.
    pub find: Per<usize>,
    /// Records a write call.
    pub batch: Per<usize>,
    /// Write calls at once.
    pub flight: Per<usize>,
    /// Pieces of work planned between two transactions.
    pub plan: usize,
    /// How far a pass goes back before the end of the one before.
    pub overlap: Seconds,
    /// How old a record has to be before passes count for its creation.
    pub settle: Millis,
    /// How long a record rests after a lost answer.
    pub rest: Millis,
    /// From one quiet cycle to the next.
    pub poll: Millis,
    /// From one cycle to the next while something waits.
    pub soon: Millis,
    /// How long a lease lasts.
    pub lease: Millis,
    /// So many deletions in one cycle are never too many …
    pub brake_above: u64,
    /// … and neither are so many of a hundred links.
    pub brake_percent: u64,
    /// So often a field may change its direction …
    pub flips: u8,
    /// … within this time.
    pub flip_window: Millis,
    /// So many credits may be spent …
    pub budget: Per<u32>,
    /// … within this time; then everything waits until enough of them count no more.
    pub budget_window: Millis,
    /// From one full listing of a kind to the next: it finds what the feeds have missed.
    pub sweep: Millis,
    /// How far the measured difference of two clocks may be off.
    pub clock_doubt: Seconds,
    /// What the services count for questions.
    pub prices: Prices,
}

/// What the services count for questions, in credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prices {
    /// A page of a list, and a search. Desk counts 3 down to the two thousandth row (sheet `desk.md` §5), which is deeper
    /// than a page of changes ever lies.
    pub question: Per<u32>,
    /// Whether each id of a reading, and each twenty values of a search, are a call of their own.
    pub apart: Per<bool>,
}

/// Values that Desk takes in one search.
const VALUES: usize = 20;

impl Prices {
    /// One credit a call.
    pub const PLAIN: Self =
        Self { question: Per { bigin: 1, desk: 1 }, apart: Per { bigin: false, desk: false } };

    pub(super) fn of_ids(&self, side: Side, ids: usize) -> u32 {
        if self.apart[side] { u32::try_from(ids).unwrap_or(u32::MAX) } else { 1 }
    }

    pub(super) fn of_values(&self, side: Side, values: usize) -> u32 {
        let calls = if self.apart[side] { values.div_ceil(VALUES) } else { 1 };
        self.question[side].saturating_mul(u32::try_from(calls).unwrap_or(u32::MAX))
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            page: Per { bigin: 200, desk: 99 },
            gone_page: Per { bigin: 200, desk: 50 },
            read: Per { bigin: 100, desk: 20 },
            find: Per { bigin: 50, desk: 40 },
            batch: Per { bigin: 100, desk: 1 },
            flight: Per { bigin: 1, desk: 8 },
            plan: 256,
            overlap: 120,
            settle: 5_000,
            rest: 60_000,
            poll: 300_000,
            soon: 5_000,
            lease: 120_000,
            brake_above: 10,
            brake_percent: 2,
            flips: 4,
            flip_window: 3_600_000,
            budget: Per { bigin: u32::MAX, desk: u32::MAX },
            budget_window: 86_400_000,
            sweep: 604_800_000,
            clock_doubt: 2,
            prices: Prices { question: Per { bigin: 1, desk: 3 }, apart: Per { bigin: false, desk: true } },
        }
    }
}
