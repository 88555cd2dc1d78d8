//! Writing records, and taking away those that Bigin deleted.

use std::collections::HashSet;

use rusqlite::{Transaction, params};

use super::{
    super::{Cache, error::Error, json::Json},
    module_code, record_id,
    shape::Record,
};
use crate::model::{Company, Contact, Deal, Module, RecordId};

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
const STAMP: &str = "SELECT value FROM tally WHERE name = 'stamp'";
const UNTOUCHED: &str = "SELECT id FROM record WHERE module = ?1 AND stamp <= ?2";
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
    /// Says how many were here.
    pub fn delete_records(&self, ids: &[RecordId]) -> Result<usize, Error> {
        if ids.is_empty() {
            return Ok(0);
        }
        self.db.write(|tx| {
            let mut gone = 0;
            for id in ids {
                let key = params![module_code(id.module()), id.as_str()];
                gone += tx.prepare_cached(DELETE)?.execute(key)?;
                for sql in [DELETE_TWIN, DELETE_ACTIVITIES] {
                    tx.prepare_cached(sql)?.execute(key)?;
                }
            }
            Ok(gone)
        })
    }

    /// Takes away the records of a module that a whole list did not name, but none that was put or changed after the
    /// put with the number `before` ([`Cache::stamp`]): it may be younger than the list. Says how many.
    pub fn delete_unlisted(
        &self,
        module: Module,
        listed: &HashSet<RecordId>,
        before: i64,
    ) -> Result<usize, Error> {
        let known: Vec<RecordId> = self.db.run(|conn| {
            conn.prepare_cached(UNTOUCHED)?
                .query_map(params![module_code(module), before], |row| Ok(record_id(module, row.get(0)?)))?
                .collect()
        })?;
        let gone: Vec<_> = known.into_iter().filter(|id| !listed.contains(id)).collect();
        self.delete_records(&gone)
    }

    /// The number of the last put.
    pub fn stamp(&self) -> Result<i64, Error> {
        self.db.run(|conn| conn.prepare_cached(STAMP)?.query_row([], |row| row.get(0)))
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
pub(super) const SQL: &[&str] =
    &[NEXT_STAMP, PUT, PUT_BODY, STAMP, UNTOUCHED, DELETE, DELETE_TWIN, DELETE_ACTIVITIES];
