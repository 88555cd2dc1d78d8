//! A page of a long answer, and where the next one starts.

use jiff::Timestamp;

/// One page. `Next` is how the service names the page after it: [`PageAt`] in Bigin, a row number in Desk.
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
}

impl PageAt {
    /// The first page of all records.
    pub fn first() -> Self {
        Self::default()
    }

    /// The first page of those changed since.
    pub fn changed_since(since: Timestamp) -> Self {
        Self { token: None, changed_since: Some(since) }
    }
}
