//! What was deleted, the latest first (bigin.md §4.7).

use jiff::Timestamp;

use super::Answered;
use crate::zoho::{
    Error,
    bigin::{Bigin, list::PER_PAGE},
    records::{Deleted, Slice},
    transport::Call,
    wire,
};

impl Bigin {
    /// A page of the deleted records of a module, in the recycle bin or for good, without the first `skip`. `skip` is
    /// rounded down to whole pages of 200. Deleting a company lists its contacts as well.
    pub async fn records_deleted(&self, module: &str, skip: usize) -> Result<Slice<Deleted>, Error> {
        let call = Call::bigin(&[module, "deleted"])
            .with("type", "all")
            .with("per_page", PER_PAGE)
            .with("page", skip / PER_PAGE + 1);
        let answer = self.transport.send(&call).await?;
        let at = answer.at();
        let Some(Answered { data, info }) = answer.json::<Answered>()? else {
            return Ok(Slice { rows: Vec::new(), more: false, at });
        };
        let rows = data.0.iter().filter_map(|row| {
            let at = row.get("deleted_time").and_then(wire::time).unwrap_or(Timestamp::UNIX_EPOCH);
            Some(Deleted { id: row.get("id").and_then(wire::text)?, what: module.to_owned(), at })
        });
        let more = info.0.unwrap_or_default().more_records.yes();
        Ok(Slice { rows: rows.collect(), more, at })
    }
}
