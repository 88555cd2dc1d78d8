//! Writing records, and taking away those that Bigin deleted.

use rusqlite::{Transaction, params};

use super::{
    super::{Cache, error::Error, json::Json},
    module_code,
    shape::Record,
};
use crate::model::{Company, Contact, Deal, RecordId};

const NEXT_STAMP: &str = "UPDATE tally SET value = value + 1 WHERE name = 'stamp' RETURNING value";
const PUT: &str = "
    INSERT INTO record(module, id, name, sort, second, find, company, contact, stamp)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    ON CONFLICT(module, id) DO UPDATE SET
        name = excluded.name, sort = excluded.sort, second = excluded.second, find = excluded.find,
        company = excluded.company, contact = excluded.contact, stamp = excluded.stamp
    WHERE (name, second, find, company, contact)
        IS NOT (excluded.name, excluded.second, excluded.find, excluded.company, excluded.contact)";
const PUT_BODY: &str = "
    INSERT INTO record_body(seq, body) SELECT seq, ?3 FROM record WHERE module = ?1 AND id = ?2
    ON CONFLICT(seq) DO UPDATE SET body = excluded.body WHERE body <> excluded.body";
const DELETE: &str = "DELETE FROM record WHERE module = ?1 AND id = ?2";
const DELETE_TWIN: &str = "DELETE FROM twin WHERE module = ?1 AND id = ?2";
const DELETE_ACTIVITIES: &str = "DELETE FROM activities WHERE module = ?1 AND id = ?2";

impl Cache {
    /// Adds or replaces contacts, all or none.
    pub fn put_contacts(&self, contacts: &[Contact]) -> Result<(), Error> {
        self.put_records(contacts)
    }

    /// Adds or replaces companies, all or none.
    pub fn put_companies(&self, companies: &[Company]) -> Result<(), Error> {
        self.put_records(companies)
    }

    /// Adds or replaces deals, all or none.
    pub fn put_deals(&self, deals: &[Deal]) -> Result<(), Error> {
        self.put_records(deals)
    }

    /// Takes away records with what hangs on them (twin, activities); ids that are not here are passed over.
    pub fn delete_records(&self, ids: &[RecordId]) -> Result<(), Error> {
        self.db.write(|tx| {
            for id in ids {
                for sql in [DELETE, DELETE_TWIN, DELETE_ACTIVITIES] {
                    tx.prepare_cached(sql)?.execute(params![module_code(id.module()), id.as_str()])?;
                }
            }
            Ok(())
        })
    }

    fn put_records<R: Record>(&self, records: &[R]) -> Result<(), Error> {
        if records.is_empty() {
            return Ok(());
        }
        self.db.write(|tx| {
            let stamp = next_stamp(tx)?;
            let (mut put, mut body) = (tx.prepare_cached(PUT)?, tx.prepare_cached(PUT_BODY)?);
            let module = module_code(R::MODULE);
            for record in records {
                let slim = record.slim();
                put.execute(params![
                    module,
                    slim.id,
                    slim.name,
                    slim.sort(),
                    slim.second,
                    slim.find(),
                    slim.company,
                    slim.contact,
                    stamp
                ])?;
                body.execute(params![module, slim.id, Json(record)])?;
            }
            Ok(())
        })
    }
}

/// A number for one put, larger than all before.
pub(in super::super) fn next_stamp(tx: &Transaction) -> rusqlite::Result<i64> {
    tx.prepare_cached(NEXT_STAMP)?.query_row([], |row| row.get(0))
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[NEXT_STAMP, PUT, PUT_BODY, DELETE, DELETE_TWIN, DELETE_ACTIVITIES];
