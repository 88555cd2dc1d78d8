//! What lies in the recycle bin: one feed of all kinds (desk.md §16).

use jiff::Timestamp;
use serde::Deserialize;

use crate::zoho::{
    Error,
    desk::Desk,
    records::{Deleted, Slice},
    transport::Call,
    wire::{self, Data, Text},
};

/// The most that the bin tells at once.
const AT_ONCE: usize = 50;

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Row {
    id: Text,
    #[serde(rename = "type")]
    what: Text,
    deleted_time: serde_json::Value,
}

impl Desk {
    /// Up to 50 rows of the recycle bin, the latest first, without the first `skip`: tickets and everything else among them.
    /// Scope `Desk.settings.READ` and the profile's right to the bin; who lacks them is refused.
    pub async fn records_deleted(&self, skip: usize) -> Result<Slice<Deleted>, Error> {
        let call = Call::desk(&["recycleBin"]).with("from", skip + 1).with("limit", AT_ONCE);
        let answer = self.transport.send(&call).await?;
        let rows = answer.json::<Data<Row>>()?.map(|rows| rows.data.0).unwrap_or_default();
        let more = rows.len() == AT_ONCE;
        let rows = rows.into_iter().filter_map(|row| {
            let at = wire::time(&row.deleted_time).unwrap_or(Timestamp::UNIX_EPOCH);
            Some(Deleted { id: row.id.some()?, what: row.what.or_empty(), at })
        });
        Ok(Slice { rows: rows.collect(), more, at: answer.at() })
    }
}
