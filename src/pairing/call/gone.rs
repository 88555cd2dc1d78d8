//! What was deleted, the latest first.

use super::{Caller, Verb};
use crate::pairing::wire::{decode_gone, module};
use crate::sync::{Kind, Side, engine::Answer};

/// Rows a page of Bigin's feed, which can be asked for whole pages only.
const PAGE: usize = 200;

impl Caller {
    pub(super) async fn gone(&self, side: Side, kind: Kind, skip: usize, limit: usize) -> Verb {
        if side == Side::Desk {
            let slice = self.zoho.desk.records_deleted(skip).await?;
            let rows = slice.rows.iter().filter_map(decode_gone).collect();
            return Ok((Answer::Gone { rows, more: slice.more, date: slice.at.as_second() }, 1));
        }
        let (mut rows, mut at, mut calls, mut date) = (Vec::new(), skip, 0, None);
        loop {
            let slice = self.zoho.bigin.records_deleted(module(kind), at).await?;
            calls += 1;
            let date = *date.get_or_insert(slice.at.as_second());
            rows.extend(slice.rows.iter().skip(at % PAGE).filter_map(decode_gone));
            at = at - at % PAGE + PAGE;
            if rows.len() >= limit || !slice.more {
                let more = slice.more || rows.len() > limit;
                rows.truncate(limit);
                return Ok((Answer::Gone { rows, more, date }, calls));
            }
        }
    }
}
