//! The records of a module: all of them the first time, later what changed.

use jiff::{SignedDuration, Timestamp};

use crate::counter::{Result, Services};
use crate::model::Module;
use crate::store::cache::Key;
use crate::zoho::{Page, PageAt};

/// Changes are asked for from this long before the last look: two changes within one second look alike, and clocks
/// differ.
const OVERLAP: SignedDuration = SignedDuration::from_secs(120);

/// Fetches a module; `more` is called whenever a page has been put away and others follow.
pub async fn module(services: &Services, module: Module, now: Timestamp, more: impl Fn()) -> Result<bool> {
    let key = Key::Records(module);
    let cursor = services
        .keeper
        .ask({
            let key = key.clone();
            move |cache| cache.cursor(&key)
        })
        .await?;
    let mut at = cursor.map_or_else(PageAt::first, |since| PageAt::changed_since(since - OVERLAP));
    let (mut started, mut changed) = (None, false);
    loop {
        let page = put_page(services, module, &at).await?;
        changed |= page.rows > 0;
        started.get_or_insert(page.at);
        match page.next {
            Some(next) => at = next,
            None => break,
        }
        more();
    }
    // Only a list that was read to its end moves the cursor: what was changed meanwhile is asked for again.
    services
        .keeper
        .put(move |cache| {
            cache.set_cursor(&key, started.unwrap_or(now))?;
            cache.set_fetched(&key, now)
        })
        .await?;
    Ok(changed || cursor.is_none())
}

struct Put {
    rows: usize,
    next: Option<PageAt>,
    at: Timestamp,
}

impl<T> From<(usize, Page<T>)> for Put {
    fn from((rows, page): (usize, Page<T>)) -> Self {
        Self { rows, next: page.next, at: page.at }
    }
}

async fn put_page(services: &Services, module: Module, at: &PageAt) -> Result<Put> {
    let (bigin, keeper) = (&services.zoho.bigin, &services.keeper);
    Ok(match module {
        Module::Contacts => {
            let mut page = bigin.contacts(at).await?;
            let rows = std::mem::take(&mut page.rows);
            let count = rows.len();
            keeper.put(move |cache| cache.put_contacts(&rows)).await?;
            (count, page).into()
        }
        Module::Companies => {
            let mut page = bigin.companies(at).await?;
            let rows = std::mem::take(&mut page.rows);
            let count = rows.len();
            keeper.put(move |cache| cache.put_companies(&rows)).await?;
            (count, page).into()
        }
        Module::Pipelines => {
            let mut page = bigin.deals(at).await?;
            let rows = std::mem::take(&mut page.rows);
            let count = rows.len();
            keeper.put(move |cache| cache.put_deals(&rows)).await?;
            (count, page).into()
        }
    })
}
