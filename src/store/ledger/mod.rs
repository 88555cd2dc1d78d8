//! The ledger on disk: SQLite, shared by all processes of this machine. One connection is one process's view of it.
//!
//! The engine reads synchronously and cannot be told of a failed read, so the first one is kept: whoever runs the engine
//! asks [`SqliteLedger::failure`] after every step, and throws engine and effects away if there was one. An engine may be
//! thrown away at any time; that is what the simulation proves.

/// Whether nobody on the other side belongs to the record of `seen`. A side at a time: an expression over both would find no
/// index, and every record would be held against every link.
macro_rules! alone {
    () => {
        "CASE seen.side
            WHEN 0 THEN NOT EXISTS (SELECT 1 FROM link WHERE link.kind = seen.kind AND link.bigin = seen.id)
            ELSE NOT EXISTS (SELECT 1 FROM link WHERE link.kind = seen.kind AND link.desk = seen.id) END"
    };
}

mod apply;
mod code;
mod lists;
mod look;
mod open;
mod people;
mod read;

pub use lists::Shelf;
pub use look::Lines;
pub use open::{Lead, LeadError};
pub use people::Applied;

use std::{cell::RefCell, path::Path, time::Duration};

use rusqlite::{Connection, config::DbConfig};

use crate::sync::{
    FieldId, Kind,
    canon::Shape,
    ledger::Link,
    mapping::{KindMap, Mapping},
};

/// How long a transaction waits for another process.
const PATIENCE: Duration = Duration::from_secs(5);

/// The scripts, oldest first; the version of a file is how many have run.
const SCRIPTS: &[&str] = &[
    include_str!("../../../assets/migrations/ledger/0001-first.sql"),
    include_str!("../../../assets/migrations/ledger/0002-people.sql"),
    include_str!("../../../assets/migrations/ledger/0003-lists.sql"),
];

/// What can go wrong with it.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// SQLite says so.
    #[error("the ledger could not be read or written: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A row that is not what was written.
    #[error("a row of the ledger cannot be understood: {0}")]
    Body(#[from] serde_json::Error),
    /// Written by a newer program.
    #[error("the ledger was written by a newer balcao (version {0}); update this one")]
    Newer(usize),
}

/// A ledger in SQLite.
#[derive(Debug)]
pub struct SqliteLedger {
    conn: Connection,
    /// The match fields.
    keys: Vec<(Kind, FieldId, Shape)>,
    /// Who takes part, by the kinds that have a filter.
    filters: Vec<(Kind, KindMap)>,
    failure: RefCell<Option<LedgerError>>,
    /// The link that the transaction under way changes, not written yet.
    open: RefCell<Option<Link>>,
}

impl SqliteLedger {
    /// Opens the ledger at `path`, making it when it is not there. Match fields are those of `mapping`.
    pub fn open(path: &Path, mapping: &Mapping) -> Result<Self, LedgerError> {
        open::private(path);
        let conn = Connection::open(path)?;
        conn.pragma_update(None, "journal_mode", "wal")?;
        Self::ready(conn, mapping)
    }

    /// A ledger in memory, for tests.
    pub fn fleeting(mapping: &Mapping) -> Result<Self, LedgerError> {
        Self::ready(Connection::open_in_memory()?, mapping)
    }

    /// A copy in memory, to be written and thrown away: nobody leads it. The journal stays behind.
    pub fn scratch(&self, mapping: &Mapping) -> Result<Self, LedgerError> {
        let mut copy = Connection::open_in_memory()?;
        rusqlite::backup::Backup::new(&self.conn, &mut copy)?.run_to_completion(
            4096,
            Duration::ZERO,
            None,
        )?;
        copy.execute_batch("DELETE FROM journal; UPDATE pairing SET leader = 0")?;
        Self::ready(copy, mapping)
    }

    /// Forgets everything, journal included, and takes the match fields of `mapping`: a ledger as good as new, without
    /// opening and preparing it again.
    pub fn forget_all(&mut self, mapping: &Mapping) -> Result<(), LedgerError> {
        let tx = self.conn.transaction()?;
        tx.execute_batch(include_str!("../../../assets/migrations/ledger/forget-all.sql"))?;
        tx.commit()?;
        self.keys = keys_of(mapping);
        self.filters = lists::filters_of(mapping);
        self.failure.take();
        Ok(())
    }

    /// What `read` reads is as of one moment, and costs the file's locks once. For a step of the engine, which reads dozens
    /// of times.
    pub fn at_once<T>(&self, read: impl FnOnce(&Self) -> T) -> T {
        let begun = self.conn.prepare_cached("BEGIN").and_then(|mut begin| begin.execute([]));
        let told = read(self);
        if begun.is_ok() {
            let ended = self.conn.prepare_cached("COMMIT").and_then(|mut end| end.execute([]));
            if let Err(error) = ended {
                self.failure.borrow_mut().get_or_insert(error.into());
            }
        }
        told
    }

    /// The first read that failed since this was asked.
    pub fn failure(&self) -> Option<LedgerError> {
        self.failure.take()
    }

    fn ready(mut conn: Connection, mapping: &Mapping) -> Result<Self, LedgerError> {
        conn.busy_timeout(PATIENCE)?;
        // An intent survives the loss of power before its call leaves.
        conn.pragma_update(None, "synchronous", "full")?;
        conn.set_prepared_statement_cache_capacity(64);
        // A plan stays as it was made: otherwise every new LIMIT has its statement compiled again.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        migrate(&mut conn)?;
        let (keys, filters) = (keys_of(mapping), lists::filters_of(mapping));
        Ok(Self { conn, keys, filters, failure: RefCell::new(None), open: RefCell::new(None) })
    }
}

fn keys_of(mapping: &Mapping) -> Vec<(Kind, FieldId, Shape)> {
    let of_kind = |kind| {
        let lines = mapping.kind(kind).into_iter().flat_map(KindMap::keys);
        lines.map(move |line| (kind, line.id, line.shape))
    };
    mapping.kinds().flat_map(of_kind).collect()
}

fn migrate(conn: &mut Connection) -> Result<(), LedgerError> {
    let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let version: u32 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let found = version as usize;
    if found > SCRIPTS.len() {
        return Err(LedgerError::Newer(found));
    }
    for script in &SCRIPTS[found..] {
        tx.execute_batch(script)?;
    }
    let newest = u32::try_from(SCRIPTS.len()).expect("a handful of scripts");
    tx.pragma_update(None, "user_version", newest)?;
    tx.commit()?;
    Ok(())
}
