//! Records by id, from the list and not from the search index.

use super::{Answered, wanted};
use crate::zoho::{Error, bigin::Bigin, records::Record, transport::Call};

/// So many ids at once (bigin.md §4.6 has a hundred for deleting; the list takes as many).
const IDS: usize = 100;

impl Bigin {
    /// These records of a module. One that is not in the answer is gone, or may not be seen.
    pub async fn records_by_id(
        &self,
        module: &str,
        fields: &[&str],
        ids: &[String],
    ) -> Result<Vec<Record>, Error> {
        let mut found = Vec::with_capacity(ids.len());
        for some in ids.chunks(IDS) {
            let call = Call::bigin(&[module])
                .with("fields", wanted(fields))
                .with("ids", some.join(","))
                .with("per_page", IDS);
            if let Some(page) = self.transport.send(&call).await?.json::<Answered>()? {
                // A service that passes over `ids` would tell of others.
                found.extend(page.records().0.into_iter().filter(|row| some.contains(&row.id)));
            }
        }
        Ok(found)
    }
}
