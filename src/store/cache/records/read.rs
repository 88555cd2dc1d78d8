//! Reading single records.

use rusqlite::{OptionalExtension, params};
use serde::de::DeserializeOwned;

use super::{
    super::{Cache, error::Error, json::Json},
    module_code,
};
use crate::model::{Company, CompanyId, Contact, ContactId, Deal, DealId, Module};

const BODY: &str = "
    SELECT body FROM record_body WHERE seq = (SELECT seq FROM record WHERE module = ?1 AND id = ?2)";
const OF_COMPANY: &str = "SELECT id FROM record WHERE company = ?1 AND module = 0 ORDER BY sort, id";

impl Cache {
    /// A contact; none when it is not in the cache.
    pub fn contact(&self, id: &ContactId) -> Result<Option<Contact>, Error> {
        self.body(Module::Contacts, id.as_str())
    }

    /// A company; none when it is not in the cache.
    pub fn company(&self, id: &CompanyId) -> Result<Option<Company>, Error> {
        self.body(Module::Companies, id.as_str())
    }

    /// A deal; none when it is not in the cache.
    pub fn deal(&self, id: &DealId) -> Result<Option<Deal>, Error> {
        self.body(Module::Pipelines, id.as_str())
    }

    /// The contacts of a company, by name.
    pub fn contacts_of(&self, company: &CompanyId) -> Result<Vec<ContactId>, Error> {
        self.db.run(|conn| {
            conn.prepare_cached(OF_COMPANY)?
                .query_map([company.as_str()], |row| row.get::<_, String>(0).map(ContactId::new))?
                .collect()
        })
    }

    fn body<T: DeserializeOwned>(&self, module: Module, id: &str) -> Result<Option<T>, Error> {
        self.db.run(|conn| {
            conn.prepare_cached(BODY)?
                .query_row(params![module_code(module), id], |row| {
                    row.get::<_, Json<T>>(0).map(|json| json.0)
                })
                .optional()
        })
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[BODY, OF_COMPANY];
