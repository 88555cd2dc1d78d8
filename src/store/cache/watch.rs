//! Learning that somebody else changed the store: another process, or another connection of this one.

use std::sync::Arc;

use super::{
    Cache,
    base::{Base, Care},
    error::Error,
    outbox::dead_owners,
    owner::Owner,
};

impl Cache {
    /// Whether another connection committed anything since the last call. Costs microseconds, reads no table.
    pub fn changed(&mut self) -> Result<bool, Error> {
        // Both are asked: each remembers what it last saw.
        let (records, words) = (self.db.changed()?, self.words.changed()?);
        Ok(records || words)
    }

    /// Whether another process ended and left messages behind that nobody has taken over yet: see [`Cache::recover`].
    pub fn has_orphans(&self) -> Result<bool, Error> {
        Ok(!dead_owners(&self.words, &self.owner)?.is_empty())
    }

    /// A watch for a thread of its own.
    pub fn watch(&self) -> Result<Watch, Error> {
        let bases = [self.db.again_with(Care::Sure)?, self.words.again_with(Care::Sure)?];
        Ok(Watch { bases, owner: Arc::clone(&self.owner) })
    }
}

/// Notices every commit to the store, this process's own ones included; ask it as often as once a second.
#[derive(Debug)]
pub struct Watch {
    bases: [Base; 2],
    owner: Arc<Owner>,
}

impl Watch {
    /// Whether anything was committed since the last call (or since the watch began).
    pub fn changed(&mut self) -> Result<bool, Error> {
        let [records, words] = &self.bases;
        let (records, words) = (records.changed()?, words.changed()?);
        Ok(records || words)
    }

    /// Whether another process ended and left messages behind that nobody has taken over yet.
    pub fn has_orphans(&self) -> Result<bool, Error> {
        Ok(!dead_owners(&self.bases[1], &self.owner)?.is_empty())
    }
}
