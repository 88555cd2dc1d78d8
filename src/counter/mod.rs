//! What an agent does at the counter, a verb a file: joins Zoho and the cache. The screen's jobs and the command line
//! call the same functions. Not here: what is drawn, what is printed, when it happens.

pub mod create;
mod error;
pub mod fetch;
pub mod files;
pub mod send;
pub mod status;
pub mod twin;

pub use error::{Error, store_sentence};

use jiff::SignedDuration;

use crate::store::Keeper;
use crate::zoho::Zoho;

/// Our clock and Desk's may differ by so much: what was done just now is looked for from this long before.
const CLOCKS: SignedDuration = SignedDuration::from_secs(120);

/// What the verbs work with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Services {
    /// Bigin and Desk, as the agent is signed in.
    pub zoho: Zoho,
    /// The agent's cache.
    pub keeper: Keeper,
}

/// What every verb gives.
pub type Result<T> = std::result::Result<T, Error>;
