//! What contacts, companies and deals have in common: listing, finding, showing.

mod find;
mod list;
mod show;

pub use find::find;
pub use list::{ListArgs, list};
pub use show::{ShowArgs, show, tickets_of};

use crate::app::effect::Record;
use crate::model::{Module, RecordId};
use crate::store::cache::{Cache, Error};

/// A record out of the cache.
fn read(cache: &Cache, id: &RecordId) -> Result<Option<Record>, Error> {
    Ok(match id {
        RecordId::Contact(id) => cache.contact(id)?.map(Record::Contact),
        RecordId::Company(id) => cache.company(id)?.map(Record::Company),
        RecordId::Deal(id) => cache.deal(id)?.map(Record::Deal),
    })
}

/// What a record is called.
fn name(record: &Record) -> String {
    match record {
        Record::Contact(contact) => contact.name(),
        Record::Company(company) => company.name.clone(),
        Record::Deal(deal) => deal.name.clone(),
    }
}

/// The id of a record.
pub fn id(record: &Record) -> RecordId {
    match record {
        Record::Contact(contact) => RecordId::Contact(contact.id.clone()),
        Record::Company(company) => RecordId::Company(company.id.clone()),
        Record::Deal(deal) => RecordId::Deal(deal.id.clone()),
    }
}

/// The sentence that says that the list of a module was never fetched.
fn never(module: Module) -> &'static str {
    match module {
        Module::Contacts => "cli-never-contacts",
        Module::Companies => "cli-never-companies",
        Module::Pipelines => "cli-never-deals",
    }
}

/// One and many, as JSON calls them.
fn keys(module: Module) -> (&'static str, &'static str) {
    match module {
        Module::Contacts => ("contact", "contacts"),
        Module::Companies => ("company", "companies"),
        Module::Pipelines => ("deal", "deals"),
    }
}
