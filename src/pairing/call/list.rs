//! What changed, oldest change first.

use jiff::Timestamp;

use super::{Caller, Verb, nothing};
use crate::pairing::wire::{module, sort};
use crate::sync::{Kind, Seconds, Side, engine::Answer};

impl Caller {
    pub(super) async fn list(
        &self,
        side: Side,
        kind: Kind,
        from: Seconds,
        skip: usize,
        limit: usize,
    ) -> Verb {
        let (Some(names), Some(sort)) = (self.wire.kind(kind), sort(kind)) else {
            return Ok(nothing(self.date()));
        };
        // Nothing is older than both services; the first second of all has none before it.
        let from = Timestamp::from_second(from.max(1)).unwrap_or(Timestamp::UNIX_EPOCH);
        let slice = match side {
            Side::Bigin => {
                self.zoho.bigin.records_changed(module(kind), &names.all(side), from, skip, limit).await?
            }
            Side::Desk => self.zoho.desk.records_changed(sort, from, skip, limit).await?,
        };
        let rows = self.rows(side, kind, &slice.rows);
        Ok((Answer::Rows { rows, more: slice.more, date: slice.at.as_second() }, 1))
    }
}
