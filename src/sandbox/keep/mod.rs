//! `--data DIR`: what changed since the story was told, in one SQLite file, `DIR/sandbox.db`.
//!
//! The store holds the plan and the changed records only; at the next start the story is told again from the plan
//! and the changes are laid over it. Every write is one transaction that is done before its answer goes out
//! (write-ahead log, so a `kill -9` leaves a readable store with every answered write in it).

/// Backups of one service.
mod backup;
/// Reading a store back.
mod load;
/// Writing what changed.
mod save;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::world::{Plan, World};

/// The layout of the store; another number is another layout.
const LAYOUT: u32 = 2;

/// Why a store can't be used.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The directory can't be made.
    #[error("the directory {0} can't be made: {1}")]
    Directory(PathBuf, std::io::Error),
    /// The database refuses.
    #[error(
        "the sandbox's store {0} can't be used: {1}. Is another sandbox using it? Else move it away and start afresh"
    )]
    Database(PathBuf, rusqlite::Error),
    /// A row can't be read.
    #[error(
        "the sandbox's store {0} holds what this version can't read ({1}): move it away and start afresh"
    )]
    Unreadable(PathBuf, String),
    /// It was told from another plan.
    #[error("the sandbox's store {path} was told with {kept}: start with the same, or use another directory")]
    OtherPlan {
        /// The store.
        path: PathBuf,
        /// `--seed 1 and --scale 1000`.
        kept: String,
    },
}

/// A store.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    connection: Mutex<Connection>,
}

/// What identifies a store.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    layout: u32,
    plan: Plan,
}

impl Keeper {
    /// Opens the store of a directory, made when missing; no second sandbox can have it open.
    pub fn open(directory: &Path) -> Result<Self, KeepError> {
        std::fs::create_dir_all(directory)
            .map_err(|error| KeepError::Directory(directory.to_owned(), error))?;
        let path = directory.join("sandbox.db");
        let opened = (|| {
            let connection = Connection::open(&path)?;
            connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
            connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
            connection.pragma_update(None, "synchronous", "NORMAL")?;
            connection.execute_batch(
                "CREATE TABLE IF NOT EXISTS parts (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
                 CREATE TABLE IF NOT EXISTS rows (kind TEXT NOT NULL, id INTEGER NOT NULL, body TEXT,
                     PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;
                 CREATE TABLE IF NOT EXISTS files (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;",
            )?;
            Ok(connection)
        })();
        match opened {
            Ok(connection) => Ok(Self { path, connection: Mutex::new(connection) }),
            Err(error) => Err(KeepError::Database(path, error)),
        }
    }

    /// The plan that the store was told from; `None` for a new store.
    pub fn plan(&self, seed: u64, scale: Option<u32>) -> Result<Option<Plan>, KeepError> {
        let Some(head) = self.part::<Head>("head")? else { return Ok(None) };
        if head.layout != LAYOUT {
            return Err(KeepError::Unreadable(self.path.clone(), format!("layout {}", head.layout)));
        }
        let plan = head.plan;
        if (plan.seed, plan.scale) != (seed, scale) {
            let scale = plan
                .scale
                .map_or_else(|| " and without --scale".to_owned(), |scale| format!(" and --scale {scale}"));
            let kept = format!("--seed {}{scale}", plan.seed);
            return Err(KeepError::OtherPlan { path: self.path.clone(), kept });
        }
        Ok(Some(plan))
    }

    /// Lays what is kept over a world that was just told.
    pub fn restore(&self, world: &mut World) -> Result<(), KeepError> {
        load::restore(self, world)
    }

    /// Writes what changed. `collect` takes the changes out of the world, under the store's lock, so that two
    /// writes can't overtake each other.
    pub fn save(&self, collect: impl FnOnce() -> Changes) -> Result<(), KeepError> {
        let mut connection = self.connection();
        let changes = collect();
        if changes.is_empty() {
            return Ok(());
        }
        changes.write(&mut connection).map_err(|error| KeepError::Database(self.path.clone(), error))
    }

    /// Notes the plan of a new store.
    pub fn begin(&self, plan: Plan) -> Result<(), KeepError> {
        let head = serde_json::to_string(&Head { layout: LAYOUT, plan })
            .map_err(|error| KeepError::Unreadable(self.path.clone(), error.to_string()))?;
        let connection = self.connection();
        let written =
            connection.execute("INSERT OR REPLACE INTO parts (name, body) VALUES ('head', ?1)", [head]);
        written.map(drop).map_err(|error| KeepError::Database(self.path.clone(), error))
    }

    /// A part by its name; `None` when it was never written.
    pub fn part<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Result<Option<T>, KeepError> {
        let connection = self.connection();
        let body: Option<String> = connection
            .query_row("SELECT body FROM parts WHERE name = ?1", [name], |row| row.get(0))
            .optional()
            .map_err(|error| KeepError::Database(self.path.clone(), error))?;
        let read = body.map(|body| serde_json::from_str(&body)).transpose();
        read.map_err(|error| KeepError::Unreadable(self.path.clone(), error.to_string()))
    }

    fn connection(&self) -> std::sync::MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub use backup::Backup;
pub use save::Changes;
