//! The meter: how many calls were made, how few it could have been, and what the others were for. `docs/sync.md` has the
//! formula.

use crate::sync::{Kind, Per, Side};

use super::{Limits, Request};

/// What calls are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Lists of changes.
    Lists,
    /// Feeds of deleted records.
    Deletions,
    /// Records read by id because something is in doubt.
    Doubts,
    /// Searches before a record is created.
    Searches,
    /// Finding out about lost answers.
    Lost,
    /// Writes.
    Writes,
}

impl Cause {
    /// The word in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lists => "list",
            Self::Deletions => "deleted",
            Self::Doubts => "read",
            Self::Searches => "search",
            Self::Lost => "lost",
            Self::Writes => "write",
        }
    }

    /// All.
    pub const ALL: [Self; 6] =
        [Self::Lists, Self::Deletions, Self::Doubts, Self::Searches, Self::Lost, Self::Writes];
}

/// What was counted of one service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    calls: [u32; 6],
    credits: u32,
    /// Per kind: records that brought something new, whether its feed was read, and writes done, creates apart.
    kinds: [OfKind; 3],
    /// Feeds of deleted records that had to be read.
    gone_feeds: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct OfKind {
    brought: u32,
    listed: bool,
    created: u32,
    updated: u32,
}

/// Calls since the engine began, or since the meter was reset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meter {
    sides: Per<Counts>,
    page: Per<u32>,
    batch: Per<u32>,
}

impl Meter {
    pub(super) fn new(limits: &Limits) -> Self {
        let batch = Per::of(|side| u32::try_from(limits.batch[side]).unwrap_or(u32::MAX));
        Self { page: limits.page, batch, ..Self::default() }
    }

    pub(super) fn called(&mut self, cause: Cause, request: &Request, credits: u32) {
        let counts = &mut self.sides[request.side()];
        counts.calls[cause as usize] += 1;
        counts.credits = counts.credits.saturating_add(credits);
        if let Request::List { kind, .. } = request {
            counts.kinds[*kind as usize].listed = true;
        }
    }

    pub(super) fn read_gone(&mut self, side: Side, first_time: bool, feeds: u32) {
        // Before anything was ever seen, no deletion can matter.
        self.sides[side].gone_feeds.get_or_insert(if first_time { 0 } else { feeds });
    }

    pub(super) fn brought(&mut self, side: Side, kind: Kind, records: usize) {
        let kind = &mut self.sides[side].kinds[kind as usize];
        kind.brought = kind.brought.saturating_add(u32::try_from(records).unwrap_or(u32::MAX));
    }

    pub(super) fn wrote(&mut self, side: Side, kind: Kind, created: bool) {
        let kind = &mut self.sides[side].kinds[kind as usize];
        if created { kind.created += 1 } else { kind.updated += 1 }
    }

    /// Calls made of one service.
    pub fn used_of(&self, side: Side) -> u32 {
        self.sides[side].calls.into_iter().sum()
    }

    /// Calls made.
    pub fn used(&self) -> u32 {
        Side::BOTH.into_iter().map(|side| self.used_of(side)).sum()
    }

    /// Credits spent, as the service counts them.
    pub fn credits(&self, side: Side) -> u32 {
        self.sides[side].credits
    }

    /// Calls made for a cause.
    pub fn calls(&self, side: Side, cause: Cause) -> u32 {
        self.sides[side].calls[cause as usize]
    }

    /// The fewest calls that could have done the same: every new record listed once in full pages, every feed of deleted
    /// records read once, every write in full batches.
    pub fn least(&self) -> u32 {
        Side::BOTH.into_iter().flat_map(|side| Cause::ALL.map(|cause| self.least_of(side, cause))).sum()
    }

    /// What was called beyond the least, by cause. With the least it is what was used, exactly.
    pub fn beyond(&self) -> impl Iterator<Item = (Side, Cause, u32)> {
        Side::BOTH.into_iter().flat_map(move |side| {
            Cause::ALL.map(move |cause| (side, cause, self.calls(side, cause) - self.least_of(side, cause)))
        })
    }

    /// The least of one service for one cause; never more than was called.
    pub fn least_of(&self, side: Side, cause: Cause) -> u32 {
        let counts = &self.sides[side];
        let of_kind = |kind: &OfKind| match cause {
            Cause::Lists => u32::from(kind.listed) * kind.brought.div_ceil(self.page[side].max(1)).max(1),
            Cause::Writes => {
                let batch = self.batch[side].max(1);
                kind.created.div_ceil(batch) + kind.updated.div_ceil(batch)
            }
            _ => 0,
        };
        let least = match cause {
            Cause::Deletions => counts.gone_feeds.unwrap_or(0),
            _ => counts.kinds.iter().map(of_kind).sum(),
        };
        // An answer that was lost and found again was one call for several results.
        least.min(counts.calls[cause as usize])
    }
}
