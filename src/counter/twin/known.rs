//! The twins that the cache remembers.

use crate::model::{CompanyId, DeskTwin, RecordId};
use crate::store::cache::{Cache, Error};

/// What [`find`](super::find) last found for this record: a company with its people, a deal with its contact and its
/// company. Nothing is asked of Desk.
pub fn known(cache: &Cache, record: &RecordId) -> Result<Vec<DeskTwin>, Error> {
    let mut twins = Vec::new();
    match record {
        RecordId::Contact(_) => push(cache, record, &mut twins)?,
        RecordId::Company(id) => push_company(cache, id, &mut twins)?,
        RecordId::Deal(id) => {
            let Some(deal) = cache.deal(id)? else { return Ok(twins) };
            if let Some((contact, _)) = deal.contact {
                push(cache, &RecordId::Contact(contact), &mut twins)?;
            }
            if let Some((company, _)) = deal.company {
                push_company(cache, &company, &mut twins)?;
            }
        }
    }
    Ok(twins)
}

fn push(cache: &Cache, id: &RecordId, twins: &mut Vec<DeskTwin>) -> Result<(), Error> {
    // A deal's contact is most often one of its company's people as well.
    if let Some((twin, _)) = cache.twin(id)?
        && !twins.contains(&twin)
    {
        twins.push(twin);
    }
    Ok(())
}

fn push_company(cache: &Cache, id: &CompanyId, twins: &mut Vec<DeskTwin>) -> Result<(), Error> {
    push(cache, &RecordId::Company(id.clone()), twins)?;
    for contact in cache.contacts_of(id)? {
        push(cache, &RecordId::Contact(contact), twins)?;
    }
    Ok(())
}
