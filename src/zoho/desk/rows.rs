//! Lists that are wanted whole, read page by page until one is short: Desk says neither how many there are nor whether
//! more follow.

use serde::de::DeserializeOwned;

use super::Desk;
use crate::zoho::{Error, transport::Call, wire::Data};

/// So many pages are read at most: a service that repeats itself must not hold us for ever.
const PAGES: usize = 100;

impl Desk {
    /// All rows of a list that counts from 1, `limit` at a time.
    pub(super) async fn whole<Wire: DeserializeOwned>(
        &self,
        call: &Call,
        limit: usize,
    ) -> Result<Vec<Wire>, Error> {
        let mut rows = Vec::new();
        for _ in 0..PAGES {
            let page = call.clone().with("from", rows.len() + 1).with("limit", limit);
            let page = self.rows(&page).await?;
            let short = page.len() < limit;
            rows.extend(page);
            if short {
                break;
            }
        }
        Ok(rows)
    }

    /// The rows of one answer.
    pub(super) async fn rows<Wire: DeserializeOwned>(&self, call: &Call) -> Result<Vec<Wire>, Error> {
        let answer = self.transport.send(call).await?.json::<Data<Wire>>()?;
        Ok(answer.map(|data| data.data.0).unwrap_or_default())
    }
}
