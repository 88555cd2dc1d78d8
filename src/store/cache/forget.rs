//! Forgetting what can be fetched again.

use std::path::Path;

use super::{Cache, error::Error};

impl Cache {
    /// Takes the read model in the folder `dir` away, if there is one; drafts and outbox stay. For a service that begins
    /// anew, as the demo does: its old answers would only mislead.
    pub fn forget(dir: &Path) -> Result<(), Error> {
        for name in ["cache.db", "cache.db-wal", "cache.db-shm"] {
            let path = dir.join(name);
            match std::fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(Error::io(&path, error));
                }
                _ => {}
            }
        }
        Ok(())
    }
}
