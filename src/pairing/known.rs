//! What fields both services have: asked once a day, and when the mapping changed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    Error,
    run::KINDS,
    wire::{Metadata, module, sort},
};
use crate::store::ledger::SqliteLedger;
use crate::sync::{Kind, Millis, Per};
use crate::zoho::{Zoho, records::Described};

/// For how long what was asked is good enough.
const GOOD: Millis = 24 * 3_600_000;

#[derive(Serialize, Deserialize)]
struct Kept {
    at: Millis,
    revision: u32,
    kinds: Vec<(Kind, Per<Vec<Described>>)>,
}

/// What fields both services have. Asks them, unless they were asked for this revision of the mapping within a day.
pub async fn metadata(zoho: &Zoho, ledger: &SqliteLedger, revision: u32) -> Result<Metadata, Error> {
    let now = Timestamp::now().as_millisecond();
    if let Some(kept) = ledger.fact::<Kept>("fields")?
        && kept.revision == revision
        && now - kept.at < GOOD
    {
        return Ok(kept.kinds.into_iter().collect());
    }
    let all = ask(zoho).await?;
    let kinds = all.clone().into_iter().collect();
    ledger.keep_fact("fields", &Kept { at: now, revision, kinds })?;
    Ok(all)
}

/// The same, asked now.
pub async fn ask(zoho: &Zoho) -> Result<Metadata, Error> {
    let mut all = Metadata::new();
    for kind in KINDS {
        let bigin = zoho.bigin.described(module(kind)).await?;
        let desk = match sort(kind) {
            Some(sort) => zoho.desk.described(sort).await?,
            None => Vec::new(),
        };
        all.insert(kind, Per { bigin, desk });
    }
    Ok(all)
}
