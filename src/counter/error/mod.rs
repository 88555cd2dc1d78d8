//! What can go wrong at the counter, in the reader's language.

mod zoho_reason;

use crate::model::{Reason, system_word};
use crate::store::cache;
use crate::text::Words;
use crate::zoho;

use zoho_reason::zoho_reason;

/// What went wrong.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// Zoho, or the way there.
    #[error(transparent)]
    Zoho(#[from] zoho::Error),
    /// The cache or the outbox.
    #[error(transparent)]
    Store(#[from] std::sync::Arc<cache::Error>),
    /// A file of this machine.
    #[error("{path}: {why}.")]
    File {
        /// Which.
        path: String,
        /// What the system said.
        why: String,
    },
    /// This is a folder, or a device.
    #[error("{0} is not a file.")]
    NotAFile(String),
    /// So many files have this name and a number that no further one is made.
    #[error("{0} and a thousand like it are there already.")]
    NameTaken(String),
    /// The ticket is not in the cache and could not be found.
    #[error("There is no ticket {0}.")]
    NoTicket(String),
    /// The ticket was there, and Desk does not have it any more.
    #[error("This ticket was deleted in Desk.")]
    TicketGone,
    /// The record is not in the cache and could not be found.
    #[error("There is no record {0}.")]
    NoRecord(String),
    /// A message was handed over so often, each answer was lost, and Desk does not have it.
    #[error("Desk did not take the message in {0} tries.")]
    NotArrived(u32),
    /// A file is larger than Desk takes.
    #[error("{0} is larger than the 20 MB that Desk takes.")]
    TooLarge(String),
}

impl From<cache::Error> for Error {
    fn from(error: cache::Error) -> Self {
        Self::Store(std::sync::Arc::new(error))
    }
}

impl Error {
    /// Whether Zoho may have done what was asked, and only its answer was lost.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Zoho(error) if error.is_unknown())
    }

    /// Whether only the network is away.
    pub fn is_offline(&self) -> bool {
        matches!(self, Self::Zoho(error) if error.is_offline())
    }

    /// Whether it passes by itself: no network, no answer in time, a service that is busy or has trouble. What could not
    /// be sent for it is sent later.
    pub fn passes(&self) -> bool {
        matches!(self, Self::Zoho(error) if error.passes())
    }

    /// What happened and what to do, to be told in any language.
    pub fn reason(&self) -> Reason {
        match self {
            Self::Zoho(error) => zoho_reason(error),
            Self::Store(error) => store_reason(error),
            Self::NotAFile(path) => Reason::told("error-not-a-file", &[("path", path)]),
            Self::NameTaken(path) => Reason::told("error-name-taken", &[("path", path)]),
            Self::File { path, why } => Reason::told("error-file", &[("path", path), ("why", why)]),
            Self::NoTicket(number) => Reason::told("error-no-ticket", &[("number", number)]),
            Self::TicketGone => Reason::told("error-ticket-gone", &[]),
            Self::NoRecord(id) => Reason::told("error-no-record", &[("id", id)]),
            Self::NotArrived(tries) => Reason::counted("error-not-arrived", "count", (*tries).into()),
            Self::TooLarge(name) => Reason::told("error-too-large", &[("name", name)]),
        }
    }

    /// The sentence in the reader's language, with the service's own words behind it where they say more.
    pub fn sentence(&self, words: &Words) -> String {
        words.reason(&self.reason())
    }
}

/// What is wrong with the cache, in the reader's language.
pub fn store_sentence(error: &cache::Error, words: &Words) -> String {
    words.reason(&store_reason(error))
}

fn store_reason(error: &cache::Error) -> Reason {
    let with = |id, path: &std::path::Path| Reason::told(id, &[("path", &path.display().to_string())]);
    match error {
        cache::Error::Full(_) => Reason::told("error-store-full", &[]),
        cache::Error::ReadOnly(path) => with("error-store-read-only", path),
        cache::Error::Newer { path, .. } => with("error-store-newer", path),
        cache::Error::Locked(_) => Reason::told("error-store-busy", &[]),
        cache::Error::Io { path, source } => {
            let (path, why) = (path.display().to_string(), system_word(source));
            Reason::told("error-file", &[("path", &path), ("why", &why)])
        }
        other => Reason::told("error-store-other", &[("reason", &other.to_string())]),
    }
}
