//! The records of a module: all of them the first time, later what changed and what was deleted.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};

use crate::counter::{Result, Services};
use crate::model::{Module, RecordId};
use crate::store::cache::{Cache, Error as StoreError, Key};
use crate::zoho::{Kind, Page, PageAt};

/// Changes are asked for from this long before the last look: two changes within one second look alike, and clocks
/// differ.
const OVERLAP: SignedDuration = SignedDuration::from_secs(120);

/// Where Bigin does not say what was deleted, the whole list is read so often and compared.
const WHOLE_EVERY: SignedDuration = SignedDuration::from_hours(6);

/// So many deleted records are the most that Bigin tells: there may be more.
const TOLD: usize = 2_000;

/// Fetches a module; `more` is called whenever a page has been put away and others follow.
pub async fn module(services: &Services, module: Module, now: Timestamp, more: impl Fn()) -> Result<bool> {
    let known = services.keeper.ask(move |cache| cache.cursor(&Key::Records(module))).await?;
    let Some(cursor) = known else { return whole(services, module, now, more).await };
    let since = cursor - OVERLAP;
    let list = list(services, module, PageAt::changed_since(since), &more).await?;
    // A service whose clock went back tells nothing about what happened since, and one that kept some back not all.
    if list.started < since || list.cut {
        return whole(services, module, now, more).await;
    }
    let gone = match services.zoho.bigin.deleted(module, since).await {
        Ok(gone) if gone.len() < TOLD => gone,
        Err(error) if !matches!(error.kind(), Kind::Forbidden | Kind::NotFound | Kind::Refused) => {
            return Err(error.into());
        }
        // It does not say, or not all of it.
        told => {
            let last = services.keeper.ask(move |cache| cache.fetched_at(&Key::Whole(module))).await?;
            if told.is_ok() || last.is_none_or(|last| last + WHOLE_EVERY <= now) {
                return whole(services, module, now, more).await;
            }
            Vec::new()
        }
    };
    let removed = services
        .keeper
        .put(move |cache| {
            let removed = cache.delete_records(&gone)?;
            looked(cache, module, list.started, now)?;
            Ok::<_, StoreError>(removed)
        })
        .await?;
    Ok(list.rows > 0 || removed > 0)
}

/// Reads the whole list; what is here and not in it was deleted.
async fn whole(services: &Services, module: Module, now: Timestamp, more: impl Fn()) -> Result<bool> {
    // What another process puts while the list is read may be newer than the list.
    let before = services.keeper.ask(move |cache| cache.stamp()).await?;
    let list = list(services, module, PageAt::first(), &more).await?;
    services
        .keeper
        .put(move |cache| {
            if !list.cut {
                cache.delete_unlisted(module, &list.ids, before)?;
                cache.set_fetched(&Key::Whole(module), now)?;
            }
            looked(cache, module, list.started, now)
        })
        .await?;
    Ok(true)
}

/// Only a list that was read to its end moves the cursor: what was changed meanwhile is asked for again.
fn looked(
    cache: &Cache,
    module: Module,
    started: Timestamp,
    now: Timestamp,
) -> std::result::Result<(), StoreError> {
    cache.set_cursor(&Key::Records(module), started)?;
    cache.set_fetched(&Key::Records(module), now)
}

/// A list that was read to its end.
struct Listed {
    rows: usize,
    ids: HashSet<RecordId>,
    /// The service's clock at its first page.
    started: Timestamp,
    /// Whether the service kept some back.
    cut: bool,
}

async fn list(services: &Services, module: Module, from: PageAt, more: &impl Fn()) -> Result<Listed> {
    let mut at = from;
    let mut listed: Option<Listed> = None;
    loop {
        let page = put_page(services, module, &at).await?;
        let so_far = listed.get_or_insert_with(|| Listed {
            rows: 0,
            ids: HashSet::new(),
            started: page.at,
            cut: false,
        });
        so_far.rows += page.rows.len();
        so_far.cut |= page.cut;
        // The ids are compared only with whole lists.
        if at.changed_since.is_none() {
            so_far.ids.extend(page.rows);
        }
        match page.next {
            Some(next) => at = next,
            None => break,
        }
        more();
    }
    Ok(listed.expect("the loop reads a page before it ends"))
}

/// Reads a page and puts it away; gives the page with the ids alone.
async fn put_page(services: &Services, module: Module, at: &PageAt) -> Result<Page<RecordId>> {
    let bigin = &services.zoho.bigin;
    match module {
        Module::Contacts => {
            let page = bigin.contacts(at).await?;
            put(services, page, |row| RecordId::Contact(row.id.clone()), Cache::put_contacts).await
        }
        Module::Companies => {
            let page = bigin.companies(at).await?;
            put(services, page, |row| RecordId::Company(row.id.clone()), Cache::put_companies).await
        }
        Module::Pipelines => {
            let page = bigin.deals(at).await?;
            put(services, page, |row| RecordId::Deal(row.id.clone()), Cache::put_deals).await
        }
    }
}

async fn put<R: Send + 'static>(
    services: &Services,
    page: Page<R>,
    id: impl Fn(&R) -> RecordId,
    put: fn(&Cache, &[R]) -> std::result::Result<(), StoreError>,
) -> Result<Page<RecordId>> {
    let Page { rows, next, cut, at } = page;
    let ids = rows.iter().map(id).collect();
    services.keeper.put(move |cache| put(cache, &rows)).await?;
    Ok(Page { rows: ids, next, cut, at })
}
