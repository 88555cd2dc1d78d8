//! Departments, statuses, agents and the like.

use jiff::Timestamp;

use crate::counter::{Result, Services};
use crate::model::FromAddress;
use crate::store::cache::Slot;

/// Fetches them all. Who is signed in and what they may do comes first: the screen waits for that.
pub async fn furniture(services: &Services, now: Timestamp, more: impl Fn()) -> Result<bool> {
    let (desk, keeper) = (&services.zoho.desk, &services.keeper);
    let me = desk.me().await?;
    let permissions = desk.permissions().await?;
    keeper
        .put(move |cache| {
            cache.put(&Slot::ME, &me, now)?;
            cache.put(&Slot::PERMISSIONS, &permissions, now)
        })
        .await?;
    more();
    let departments = desk.departments().await?;
    let (statuses, priorities) = (desk.statuses().await?, desk.priorities().await?);
    let (channels, agents) = (desk.channels().await?, desk.agents().await?);
    let mut from: Vec<FromAddress> = Vec::new();
    for department in departments.iter().filter(|department| department.enabled) {
        from.extend(desk.from_addresses(&department.id).await?);
    }
    match services.zoho.bigin.currency().await {
        Ok(Some(code)) => keeper.put(move |cache| cache.put(&Slot::CURRENCY, &code, now)).await?,
        Ok(None) => {}
        // Amounts are shown without it: a token may lack the scope that only this needs.
        Err(error) => tracing::warn!(%error, "the currency is not known"),
    }
    keeper
        .put(move |cache| {
            cache.put(&Slot::DEPARTMENTS, &departments, now)?;
            cache.put(&Slot::STATUSES, &statuses, now)?;
            cache.put(&Slot::PRIORITIES, &priorities, now)?;
            cache.put(&Slot::CHANNELS, &channels, now)?;
            cache.put(&Slot::AGENTS, &agents, now)?;
            cache.put(&Slot::FROM_ADDRESSES, &from, now)
        })
        .await?;
    Ok(true)
}
