//! One SQLite file and one connection to it: how it is opened, read and written. Which tables it has is not known here.

use std::{
    cell::Cell,
    fs::{self, OpenOptions},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::error::Error;

/// How long a writer waits for another process before it says so.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long one that leaves waits for another process.
const BRIEFLY: Duration = Duration::from_millis(250);

/// How much a connection promises about a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// A commit may be lost with the power, never with the process: for what can be fetched again.
    Quick,
    /// A commit is on the disk: for what was typed.
    Sure,
}

/// A connection to one file.
#[derive(Debug)]
pub(super) struct Base {
    conn: Connection,
    path: PathBuf,
    care: Care,
    /// Whether it is in memory alone, and gone with the last connection.
    fleeting: bool,
    seen: Cell<i64>,
}

impl Base {
    /// Opens the file, making it (0600) when it is not there. No migration is run.
    pub(super) fn open(path: &Path, care: Care) -> Result<Self, Error> {
        private(path).map_err(|error| Error::io(path, error))?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags).map_err(|error| Error::of(path, error))?;
        Self::ready(Self { conn, path: path.to_owned(), care, fleeting: false, seen: Cell::new(0) })
    }

    /// A base in memory, which every connection of this process that knows its name shares.
    pub(super) fn fleeting(name: &Path, care: Care) -> Result<Self, Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        // Only a name that begins with a slash is shared.
        let uri = format!("file:/{}?vfs=memdb", name.display());
        let conn = Connection::open_with_flags(uri, flags).map_err(|error| Error::of(name, error))?;
        Self::ready(Self { conn, path: name.to_owned(), care, fleeting: true, seen: Cell::new(0) })
    }

    fn ready(base: Self) -> Result<Self, Error> {
        let care = base.care;
        base.run(|conn| {
            conn.busy_timeout(PATIENCE)?;
            conn.pragma_update(None, "journal_mode", "wal")?;
            conn.pragma_update(None, "synchronous", if care == Care::Sure { "full" } else { "normal" })?;
            conn.pragma_update(None, "foreign_keys", true)?;
            // In KiB. Small on purpose: the operating system caches the file as well.
            conn.pragma_update(None, "cache_size", if care == Care::Sure { -256 } else { -512 })?;
            conn.set_prepared_statement_cache_capacity(64);
            Ok(())
        })?;
        base.changed()?;
        Ok(base)
    }

    /// A second connection to the same file.
    pub(super) fn again(&self) -> Result<Self, Error> {
        self.again_with(self.care)
    }

    /// A second connection that promises something else.
    pub(super) fn again_with(&self, care: Care) -> Result<Self, Error> {
        if self.fleeting { Self::fleeting(&self.path, care) } else { Self::open(&self.path, care) }
    }

    /// Reads. What is damaged or unreadable is remembered, so that the next start sets the file aside.
    pub(super) fn run<T>(&self, f: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Error> {
        f(&self.conn).map_err(|error| {
            let error = Error::of(&self.path, error);
            // Words that one version cannot read stay where they are; what can be fetched again makes room.
            let lost = matches!(error, Error::Unreadable { .. }) && self.care == Care::Quick;
            if !self.fleeting && (lost || matches!(error, Error::Corrupt(_))) {
                condemn(&self.path);
            }
            error
        })
    }

    /// Writes: all of `f` or nothing, one writer at a time.
    pub(super) fn write<T>(&self, f: impl FnOnce(&Transaction) -> rusqlite::Result<T>) -> Result<T, Error> {
        self.run(|conn| {
            let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
            let value = f(&tx)?;
            tx.commit()?;
            Ok(value)
        })
    }

    /// Brings what stands in the `-wal` file into the file itself, unless another process is in the way: then that one
    /// does it, or the next start.
    pub(super) fn checkpoint(&self) -> Result<(), Error> {
        self.run(|conn| {
            conn.busy_timeout(BRIEFLY)?;
            let done = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
            conn.busy_timeout(PATIENCE)?;
            done
        })
    }

    /// Whether another connection committed since the last call.
    pub(super) fn changed(&self) -> Result<bool, Error> {
        let version = self.run(|conn| conn.pragma_query_value(None, "data_version", |row| row.get(0)))?;
        Ok(self.seen.replace(version) != version)
    }

    /// Where the file is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// Makes the file for its owner alone. SQLite gives `-wal` and `-shm` the mode of the database.
fn private(path: &Path) -> std::io::Result<()> {
    let file = OpenOptions::new().read(true).append(true).create(true).mode(0o600).open(path)?;
    let mode = file.metadata()?.permissions();
    if mode.mode() & 0o077 != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

/// The mark that tells the next start to set the file aside.
pub(super) fn mark_of(path: &Path) -> PathBuf {
    path.with_extension("db.damaged")
}

fn condemn(path: &Path) {
    if let Err(error) = fs::write(mark_of(path), b"") {
        tracing::warn!(path = %path.display(), %error, "a damaged store could not be marked");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_says_so_and_keeps_what_was_there() {
        let dir = tempfile::tempdir().unwrap();
        let base = Base::open(&dir.path().join("a.db"), Care::Sure).unwrap();
        base.write(|tx| tx.execute_batch("CREATE TABLE word(text); INSERT INTO word VALUES ('kept')"))
            .unwrap();
        // SQLite holds every write to a limit of pages as to the end of the disk.
        base.run(|conn| conn.query_row("PRAGMA max_page_count = 4", [], |_| Ok(()))).unwrap();
        let error =
            base.write(|tx| tx.execute("INSERT INTO word VALUES (zeroblob(100000))", [])).unwrap_err();
        assert!(error.to_string().starts_with("The disk is full"), "{error}");
        let kept: i64 =
            base.run(|conn| conn.query_row("SELECT count(*) FROM word", [], |row| row.get(0))).unwrap();
        assert_eq!(kept, 1);
    }

    #[test]
    fn a_file_that_others_could_read_is_closed_to_them() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.db");
        fs::write(&path, "").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        Base::open(&path, Care::Quick).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
