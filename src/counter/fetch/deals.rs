//! The deals of a contact or company.

use crate::counter::{Result, Services};
use crate::model::RecordId;

/// Fetches them; what was deleted meanwhile leaves the cache with the next look at all deals.
pub async fn deals_of(services: &Services, record: &RecordId) -> Result<bool> {
    let deals = services.zoho.bigin.deals_of(record).await?;
    services.keeper.put(move |cache| cache.put_deals(&deals)).await?;
    Ok(true)
}
