//! Where a Bigin record stands in Desk: a contact by e-mail, a company by domain and name, a deal by its contact and
//! company. Two that fit are said, never guessed. The sync core's links will take over from here.

mod company;
mod known;
mod name;

use jiff::Timestamp;

use crate::counter::{Error, Result, Services};
use crate::model::{Contact, DeskTwin, RecordId};

pub use known::known;
pub use name::normal;

/// Looks the twins up and remembers them. A company has that of its account and of its people, so that tickets of
/// people whom Desk knows without their company are not lost.
pub async fn find(services: &Services, record: &RecordId, now: Timestamp) -> Result<Vec<DeskTwin>> {
    match record {
        RecordId::Contact(id) => {
            let asked = id.clone();
            let contact = services.keeper.ask(move |cache| cache.contact(&asked)).await?;
            let contact = contact.ok_or_else(|| Error::NoRecord(id.to_string()))?;
            Ok(vec![of_contact(services, &contact, now).await?])
        }
        RecordId::Company(id) => {
            let asked = id.clone();
            let company = services.keeper.ask(move |cache| cache.company(&asked)).await?;
            let company = company.ok_or_else(|| Error::NoRecord(id.to_string()))?;
            let account = company::of_company(services, &company, now).await?;
            let mut twins = vec![account];
            twins.extend(people_of(services, &company.id, now).await?);
            Ok(twins)
        }
        RecordId::Deal(id) => {
            let asked = id.clone();
            let deal = services.keeper.ask(move |cache| cache.deal(&asked)).await?;
            let deal = deal.ok_or_else(|| Error::NoRecord(id.to_string()))?;
            let mut twins = Vec::new();
            if let Some((contact, _)) = deal.contact {
                twins.extend(Box::pin(find(services, &RecordId::Contact(contact), now)).await?);
            }
            if let Some((company, _)) = deal.company {
                twins.extend(Box::pin(find(services, &RecordId::Company(company), now)).await?);
            }
            Ok(twins)
        }
    }
}

/// How many people of a company are looked up one by one.
const PEOPLE: usize = 10;

async fn people_of(
    services: &Services,
    company: &crate::model::CompanyId,
    now: Timestamp,
) -> Result<Vec<DeskTwin>> {
    let asked = company.clone();
    let people = services.keeper.ask(move |cache| cache.contacts_of(&asked)).await?;
    let mut twins = Vec::new();
    for id in people.into_iter().take(PEOPLE) {
        let asked = id.clone();
        if let Some(contact) = services.keeper.ask(move |cache| cache.contact(&asked)).await? {
            twins.push(of_contact(services, &contact, now).await?);
        }
    }
    Ok(twins)
}

async fn of_contact(services: &Services, contact: &Contact, now: Timestamp) -> Result<DeskTwin> {
    let found = match contact.email.as_deref().map(str::trim).filter(|email| !email.is_empty()) {
        Some(email) => services.zoho.desk.contacts_by_email(email).await?,
        None => Vec::new(),
    };
    let twin = match found.as_slice() {
        [] => DeskTwin::None,
        [one] => DeskTwin::Contact(one.id.clone()),
        many => DeskTwin::Ambiguous(
            many.iter()
                .map(|one| format!("{} <{}>", one.name, one.email.as_deref().unwrap_or("–")))
                .collect(),
        ),
    };
    remember(services, RecordId::Contact(contact.id.clone()), &twin, now).await?;
    Ok(twin)
}

async fn remember(services: &Services, record: RecordId, twin: &DeskTwin, now: Timestamp) -> Result<()> {
    let twin = twin.clone();
    services.keeper.put(move |cache| cache.put_twin(&record, &twin, now)).await?;
    Ok(())
}
