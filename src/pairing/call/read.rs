//! Records by id, from the database.

use futures_util::future::try_join_all;

use super::{Caller, Verb, nothing, texts};
use crate::pairing::wire::{module, sort};
use crate::sync::{Kind, RecordId, Side, engine::Answer};

impl Caller {
    pub(super) async fn read(&self, side: Side, kind: Kind, ids: &[RecordId]) -> Verb {
        let (Some(names), Some(sort)) = (self.wire.kind(kind), sort(kind)) else {
            return Ok(nothing(self.date()));
        };
        let ids = texts(ids);
        let (records, calls) = match side {
            Side::Bigin => (
                self.zoho.bigin.records_by_id(module(kind), &names.all(side), &ids).await?,
                ids.len().div_ceil(100),
            ),
            Side::Desk => {
                let each = ids.iter().map(|id| self.zoho.desk.record_by_id(sort, id));
                (try_join_all(each).await?.into_iter().flatten().collect(), ids.len())
            }
        };
        let rows = self.rows(side, kind, &records);
        Ok((Answer::Rows { rows, more: false, date: self.date() }, calls as u64))
    }
}
