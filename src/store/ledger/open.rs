//! Where the ledger lies, and who of this machine works with it: files that only their owner reads, and a lock that the
//! system lets go of when the process ends, however it ends.

use std::{
    fs::{File, OpenOptions, TryLockError},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// The right to lead a pairing from this machine, as long as it lives.
#[derive(Debug)]
pub struct Lead {
    _lock: File,
}

/// Why it cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum LeadError {
    /// Another process of this machine has it.
    #[error("another balcao of this machine syncs this pairing")]
    Taken,
    /// The file of the lock cannot be made.
    #[error("the lock cannot be made: {0}")]
    Io(#[from] std::io::Error),
}

impl Lead {
    /// Takes it. Who led from this machine before is dead then.
    pub fn take(path: &Path) -> Result<Self, LeadError> {
        let mut new = OpenOptions::new();
        let file = new.read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _lock: file }),
            Err(TryLockError::WouldBlock) => Err(LeadError::Taken),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

/// Makes the file before SQLite does, so that nobody else reads it; its companions take over its mode. What is there
/// already, or cannot be made, SQLite says.
pub(super) fn private(path: &Path) {
    let _ = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
}
