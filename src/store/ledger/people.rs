//! What people and the shell keep beside the engine's tables: wishes, runs, mappings, facts. None of it is changed by the
//! engine.

use rusqlite::{OptionalExtension, params};
use serde::{Serialize, de::DeserializeOwned};

use super::{LedgerError, SqliteLedger, code};
use crate::sync::{Millis, engine::Command};

/// A mapping that is or was in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Counts from one.
    pub revision: u32,
    /// When it was put in force.
    pub at: Millis,
    /// The file as it was.
    pub text: String,
}

impl SqliteLedger {
    /// Asks for something to be done by who leads, between two cycles.
    pub fn wish(&self, command: &Command) -> Result<(), LedgerError> {
        self.put("INSERT INTO wish (body) VALUES (?1)", [code::body(command)?])
    }

    /// What was asked for and is not done yet, oldest first.
    pub fn wishes(&self) -> Result<Vec<(i64, Command)>, LedgerError> {
        let mut query = self.conn.prepare_cached("SELECT id, body FROM wish ORDER BY id")?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, code::read(row, 1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A wish was carried out.
    pub fn fulfilled(&self, id: i64) -> Result<(), LedgerError> {
        self.put("DELETE FROM wish WHERE id = ?1", [id])
    }

    /// Keeps what a run was.
    pub fn keep_run(&self, began: Millis, ended: Millis, run: &impl Serialize) -> Result<(), LedgerError> {
        self.put(
            "INSERT INTO run (began, ended, body) VALUES (?1, ?2, ?3)",
            params![began, ended, code::body(run)?],
        )
    }

    /// The latest runs, the last one first: its number, and what it was.
    pub fn runs<T: DeserializeOwned>(&self, limit: usize) -> Result<Vec<(i64, T)>, LedgerError> {
        let sql = "SELECT id, body FROM run ORDER BY id DESC LIMIT ?1";
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([i64::try_from(limit).unwrap_or(i64::MAX)], |row| {
            Ok((row.get(0)?, code::read(row, 1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Puts a mapping in force. Its revision.
    pub fn apply_mapping(&self, at: Millis, text: &str) -> Result<u32, LedgerError> {
        self.put("INSERT INTO mapping (at, text) VALUES (?1, ?2)", params![at, text])?;
        Ok(self.mappings(1)?.first().map_or(0, |applied| applied.revision))
    }

    /// The mappings that are or were in force, the present one first.
    pub fn mappings(&self, limit: usize) -> Result<Vec<Applied>, LedgerError> {
        let sql = "SELECT revision, at, text FROM mapping ORDER BY revision DESC LIMIT ?1";
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([i64::try_from(limit).unwrap_or(i64::MAX)], |row| {
            Ok(Applied { revision: row.get(0)?, at: row.get(1)?, text: row.get(2)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A fact by its name.
    pub fn fact<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, LedgerError> {
        let mut query = self.conn.prepare_cached("SELECT body FROM fact WHERE name = ?1")?;
        Ok(query.query_row([name], |row| code::read(row, 0)).optional()?)
    }

    /// Keeps a fact.
    pub fn keep_fact(&self, name: &str, fact: &impl Serialize) -> Result<(), LedgerError> {
        self.put("INSERT OR REPLACE INTO fact VALUES (?1, ?2)", params![name, code::body(fact)?])
    }

    /// Gives the lead back, so that the next process need not wait for the end of the lease. For the one who leads, and for
    /// one who knows that the leader is dead.
    pub fn vacate(&self) -> Result<(), LedgerError> {
        self.put("UPDATE pairing SET lease_until = 0", [])
    }

    fn put(&self, sql: &str, with: impl rusqlite::Params) -> Result<(), LedgerError> {
        self.conn.prepare_cached(sql)?.execute(with)?;
        Ok(())
    }
}
