//! One agent's cache: what the screens read, what jobs fill, and every word the agent typed.
//!
//! Two SQLite files in one folder: `cache.db` can be fetched again and is thrown away when it is damaged; `words.db`
//! (drafts, outbox) cannot. Everything here blocks: callers run it on a thread of their own, one [`Cache`] a thread.
//! The clock is the caller's: what depends on the time takes `now`.

mod activities;
mod aside;
mod base;
mod conversations;
mod drafts;
mod error;
mod finder;
mod forget;
mod forms;
mod fresh;
mod furniture;
mod json;
mod migrate;
mod open;
mod outbox;
mod owner;
mod records;
mod salvage;
mod search;
mod span;
mod tickets;
mod twins;
mod watch;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod sql;

use std::{cell::RefCell, sync::Arc};

pub use error::Error;
pub use finder::fold::fold;
pub use fresh::Key;
pub use furniture::Slot;
pub use open::Opened;
pub use search::Hit;
pub use watch::Watch;

/// A connection to one agent's cache. It can be sent to another thread, not shared between two: see [`Cache::reader`].
#[derive(Debug)]
pub struct Cache {
    db: base::Base,
    words: base::Base,
    owner: Arc<owner::Owner>,
    finders: RefCell<finder::Finders>,
}
