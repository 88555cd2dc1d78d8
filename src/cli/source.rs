//! Where an answer comes from: Zoho first, then the cache, as on the screen; when Zoho is away, the cache alone, and
//! that is said.

use jiff::Timestamp;
use serde_json::Value;

use super::exit::{Exit, Failure};
use super::print;
use super::target::Open;
use crate::counter::{self, fetch};
use crate::model::Module;
use crate::store::cache::{self, Cache, Key};
use crate::text::{Arg, Clock};

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

/// Whether anything is known.
#[must_use = "what was never fetched must not look like what is not there"]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was fetched, now or before.
    Known,
    /// It was never fetched, and is not now: nothing can be said about it.
    Never,
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
    /// Why Zoho is not asked any more, when nobody wished that.
    away: Option<Failure>,
    /// The parts of the answer that were never fetched, in sentences.
    missing: Vec<String>,
}

impl<'a> Source<'a> {
    /// For reading: the cache stands in when Zoho is away; with `cached` Zoho is not asked at all.
    pub fn reading(open: &'a Open, cached: bool) -> Self {
        Self { open, live: !cached, lenient: true, fetched: None, away: None, missing: Vec::new() }
    }

    /// For writing: nothing is written on the strength of what is old.
    pub fn writing(open: &'a Open) -> Self {
        Self { live: true, lenient: false, ..Self::reading(open, false) }
    }

    /// Whether Zoho is asked.
    pub fn is_live(&self) -> bool {
        self.live
    }

    /// When the oldest thing that the answer rests on was fetched; none when part of it never was.
    pub fn fetched(&self) -> Option<Timestamp> {
        self.fetched.filter(|_| self.missing.is_empty())
    }

    /// Brings the cache up to date, if it can be. The cache must know how old its answer is under `key`.
    pub async fn refresh(
        &mut self,
        key: Key,
        fetch: impl Future<Output = counter::Result<bool>>,
    ) -> Result<Told, Failure> {
        if !self.live {
            return self.known(key).await;
        }
        let Some(failure) = fetch.await.err().map(|error| self.open.failure(&error)) else {
            let _ = self.known(key).await?;
            return Ok(Told::Known);
        };
        if !(self.lenient && failure.exit == Exit::Away) {
            return Err(failure);
        }
        let asked = key.clone();
        self.live = false;
        let Some(at) = self.open.ask(move |cache| cache.fetched_at(&asked)).await? else {
            // What is known of the rest is shown all the same; `end` tells what is missing, and why.
            self.away = Some(failure);
            return Ok(Told::Never);
        };
        let age = self.open.clock().age(&self.open.words, at);
        let args = [("reason", failure.sentence.as_str().into()), ("age", age.into())];
        print::note(&self.open.words.say_with("cli-stale", &args));
        self.away = Some(failure);
        self.known(key).await
    }

    /// What the cache knows under `key`, without asking Zoho.
    pub async fn known(&mut self, key: Key) -> Result<Told, Failure> {
        let Some(at) = self.open.ask(move |cache| cache.fetched_at(&key)).await? else {
            return Ok(Told::Never);
        };
        self.fetched = Some(self.fetched.map_or(at, |other| other.min(at)));
        Ok(Told::Known)
    }

    /// Brings the records of a module up to date.
    pub async fn module(&mut self, module: Module) -> Result<Told, Failure> {
        let services = &self.open.services;
        self.refresh(Key::Records(module), fetch::module(services, module, Timestamp::now(), || ())).await
    }

    /// Remembers that a part of the answer was never fetched. `id` is the sentence that says so.
    pub fn miss(&mut self, id: &str, args: &[(&str, Arg)]) {
        self.missing.push(self.open.words.say_with(id, args));
    }

    /// After what is known was shown: the failure that tells what is missing.
    pub fn end(&self) -> Result<(), Failure> {
        if self.missing.is_empty() { Ok(()) } else { Err(self.never(&self.missing)) }
    }

    /// The failure that tells what was never fetched, and what to do.
    pub fn never(&self, what: &[String]) -> Failure {
        let (kind, advice) = match &self.away {
            Some(away) => (away.kind, away.sentence.clone()),
            None => ("never_fetched", self.open.words.say("cli-never-cached")),
        };
        Failure::new(Exit::Away, kind, format!("{} {advice}", what.join(" "))).with("fetched_at", Value::Null)
    }
}
