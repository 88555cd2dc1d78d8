//! Where Bigin records stand in Desk, as it was last found out.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::{
    Cache,
    error::Error,
    json::{At, Json},
    records::module_code,
};
use crate::model::{AccountId, CompanyId, DeskTwin, RecordId};

const GET: &str = "SELECT body, at FROM twin WHERE module = ?1 AND id = ?2";
const OF_ACCOUNT: &str = "SELECT id FROM twin WHERE account = ?1";
const PUT: &str = "
    INSERT INTO twin(module, id, body, contact, account, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT(module, id) DO UPDATE SET
        body = excluded.body, contact = excluded.contact, account = excluded.account, at = excluded.at";

impl Cache {
    /// The twin of a record and when it was looked for; none when nobody looked yet.
    pub fn twin(&self, record: &RecordId) -> Result<Option<(DeskTwin, Timestamp)>, Error> {
        self.db.run(|conn| {
            conn.prepare_cached(GET)?
                .query_row(params![module_code(record.module()), record.as_str()], |row| {
                    Ok((row.get::<_, Json<DeskTwin>>(0)?.0, row.get::<_, At>(1)?.0))
                })
                .optional()
        })
    }

    /// The websites, as they were typed, of the companies whose twin is this account.
    pub fn websites_of(&self, account: &AccountId) -> Result<Vec<String>, Error> {
        let ids: Vec<String> = self.db.run(|conn| {
            let mut statement = conn.prepare_cached(OF_ACCOUNT)?;
            let ids = statement.query_map([account.as_str()], |row| row.get(0))?;
            ids.collect()
        })?;
        let mut sites = Vec::new();
        for id in ids {
            sites.extend(self.company(&CompanyId::new(id))?.and_then(|company| company.website));
        }
        Ok(sites)
    }

    /// Remembers a twin, or that there is none, or that nobody can say which.
    pub fn put_twin(&self, record: &RecordId, twin: &DeskTwin, at: Timestamp) -> Result<(), Error> {
        let (contact, account) = match twin {
            DeskTwin::Contact(id) => (Some(id.as_str()), None),
            DeskTwin::Account(id) => (None, Some(id.as_str())),
            DeskTwin::None | DeskTwin::Ambiguous(_) => (None, None),
        };
        let key = (module_code(record.module()), record.as_str());
        self.db.write(|tx| {
            tx.prepare_cached(PUT)?.execute(params![key.0, key.1, Json(twin), contact, account, At(at)])?;
            Ok(())
        })
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[GET, OF_ACCOUNT, PUT];
