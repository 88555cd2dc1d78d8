//! Notes, tasks, calls and meetings of a record.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::{
    Cache,
    error::Error,
    json::{At, Json},
    records::module_code,
};
use crate::model::{Activity, RecordId};

const GET: &str = "SELECT body, at FROM activities WHERE module = ?1 AND id = ?2";
const PUT: &str = "INSERT OR REPLACE INTO activities(module, id, body, at) VALUES (?1, ?2, ?3, ?4)";

impl Cache {
    /// The activities of a record in the order they were put, and when they were fetched; none when they never were.
    pub fn activities(&self, record: &RecordId) -> Result<Option<(Vec<Activity>, Timestamp)>, Error> {
        self.db.run(|conn| {
            conn.prepare_cached(GET)?
                .query_row(params![module_code(record.module()), record.as_str()], |row| {
                    Ok((row.get::<_, Json<Vec<Activity>>>(0)?.0, row.get::<_, At>(1)?.0))
                })
                .optional()
        })
    }

    /// Replaces the activities of a record.
    pub fn put_activities(&self, record: &RecordId, list: &[Activity], at: Timestamp) -> Result<(), Error> {
        let list = list.to_vec();
        self.db.write(|tx| {
            tx.prepare_cached(PUT)?.execute(params![
                module_code(record.module()),
                record.as_str(),
                Json(&list),
                At(at)
            ])?;
            Ok(())
        })
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[GET, PUT];
