//! Records by value, from the search index.

use super::Sort;
use crate::zoho::{Error, desk::Desk, records::Record, transport::Call};

/// So many values at once: an address has a place in the query.
const VALUES: usize = 20;

impl Desk {
    /// Records with one of these values in `param`, a parameter of the search: `email`, `phone`, `accountName`, or
    /// `customField1` with values like `cf_bigin_id:4876…`. The search reads `*` and `,` in its own way and is loose: values
    /// that hold them, or are shorter than three letters, are not asked for, and whoever asks compares again.
    pub async fn records_with(
        &self,
        sort: Sort,
        param: &'static str,
        values: &[String],
    ) -> Result<Vec<Record>, Error> {
        let asked: Vec<_> = values
            .iter()
            .map(|value| value.trim())
            .filter(|value| value.chars().count() >= 3 && !value.contains(['*', ',']))
            .collect();
        let mut found: Vec<Record> = Vec::new();
        for some in asked.chunks(VALUES) {
            let call = Call::desk(&[sort.path(), "search"])
                .with(param, some.join(","))
                .with("from", 0)
                .with("limit", 100);
            found.extend(self.records(&call).await?.0);
        }
        found.sort_by(|one, other| one.id.cmp(&other.id));
        found.dedup_by(|one, other| one.id == other.id);
        Ok(found)
    }
}
