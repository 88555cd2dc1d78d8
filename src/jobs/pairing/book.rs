//! The ledger that the screen looks into: opened when there is one, and anew when its mapping changed. Looking never
//! makes one.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::pairing::{Error, Pairing, Setup, Way};
use crate::sync::engine::Limits;

/// The ledger, once it was looked into.
pub struct Book {
    setup: Option<Setup>,
    limits: Limits,
    open: Mutex<Option<Pairing>>,
}

impl Book {
    /// A book that nobody has opened yet; none where nothing can be kept.
    pub fn new(setup: Option<Setup>) -> Self {
        let limits = setup.as_ref().map_or_else(Limits::default, |setup| setup.limits);
        Self { setup, limits, open: Mutex::new(None) }
    }

    /// Where it lies and what it may do.
    pub fn setup(&self) -> Option<&Setup> {
        self.setup.as_ref()
    }

    /// How far the two are brought together, if that is known.
    pub fn way(&self) -> Option<Way> {
        self.setup.as_ref().and_then(|setup| setup.way.as_ref().ok()).copied()
    }

    /// Sizes and times, and what may be spent.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What `read` finds; none when there is no ledger.
    pub fn with<T>(&self, read: impl FnOnce(&Pairing) -> Result<T, Error>) -> Result<Option<T>, Error> {
        self.with_mut(|pairing| read(pairing))
    }

    /// The same, for what changes the mapping.
    pub fn with_mut<T>(
        &self,
        act: impl FnOnce(&mut Pairing) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let mut open = self.opened()?;
        let Some(pairing) = open.as_mut() else { return Ok(None) };
        let done = act(pairing);
        // What could not be read is opened anew the next time; reads of the core keep their trouble until it is asked for.
        let failed = pairing.ledger.failure();
        if done.is_err() || failed.is_some() {
            *open = None;
        }
        match failed {
            Some(error) => Err(error.into()),
            None => done.map(Some),
        }
    }

    fn opened(&self) -> Result<MutexGuard<'_, Option<Pairing>>, Error> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(setup) = &self.setup else { return Ok(open) };
        if !setup.place.ledger().exists() {
            *open = None;
            return Ok(open);
        }
        let current = match open.as_ref() {
            Some(pairing) => {
                let newest = pairing.ledger.mappings(1)?.pop();
                newest.is_some_and(|applied| applied.revision == pairing.revision)
            }
            None => false,
        };
        if !current {
            *open = None;
            *open = Some(Pairing::open(setup.place.clone())?);
        }
        Ok(open)
    }
}
