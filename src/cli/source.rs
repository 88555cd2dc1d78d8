//! Where an answer comes from: Zoho first, then the cache, as on the screen; when Zoho is away, the cache alone, and
//! that is said.

use jiff::Timestamp;

use super::exit::{Exit, Failure};
use super::print;
use super::target::Open;
use crate::counter::{self, fetch};
use crate::model::Module;
use crate::store::cache::{self, Cache, Key};
use crate::text::Clock;

impl Open {
    /// Asks the cache.
    pub(super) async fn ask<T, Q>(&self, question: Q) -> Result<T, Failure>
    where
        T: Send + 'static,
        Q: FnOnce(&mut Cache) -> Result<T, cache::Error> + Send + 'static,
    {
        self.services.keeper.ask(question).await.map_err(|error| self.failure(&error.into()))
    }

    /// What went wrong, as this reader is told.
    pub(super) fn failure(&self, error: &counter::Error) -> Failure {
        tracing::warn!(%error, "a command failed");
        Failure::of(error, &self.words)
    }

    /// The time by Zoho's clock, as far as it was heard: for what is due.
    pub(super) fn due_clock(&self) -> Clock {
        Clock::new(self.services.zoho.time(Timestamp::now()), self.zone.clone())
    }

    /// The time it is for this reader.
    pub(super) fn clock(&self) -> Clock {
        Clock::new(Timestamp::now(), self.zone.clone())
    }
}

/// Where the answers of one command come from.
pub struct Source<'a> {
    /// Zoho and the cache.
    pub open: &'a Open,
    /// Whether Zoho is asked; no more after it was found to be away.
    live: bool,
    /// Whether the cache may stand in for Zoho.
    lenient: bool,
    /// The oldest thing the answer rests on.
    fetched: Option<Timestamp>,
}

impl<'a> Source<'a> {
    /// For reading: the cache stands in when Zoho is away; with `cached` Zoho is not asked at all.
    pub fn reading(open: &'a Open, cached: bool) -> Self {
        Self { open, live: !cached, lenient: true, fetched: None }
    }

    /// For writing: nothing is written on the strength of what is old.
    pub fn writing(open: &'a Open) -> Self {
        Self { open, live: true, lenient: false, fetched: None }
    }

    /// Whether Zoho is asked.
    pub fn is_live(&self) -> bool {
        self.live
    }

    /// When the oldest thing that the answer rests on was fetched; none = nothing was ever fetched.
    pub fn fetched(&self) -> Option<Timestamp> {
        self.fetched
    }

    /// Brings the cache up to date, if it can be. The cache must know how old its answer is under `key`.
    pub async fn refresh(
        &mut self,
        key: Key,
        fetch: impl Future<Output = counter::Result<bool>>,
    ) -> Result<(), Failure> {
        let failure = if self.live { fetch.await.err().map(|error| self.open.failure(&error)) } else { None };
        if let Some(failure) = &failure
            && !(self.lenient && failure.exit == Exit::Away)
        {
            return Err(failure.clone());
        }
        let known = self.open.ask(move |cache| cache.fetched_at(&key)).await?;
        if let Some(failure) = failure {
            let Some(at) = known else { return Err(failure) };
            self.live = false;
            let age = self.open.clock().age(&self.open.words, at);
            let args = [("reason", failure.sentence.into()), ("age", age.into())];
            print::note(&self.open.words.say_with("cli-stale", &args));
        }
        self.fetched = match (self.fetched, known) {
            (Some(other), Some(at)) => Some(other.min(at)),
            (other, at) => other.or(at),
        };
        Ok(())
    }

    /// Brings the records of a module up to date.
    pub async fn module(&mut self, module: Module) -> Result<(), Failure> {
        let services = &self.open.services;
        self.refresh(Key::Records(module), fetch::module(services, module, Timestamp::now(), || ())).await
    }
}
