//! Searching in Desk, for what was never read here.

use crate::counter::{Result, Services};
use crate::model::Ticket;

/// The tickets that Desk finds; the cache has them afterwards.
pub async fn search(services: &Services, words: &str) -> Result<Vec<Ticket>> {
    let found = services.zoho.desk.search_tickets(words).await?;
    let rows = found.clone();
    services.keeper.put(move |cache| cache.put_tickets(&rows, None)).await?;
    Ok(found)
}
