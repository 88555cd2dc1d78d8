//! What can go wrong with the files, in sentences that say what to do.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Why the cache could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No room left.
    #[error("The disk is full: {} could not be written. Free some space, then try again.", .0.display())]
    Full(PathBuf),
    /// The place cannot be written to.
    #[error("{} cannot be written. Make the folder writable for your user, or choose another profile folder.", .0.display())]
    ReadOnly(PathBuf),
    /// A later version of the program made the file.
    #[error("{} was made by a newer balcao (store version {found}, this one knows {known}). Update balcao.", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The newest version this program can read.
        known: u32,
    },
    /// The file is damaged; the next start sets it aside.
    #[error("{} is damaged. Start balcao again: the file is set aside and rebuilt.", .0.display())]
    Corrupt(PathBuf),
    /// Another process held the file for longer than the busy time-out.
    #[error("{} has been locked by another process for too long. End the other balcao, then try again.", .0.display())]
    Locked(PathBuf),
    /// The linked SQLite has the WAL-reset bug.
    #[error(
        "This build has SQLite {0}, which can damage its files; 3.51.3 or later is needed. Install an official build."
    )]
    OldSqlite(String),
    /// The message stands in the outbox already, so it is not queued a second time.
    #[error("This message is in the outbox already and was not queued a second time.")]
    AlreadyQueued,
    /// A stored value that this version cannot read.
    #[error("{} holds a row that this balcao cannot read: {what}.", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the decoder said.
        what: String,
    },
    /// The file system refused something.
    #[error("{}: {source}. Check that the folder exists and belongs to you.", .path.display())]
    Io {
        /// What was touched.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// SQLite refused something else.
    #[error("{}: {source}.", .path.display())]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
}

impl Error {
    /// Whether the place is at fault: it cannot be written to, whatever is in it. Without it, one can work in memory.
    pub fn is_place(&self) -> bool {
        let failing =
            |source: &rusqlite::Error| source.sqlite_error_code() == Some(ErrorCode::SystemIoFailure);
        match self {
            Self::Full(_) | Self::ReadOnly(_) | Self::Io { .. } => true,
            Self::Sqlite { source, .. } => failing(source),
            _ => false,
        }
    }

    pub(super) fn of(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match (source.sqlite_error_code(), &source) {
            (Some(ErrorCode::DiskFull), _) => Self::Full(path),
            (Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen), _) => {
                Self::ReadOnly(path)
            }
            (Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase), _) => Self::Corrupt(path),
            (Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked), _) => Self::Locked(path),
            (_, rusqlite::Error::FromSqlConversionFailure(_, _, what)) => {
                Self::Unreadable { path, what: what.to_string() }
            }
            _ => Self::Sqlite { path, source },
        }
    }

    pub(super) fn io(path: &Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
        let path = path.to_owned();
        match source.kind() {
            StorageFull => Self::Full(path),
            PermissionDenied | ReadOnlyFilesystem => Self::ReadOnly(path),
            _ => Self::Io { path, source },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[test]
    fn each_failure_has_its_sentence() {
        let path = Path::new("/home/ana/cache.db");
        for (code, start) in [
            (ffi::SQLITE_FULL, "The disk is full: /home/ana/cache.db"),
            (ffi::SQLITE_READONLY, "/home/ana/cache.db cannot be written"),
            (ffi::SQLITE_CANTOPEN, "/home/ana/cache.db cannot be written"),
            (ffi::SQLITE_CORRUPT, "/home/ana/cache.db is damaged"),
            (ffi::SQLITE_NOTADB, "/home/ana/cache.db is damaged"),
            (ffi::SQLITE_BUSY, "/home/ana/cache.db has been locked"),
        ] {
            let error = Error::of(path, rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
            assert!(error.to_string().starts_with(start), "{code}: {error}");
        }
    }
}
