//! Reading single records.

use rusqlite::{OptionalExtension, params};
use serde::de::DeserializeOwned;

use super::{
    super::{Cache, error::Error, json::Json},
    module_code,
};
use crate::model::{
    Company, CompanyId, Contact, ContactId, Deal, DealId, DeskContactId, DeskTwin, Module, RecordId,
};

const BODY: &str = "
    SELECT body FROM record_body WHERE seq = (SELECT seq FROM record WHERE module = ?1 AND id = ?2)";
// Left to itself, SQLite walks through a whole module to save sorting a handful.
const DEALS_OF_CONTACT: &str = "
    SELECT body FROM record INDEXED BY record_by_contact JOIN record_body USING (seq)
    WHERE contact = ?1 AND module = 2 ORDER BY sort, id LIMIT ?2";
const DEALS_OF_COMPANY: &str = "
    SELECT body FROM record INDEXED BY record_by_company JOIN record_body USING (seq)
    WHERE company = ?1 AND module = 2 ORDER BY sort, id LIMIT ?2";
const TWIN_NAMES: [&str; 2] = [
    "SELECT contact_name FROM ticket WHERE contact = ?1 AND contact_name <> '' ORDER BY created DESC LIMIT 1",
    "SELECT account_name FROM ticket WHERE account = ?1 AND account_name <> '' ORDER BY created DESC LIMIT 1",
];
const TWINS_OWN: &str = "
    SELECT name FROM twin INDEXED BY twin_by_contact JOIN record USING (module, id)
    WHERE twin.contact = ?1 AND twin.module = 0 AND name <> '' LIMIT 1";
const OF_COMPANY: &str = "
    SELECT id FROM record INDEXED BY record_by_company WHERE company = ?1 AND module = 0 ORDER BY sort, id";

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

    /// The deals of a contact or company, by name, at most so many; a deal has none.
    pub fn deals_of(&self, record: &RecordId, most: u32) -> Result<Vec<Deal>, Error> {
        let (sql, id) = match record {
            RecordId::Contact(id) => (DEALS_OF_CONTACT, id.as_str()),
            RecordId::Company(id) => (DEALS_OF_COMPANY, id.as_str()),
            RecordId::Deal(_) => return Ok(Vec::new()),
        };
        self.db.run(|conn| {
            conn.prepare_cached(sql)?
                .query_map(params![id, most], |row| row.get::<_, Json<Deal>>(0).map(|json| json.0))?
                .collect()
        })
    }

    /// What a twin is called in Desk, as its tickets say; none when there is none, or no ticket names it.
    pub fn twin_name(&self, twin: &DeskTwin) -> Result<Option<String>, Error> {
        let (sql, id) = match twin {
            DeskTwin::Contact(id) => (TWIN_NAMES[0], id.as_str()),
            DeskTwin::Account(id) => (TWIN_NAMES[1], id.as_str()),
            DeskTwin::None | DeskTwin::Ambiguous(_) => return Ok(None),
        };
        self.db.run(|conn| conn.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional())
    }

    /// What a customer of Desk is called: as their tickets say, else as their twin in Bigin is called; none when
    /// nobody says.
    pub fn customer_name(&self, customer: &DeskContactId) -> Result<Option<String>, Error> {
        if let Some(name) = self.twin_name(&DeskTwin::Contact(customer.clone()))? {
            return Ok(Some(name));
        }
        self.db.run(|conn| {
            conn.prepare_cached(TWINS_OWN)?.query_row([customer.as_str()], |row| row.get(0)).optional()
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
pub(super) const SQL: &[&str] =
    &[BODY, OF_COMPANY, DEALS_OF_CONTACT, DEALS_OF_COMPANY, TWIN_NAMES[0], TWIN_NAMES[1], TWINS_OWN];
