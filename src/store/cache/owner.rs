//! Who answers for a row of the outbox: an instance of the program, alive as long as it holds the lock on its file in
//! `run/`. The system lets go of the lock when the process ends, however it ends.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    os::unix::fs::{MetadataExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use super::error::Error;

/// This instance's name and its lock.
#[derive(Debug)]
pub(super) struct Owner {
    id: String,
    run: PathBuf,
    path: PathBuf,
    /// None when nothing is on the disk: then there is nobody else.
    lock: Option<File>,
}

impl Owner {
    /// Takes a new name in the folder `run`.
    pub(super) fn new(run: &Path) -> Result<Self, Error> {
        sweep(run);
        loop {
            let id = new_id();
            let path = lock_path(run, &id);
            let file = lock_file(&path).map_err(|error| Error::io(&path, error))?;
            // Another instance may have looked at the file between its birth and the lock, held it for dead and removed it.
            if file.try_lock().is_ok() && same_file(&file, &path) {
                return Ok(Self { id, run: run.to_owned(), path, lock: Some(file) });
            }
        }
    }

    /// A name for an instance that shares nothing with others.
    pub(super) fn alone() -> Self {
        Self { id: new_id(), run: PathBuf::new(), path: PathBuf::new(), lock: None }
    }

    /// The name, for the column `owner`.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// Whether the instance of that name has ended. Its lock file is cleared away when it has.
    pub(super) fn is_dead(&self, id: &str) -> Result<bool, Error> {
        if id == self.id {
            return Ok(false);
        }
        if self.lock.is_none() {
            return Ok(true);
        }
        let path = lock_path(&self.run, id);
        let file = match OpenOptions::new().read(true).write(true).open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(true),
            Err(error) => return Err(Error::io(&path, error)),
        };
        match file.try_lock() {
            Ok(()) => {
                // Removing it is tidiness: a file that stays is found unlocked the next time too.
                let _ = fs::remove_file(&path);
                Ok(true)
            }
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(Error::io(&path, error)),
        }
    }
}

/// Whether a living instance has its lock in the folder `run`.
pub(super) fn anybody(run: &Path) -> bool {
    let Ok(files) = fs::read_dir(run) else { return false };
    files.flatten().any(|file| {
        let file = OpenOptions::new().read(true).write(true).open(file.path());
        file.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
    })
}

impl Drop for Owner {
    fn drop(&mut self) {
        if self.lock.is_some() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Clears away the locks of instances that ended without doing so: killed, or gone by the short way.
fn sweep(run: &Path) {
    // Tidiness: what cannot be read or removed now is found the next time.
    let Ok(files) = fs::read_dir(run) else { return };
    for path in
        files.flatten().map(|file| file.path()).filter(|path| path.extension().is_some_and(|is| is == "lock"))
    {
        let open = OpenOptions::new().read(true).write(true).open(&path);
        if open.is_ok_and(|file| file.try_lock().is_ok() && same_file(&file, &path)) {
            let _ = fs::remove_file(&path);
        }
    }
}

/// A name that no other instance, draft or row will have: the time and 64 random bits.
pub(super) fn new_id() -> String {
    format!("{:x}-{:016x}", jiff::Timestamp::now().as_microsecond(), fastrand::u64(..))
}

/// Opens a lock file, making it for its owner alone.
pub(super) fn lock_file(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)
}

fn lock_path(run: &Path, id: &str) -> PathBuf {
    // Names come from a file that could have been tampered with: no path may hide in one.
    let plain: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    run.join(format!("{plain}.lock"))
}

fn same_file(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(there)) => (ours.dev(), ours.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_lives_as_long_as_its_lock() {
        let dir = tempfile::tempdir().unwrap();
        let first = Owner::new(dir.path()).unwrap();
        let second = Owner::new(dir.path()).unwrap();
        assert!(first.path.exists(), "the lock of a living instance is left alone");
        assert!(!second.is_dead(first.id()).unwrap());
        let (id, path) = (first.id.clone(), first.path.clone());
        // As after kill -9: the lock goes, the file stays.
        let left = fs::read(&path).unwrap();
        drop(first);
        fs::write(&path, left).unwrap();
        assert!(second.is_dead(&id).unwrap());
        assert!(!path.exists());
        assert!(second.is_dead("never-was").unwrap());
    }
}
