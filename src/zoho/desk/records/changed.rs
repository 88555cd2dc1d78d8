//! What changed, oldest change first. Lists do not tell when a record was changed, the search does (desk.md §8): it is an
//! index, and behind writes.

use jiff::{SignedDuration, Timestamp};

use super::Sort;
use crate::zoho::{
    Error,
    desk::Desk,
    records::{Record, Slice},
    transport::{Call, query_time},
};

/// The most that a search gives at once.
const AT_ONCE: usize = 100;

impl Desk {
    /// Records that were modified at `from` or later, by the time of change, without the first `skip`, at most `limit` (up
    /// to 100). The search ends at 5 000 rows: keep `skip` small, and move `from` instead. Scopes `Desk.contacts.READ` and
    /// `Desk.search.READ`.
    pub async fn records_changed(
        &self,
        sort: Sort,
        from: Timestamp,
        skip: usize,
        limit: usize,
    ) -> Result<Slice<Record>, Error> {
        // An end in the future takes in what changes while we walk; a day covers any difference of clocks.
        let until = Timestamp::now().max(from) + SignedDuration::from_hours(24);
        let limit = limit.clamp(1, AT_ONCE);
        let call = Call::desk(&[sort.path(), "search"])
            .with("modifiedTimeRange", format!("{},{}", query_time(from), query_time(until)))
            .with("sortBy", "modifiedTime")
            .with("from", skip)
            .with("limit", limit);
        let (rows, at) = self.records(&call).await?;
        Ok(Slice { more: rows.len() == limit, rows, at })
    }
}
