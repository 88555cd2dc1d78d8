//! Lists that are wanted whole, read page by page until one is short: Desk says neither how many there are nor whether
//! more follow.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Desk;
use crate::zoho::{
    Error,
    transport::Call,
    wire::{Data, text},
};

/// How often a list is read at most that changes all the time.
const READINGS: usize = 4;

/// So many pages are read at most: a service that repeats itself must not hold us for ever.
const PAGES: usize = 100;

impl Desk {
    /// All rows of a list that counts from 1, `limit` (2 or more) at a time. Each page begins with the last row of the one
    /// before: when it does not, the list was changed meanwhile, and is read anew.
    pub(super) async fn whole<Wire: DeserializeOwned>(
        &self,
        call: &Call,
        limit: usize,
    ) -> Result<Vec<Wire>, Error> {
        let mut known: Vec<Value> = Vec::new();
        for _ in 0..READINGS {
            let (rows, moved) = self.through(call, limit).await?;
            if !moved {
                known = rows;
                break;
            }
            // A list that never rests: what any of the readings had is told, each row once.
            known.extend(rows);
            let mut ids = HashSet::new();
            known.retain(|row| row.get("id").and_then(text).is_none_or(|id| ids.insert(id)));
        }
        Ok(known.into_iter().filter_map(|row| serde_json::from_value(row).ok()).collect())
    }

    /// The pages, once, and whether rows moved meanwhile.
    async fn through(&self, call: &Call, limit: usize) -> Result<(Vec<Value>, bool), Error> {
        let mut rows: Vec<Value> = Vec::new();
        for _ in 0..PAGES {
            let page = call.clone().with("from", rows.len().max(1)).with("limit", limit);
            let mut page: Vec<Value> = self.rows(&page).await?;
            let short = page.len() < limit;
            if let Some(last) = rows.last() {
                if page.first().map(|row| row.get("id")) != Some(last.get("id")) {
                    return Ok((rows, true));
                }
                page.remove(0);
            }
            rows.extend(page);
            if short {
                break;
            }
        }
        Ok((rows, false))
    }

    /// The rows of one answer.
    pub(super) async fn rows<Wire: DeserializeOwned>(&self, call: &Call) -> Result<Vec<Wire>, Error> {
        let answer = self.transport.send(call).await?.json::<Data<Wire>>()?;
        Ok(answer.map(|data| data.data.0).unwrap_or_default())
    }
}
