//! One record: from the cache, else from Bigin. A deal names its contact and company before the lists that hold them are
//! here.

use crate::counter::{Result, Services};
use crate::model::{Company, CompanyId, Contact, ContactId, Deal, DealId, Module};
use crate::store::cache::{self, Cache, Key};

/// A contact; none when Bigin has none of this id (any more).
pub async fn contact(services: &Services, id: &ContactId) -> Result<Option<Contact>> {
    let asked = id.clone();
    if let Some(known) = services.keeper.ask(move |cache| cache.contact(&asked)).await? {
        return Ok(Some(known));
    }
    let found = services.zoho.bigin.contact(id).await?;
    let put: Vec<_> = found.iter().cloned().collect();
    services.keeper.put(move |cache| cache.put_contacts(&put)).await?;
    Ok(found)
}

/// A company; none when Bigin has none of this id (any more).
pub async fn company(services: &Services, id: &CompanyId) -> Result<Option<Company>> {
    let asked = id.clone();
    if let Some(known) = services.keeper.ask(move |cache| cache.company(&asked)).await? {
        return Ok(Some(known));
    }
    let found = services.zoho.bigin.company(id).await?;
    let put: Vec<_> = found.iter().cloned().collect();
    services.keeper.put(move |cache| cache.put_companies(&put)).await?;
    Ok(found)
}

/// A deal; none when Bigin has none of this id (any more).
pub async fn deal(services: &Services, id: &DealId) -> Result<Option<Deal>> {
    let asked = id.clone();
    if let Some(known) = services.keeper.ask(move |cache| cache.deal(&asked)).await? {
        return Ok(Some(known));
    }
    let found = services.zoho.bigin.deal(id).await?;
    let put: Vec<_> = found.iter().cloned().collect();
    services.keeper.put(move |cache| cache.put_deals(&put)).await?;
    Ok(found)
}

/// The people of a company: from the cache once the contacts were read, else from Bigin.
pub async fn people_of(services: &Services, company: &CompanyId) -> Result<Vec<Contact>> {
    let asked = company.clone();
    if let Some(known) = services.keeper.ask(move |cache| known(cache, &asked)).await? {
        return Ok(known);
    }
    let found = services.zoho.bigin.contacts_of(company).await?;
    let put = found.clone();
    services.keeper.put(move |cache| cache.put_contacts(&put)).await?;
    Ok(found)
}

fn known(cache: &Cache, company: &CompanyId) -> std::result::Result<Option<Vec<Contact>>, cache::Error> {
    if cache.fetched_at(&Key::Records(Module::Contacts))?.is_none() {
        return Ok(None);
    }
    let people = cache.contacts_of(company)?.into_iter().map(|id| cache.contact(&id));
    people.filter_map(std::result::Result::transpose).collect::<std::result::Result<_, _>>().map(Some)
}
