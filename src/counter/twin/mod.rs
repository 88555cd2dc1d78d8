//! Where a Bigin record stands in Desk: a contact by e-mail, a company by domain and name, a deal by its contact and
//! company. Two that fit are said, never guessed. The sync core's links will take over from here.

mod company;
mod known;
mod name;

use jiff::Timestamp;

use crate::counter::{Error, Result, Services, fetch};
use crate::model::{Candidate, Contact, DeskTwin, RecordId};

pub use known::known;
pub use name::normal;

/// Looks the twins up and remembers them. A company has that of its account and of its people, so that tickets of
/// people whom Desk knows without their company are not lost.
pub async fn find(services: &Services, record: &RecordId, now: Timestamp) -> Result<Vec<DeskTwin>> {
    let missing = || Error::NoRecord(record.as_str().to_owned());
    match record {
        RecordId::Contact(id) => {
            let contact = fetch::contact(services, id).await?.ok_or_else(missing)?;
            Ok(vec![of_contact(services, &contact, now).await?])
        }
        RecordId::Company(id) => {
            let company = fetch::company(services, id).await?.ok_or_else(missing)?;
            let mut twins = vec![company::of_company(services, &company, now).await?];
            for contact in fetch::people_of(services, id).await?.iter().take(PEOPLE) {
                twins.push(of_contact(services, contact, now).await?);
            }
            Ok(twins)
        }
        RecordId::Deal(id) => {
            let deal = fetch::deal(services, id).await?.ok_or_else(missing)?;
            let contact = deal.contact.map(|(id, _)| RecordId::Contact(id));
            let company = deal.company.map(|(id, _)| RecordId::Company(id));
            let mut twins = Vec::new();
            for named in contact.into_iter().chain(company) {
                match Box::pin(find(services, &named, now)).await {
                    Ok(found) => twins.extend(found),
                    // A deal may outlive the contact that it names.
                    Err(Error::NoRecord(_)) => {}
                    Err(other) => return Err(other),
                }
            }
            Ok(twins)
        }
    }
}

/// How many people of a company are looked up one by one.
const PEOPLE: usize = 10;

async fn of_contact(services: &Services, contact: &Contact, now: Timestamp) -> Result<DeskTwin> {
    let found = match contact.email.as_deref().map(str::trim).filter(|email| !email.is_empty()) {
        Some(email) => services.zoho.desk.contacts_by_email(email).await?,
        None => Vec::new(),
    };
    let twin = match found.as_slice() {
        [] => DeskTwin::None,
        [one] => DeskTwin::Contact(one.id.clone()),
        _ => DeskTwin::Ambiguous(found.into_iter().map(Candidate::Contact).collect()),
    };
    remember(services, RecordId::Contact(contact.id.clone()), &twin, now).await?;
    Ok(twin)
}

async fn remember(services: &Services, record: RecordId, twin: &DeskTwin, now: Timestamp) -> Result<()> {
    let twin = twin.clone();
    services.keeper.put(move |cache| cache.put_twin(&record, &twin, now)).await?;
    Ok(())
}
