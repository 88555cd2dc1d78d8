//! The records of Bigin's three modules.

mod put;
mod read;
mod rows;
mod shape;

#[cfg(test)]
mod tests;

pub(super) use self::put::next_stamp;
use crate::model::{CompanyId, ContactId, DealId, Module, RecordId};

/// The number of a module in the store.
pub(super) fn module_code(module: Module) -> u8 {
    match module {
        Module::Contacts => 0,
        Module::Companies => 1,
        Module::Pipelines => 2,
    }
}

fn record_id(module: Module, id: String) -> RecordId {
    match module {
        Module::Contacts => RecordId::Contact(ContactId::new(id)),
        Module::Companies => RecordId::Company(CompanyId::new(id)),
        Module::Pipelines => RecordId::Deal(DealId::new(id)),
    }
}

/// All statements of this folder.
#[cfg(test)]
pub(super) fn statements() -> Vec<&'static str> {
    [put::SQL, read::SQL, rows::SQL].concat()
}
