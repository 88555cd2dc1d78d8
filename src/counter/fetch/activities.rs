//! Notes, tasks, calls and meetings of a record.

use jiff::Timestamp;

use crate::counter::{Result, Services};
use crate::model::RecordId;

/// Fetches them.
pub async fn activities_of(services: &Services, record: &RecordId, now: Timestamp) -> Result<bool> {
    let list = services.zoho.bigin.activity_of(record).await?;
    let record = record.clone();
    services.keeper.put(move |cache| cache.put_activities(&record, &list, now)).await?;
    Ok(true)
}
