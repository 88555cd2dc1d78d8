//! A page of a long answer, and where the next one starts.

use jiff::Timestamp;

use crate::model::TicketId;

/// One page. `Next` is how the service names the page after it: [`PageAt`] in Bigin, [`RowAt`] and [`ChangedAt`] in Desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<Row, Next = PageAt> {
    /// The rows in the service's order.
    pub rows: Vec<Row>,
    /// Where to go on; none at the end.
    pub next: Option<Next>,
    /// Whether the service has more rows and will not give them (Desk's search ends at 5 000, desk.md §3).
    pub cut: bool,
    /// The service's clock when it answered; this machine's when the answer did not say. A cursor for the next
    /// question about changes should start a little before it.
    pub at: Timestamp,
}

/// Names a page of a Bigin list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageAt {
    /// What the page before said; none for the first. Lives 24 hours and belongs to the same question.
    pub token: Option<String>,
    /// Only records modified at or after this time (whole seconds), newest change first; none = all of them.
    pub changed_since: Option<Timestamp>,
    /// What the first page began with: whoever is changed during the walk goes there, where it has been already.
    pub(super) top: Option<Top>,
    /// The rows of the second `changed_since` that a walk before this one has given.
    pub(super) known: Vec<u64>,
}

/// The latest second of change, and its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Top {
    pub modified: Timestamp,
    pub rows: Vec<u64>,
}

impl PageAt {
    /// The first page of all records.
    pub fn first() -> Self {
        Self::default()
    }

    /// The first page of those changed since.
    pub fn changed_since(since: Timestamp) -> Self {
        Self { changed_since: Some(since), ..Self::default() }
    }

    /// The page of that token.
    pub(super) fn next(&self, token: String, top: Option<Top>) -> Self {
        Self { token: Some(token), top, ..self.clone() }
    }

    /// After a walk over several pages: what was changed meanwhile. A walk of one page is of one moment, and one in
    /// which everything was changed within one second has nothing later before it.
    pub(super) fn again(&self) -> Option<Self> {
        self.token.as_ref()?;
        let since = self.changed_since?;
        let top = self.top.as_ref().filter(|top| top.modified > since)?;
        Some(Self { known: top.rows.clone(), ..Self::changed_since(top.modified) })
    }
}

/// Where a list of Desk goes on that is sorted by when its rows were made, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowAt {
    /// How many rows to skip: where the row after the last one stood.
    pub from: u32,
    /// The last row that was given, and when it was made. It is asked for again: when it has moved, the list was changed
    /// meanwhile, and the walk goes back as far as it must. Without it rows are only counted.
    pub after: Option<(Timestamp, TicketId)>,
}

impl RowAt {
    /// Skips so many rows.
    pub fn skip(from: u32) -> Self {
        Self { from, after: None }
    }
}

/// Where the tickets that changed go on: at the time of the last change that was told, so that it does not matter who
/// moves to the end of the list meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedAt {
    /// Changed at this time or later.
    pub since: Timestamp,
    /// How many rows to skip: more than none only when a whole page was changed at one moment.
    pub(super) from: u32,
    /// Those changed at `since` that were given already.
    pub(super) given: Vec<TicketId>,
}

impl ChangedAt {
    /// Everything from this time on.
    pub fn since(since: Timestamp) -> Self {
        Self { since, from: 0, given: Vec::new() }
    }
}
