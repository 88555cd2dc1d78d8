//! A run: the engine's effects carried out until there is nothing more to do, or for ever.
//!
//! The engine and its ledger live on a thread of their own (`hand`); here calls are made, as many at once as the engine
//! wants, and time passes. Whoever starts a run may drop it at any time: what counts is in the ledger.

mod counts;
mod hand;
mod pretend;
mod report;

use std::{sync::Arc, time::Duration};

use futures_util::{StreamExt, stream::FuturesUnordered};
use jiff::Timestamp;

pub use counts::Counts;
pub use pretend::{Act, NOT_PLANNED, Only, plain, word};
pub use report::{Cost, End, Report};

use super::{
    Way,
    call::{Caller, Made, Weight},
};
use crate::store::ledger::SqliteLedger;
use crate::sync::{
    Kind, Millis, Per, Side,
    engine::{Answer, Call, Engine, Event, Limits, Notice, Request},
    mapping::Mapping,
    mode::{NoSync, OneWay, TwoWay},
    rules::All,
};
use crate::zoho::{self, Credits};
use hand::{Hand, Said};
use report::Meter;

/// A single run ends after so many cycles in a row that wrote nothing, though something still waits.
const PATIENCE: u32 = 3;

/// A single run does not sit out a longer pause than this.
const PAUSE: Millis = 90_000;

/// A single run gives a service so many cycles in a row to answer.
const TRIES: u32 = 4;

/// What to run.
#[derive(Debug)]
pub struct Job {
    /// Makes the calls.
    pub caller: Caller,
    /// How far.
    pub way: Way,
    /// What goes where.
    pub mapping: Arc<Mapping>,
    /// Sizes and times.
    pub limits: Limits,
    /// Whether it goes on when there is nothing more to do.
    pub watch: bool,
    /// What is really written.
    pub only: Only,
}

/// What whoever watches a run is told.
#[derive(Clone, Copy, Debug)]
pub enum News<'a> {
    /// Calls were made or something was written down.
    Progress(&'a Counts, u64),
    /// A cycle is over: what it did alone.
    Cycle(&'a Report),
    /// Something went wrong that passes by itself, or keeps part of the work from being done.
    Trouble(&'a zoho::Error, Weight),
    /// Nothing is done until then, because a service wants to be left alone.
    Pause(Timestamp),
    /// Too much was deleted at once.
    Braked,
}

/// What a run leaves behind.
#[derive(Debug)]
pub struct Ran {
    /// What it was.
    pub report: Report,
    /// The ledger, given back.
    pub ledger: SqliteLedger,
    /// What was only pretended, or refused because no plan has it.
    pub acts: Vec<Act>,
    /// Why it ended, when it ended in trouble with a service.
    pub trouble: Option<zoho::Error>,
}

/// Runs until there is nothing more to do, or until `stop`. Gives the ledger back.
pub async fn run(
    job: Job,
    ledger: SqliteLedger,
    stop: impl Future<Output = ()>,
    tell: impl FnMut(News<'_>),
) -> Ran {
    let me = fastrand::u64(1..);
    let (map, limits) = (Arc::clone(&job.mapping), job.limits);
    let hand = match job.way {
        Way::Both => Hand::start(Engine::new(me, TwoWay::default(), map, limits, All), ledger),
        Way::One => Hand::start(Engine::new(me, OneWay::default(), map, limits, All), ledger),
        Way::None => Hand::start(Engine::new(me, NoSync, map, limits, All), ledger),
    };
    let began = now();
    let before = job.caller.zoho.credits();
    let mut run = Run {
        began,
        before,
        hand,
        job,
        tell,
        meter: Meter::new(),
        counts: Counts::default(),
        cycles: 0,
        cycle: Counts::default(),
        ended: None,
        finished: None,
        idle: 0,
        idle_since: began,
        interrupted: 0,
        shift: 0,
        trouble: None,
        acts: Vec::new(),
        braked: false,
    };
    run.hand.tell(began, Event::Start);
    let end = Box::pin(run.go(stop)).await;
    let report = run.report(end);
    let Run { hand, acts, trouble, .. } = run;
    let ledger = hand.end();
    if !matches!(report.end, End::NotLeader) {
        // Nobody has to wait for the end of the lease; if this cannot be written, they do.
        if let Err(error) = ledger.vacate() {
            tracing::warn!(%error, "the lead could not be given back");
        }
    }
    let trouble = trouble.filter(|_| matches!(report.end, End::Trouble(_)));
    Ran { report, ledger, acts, trouble }
}

struct Run<T> {
    began: Millis,
    before: Credits,
    hand: Hand,
    job: Job,
    tell: T,
    meter: Meter,
    counts: Counts,
    cycles: u64,
    /// What this cycle did.
    cycle: Counts,
    /// How the cycle that was just told of ended: whether it wrote, whether something waits.
    finished: Option<(bool, bool)>,
    /// How the run is to end, once what is under way is answered.
    ended: Option<End>,
    /// Cycles in a row that wrote nothing.
    idle: u32,
    /// Since when.
    idle_since: Millis,
    /// Cycles in a row that were interrupted.
    interrupted: u32,
    /// How far the engine's clock was moved on, in a run that only pretends.
    shift: Millis,
    /// The latest trouble.
    trouble: Option<zoho::Error>,
    acts: Vec<Act>,
    braked: bool,
}

impl<T: FnMut(News<'_>)> Run<T> {
    async fn go(&mut self, stop: impl Future<Output = ()>) -> End {
        let mut calls = FuturesUnordered::new();
        let mut stop = std::pin::pin!(stop);
        let (mut stopped, mut wake) = (false, None::<Millis>);
        loop {
            let pause =
                wake.map(|until| Duration::from_millis((until - self.clock()).max(0).cast_unsigned()));
            tokio::select! {
                biased;
                () = &mut stop, if !stopped => {
                    stopped = true;
                    self.ended.get_or_insert(End::Stopped);
                    if wake.is_some() {
                        return End::Stopped;
                    }
                }
                said = self.hand.said.recv() => match said {
                    Some(Said::Call(call)) => match self.answer_at_once(&call) {
                        Some(answer) => self.hand.tell(self.clock(), Event::Answer(call.id, answer)),
                        None => {
                            let left = self.left_out(&call);
                            calls.push(make(self.job.caller.clone(), call, left));
                        }
                    },
                    Some(Said::Sleep { until, wished, open }) => {
                        if let Some(end) = self.asleep(until, wished, open) {
                            return end;
                        }
                        wake = Some(until);
                        if self.job.only.pretends() {
                            // Nothing is waited for where nothing happens.
                            self.shift += (until - self.clock()).max(0);
                        }
                    }
                    Some(Said::Broken(error) | Said::Unwritable(error)) if !self.job.watch => {
                        return End::Trouble(error.to_string());
                    }
                    Some(Said::Broken(error)) => return End::Trouble(error.to_string()),
                    Some(said) => self.hear(&said),
                    None => return End::Trouble("the ledger's thread is gone".to_owned()),
                },
                Some((call, made)) = calls.next(), if !calls.is_empty() => self.answered(&call, made),
                () = tokio::time::sleep(pause.unwrap_or_default()), if pause.is_some() => {
                    wake = None;
                    self.hand.tell(self.clock(), Event::Woke);
                }
            }
        }
    }

    /// The engine's clock.
    fn clock(&self) -> Millis {
        now() + self.shift
    }

    fn hear(&mut self, said: &Said) {
        match said {
            Said::Notice(Notice::CycleDone { wrote, waits }) => {
                self.finished = Some((*wrote, *waits));
                self.cycles += 1;
                self.interrupted = 0;
                self.meter.turn();
            }
            Said::Notice(Notice::NotLeader) => self.ended = Some(End::NotLeader),
            Said::Notice(Notice::Braked) => self.brake(),
            Said::Notice(Notice::Interrupted(_)) => self.interrupted += 1,
            Said::Notice(Notice::Paused { until, .. }) => {
                let until = until - self.shift;
                (self.tell)(News::Pause(Timestamp::from_millisecond(until).unwrap_or(Timestamp::MAX)));
            }
            Said::Did(counts) => {
                self.counts.add(counts);
                self.cycle.add(counts);
                let calls = self.calls();
                (self.tell)(News::Progress(&self.counts, calls.bigin + calls.desk));
            }
            Said::Unwritable(error) => {
                tracing::warn!(%error, "the ledger could not be written; it is tried again")
            }
            Said::Call(_) | Said::Sleep { .. } | Said::Broken(_) => {}
        }
    }

    fn brake(&mut self) {
        self.braked = true;
        (self.tell)(News::Braked);
    }

    /// Calls that are not made: none is once the run is to end, and no write where it is only pretended or not approved.
    fn answer_at_once(&mut self, call: &Call) -> Option<Answer> {
        if self.ended.is_some() {
            return Some(Answer::Busy { wait: None });
        }
        match &call.request {
            Request::Write(write) => {
                let at = self.clock();
                let answer = self.job.only.answer(write, &self.job.caller.wire, at, &mut self.acts)?;
                let changed = write.rows().iter().filter(|row| row.target.is_some()).count() as u64;
                self.counts.updated[write.side()] += changed;
                Some(answer)
            }
            _ => None,
        }
    }

    /// The records of a write that are not sent.
    fn left_out(&mut self, call: &Call) -> Vec<usize> {
        match &call.request {
            Request::Write(write) => self.job.only.left_out(write, &self.job.caller.wire, &mut self.acts),
            _ => Vec::new(),
        }
    }

    fn answered(&mut self, call: &Call, mut made: Made) {
        if let Request::Write(write) = &call.request {
            self.job.only.made(write, &made.answer);
        }
        let written = match &call.request {
            Request::Write(write) => {
                Some((write.kind(), write.rows().iter().all(|row| row.target.is_none())))
            }
            _ => None,
        };
        let mut counts = Counts::default();
        self.meter.hear(&made, written, &mut counts);
        self.counts.add(&counts);
        self.cycle.add(&counts);
        if let Some(trouble) = made.trouble.take() {
            (self.tell)(News::Trouble(&trouble.error, trouble.weight));
            if trouble.weight == Weight::Fatal {
                self.ended = Some(End::Trouble(String::new()));
            }
            if trouble.weight != Weight::Partial {
                self.trouble = Some(trouble.error);
            }
        }
        self.hand.tell(self.clock(), Event::Answer(call.id, made.answer));
        let calls = self.calls();
        (self.tell)(News::Progress(&self.counts, calls.bigin + calls.desk));
    }

    /// A cycle is over, in whichever way. How the run ends, if it does.
    fn asleep(&mut self, until: Millis, wished: bool, open: bool) -> Option<End> {
        let finished = self.finished.take();
        if finished.is_some() {
            let report = self.cycle_report();
            (self.tell)(News::Cycle(&report));
        }
        if let Some(end) = self.ended.take() {
            return Some(end);
        }
        let pause = until - self.clock();
        let Some((wrote, waits)) = finished else {
            if pause > 2_000 {
                (self.tell)(News::Pause(Timestamp::from_millisecond(until).unwrap_or(Timestamp::MAX)));
            }
            let enough = self.interrupted >= TRIES || pause > PAUSE;
            return (enough && !self.job.watch).then(|| End::Trouble(String::new()));
        };
        if self.job.watch || wished {
            return None;
        }
        if self.braked {
            return Some(End::Braked);
        }
        if wrote || self.idle == 0 {
            self.idle_since = self.clock();
        }
        self.idle = if wrote { 0 } else { self.idle + 1 };
        // What was just seen is created only after it was not seen on the other side for a while.
        let seen = self.job.limits.settle + self.job.limits.soon;
        let enough = self.idle >= PATIENCE && self.clock() - self.idle_since >= seen;
        match (wrote, waits) {
            (false, false) => Some(End::Quiet),
            (false, true) if !open && enough => Some(End::Waits),
            _ => None,
        }
    }

    fn calls(&self) -> Per<u64> {
        let now = self.job.caller.zoho.credits();
        Per {
            bigin: now.bigin_calls - self.before.bigin_calls,
            desk: now.desk_calls - self.before.desk_calls,
        }
    }

    fn cycle_report(&mut self) -> Report {
        let counts = std::mem::take(&mut self.cycle);
        Report { counts, ..self.report(End::Quiet) }
    }

    fn report(&mut self, end: End) -> Report {
        let desk = self.job.caller.zoho.credits().desk_spent - self.before.desk_spent;
        let end = match (end, &self.trouble) {
            (End::Trouble(said), Some(error)) if said.is_empty() => End::Trouble(error.to_string()),
            (end, _) => end,
        };
        Report {
            began: self.began,
            ended: now(),
            mode: self.job.way.to_string(),
            end,
            cycles: self.cycles,
            counts: self.counts,
            cost: self.meter.cost(self.calls(), desk),
        }
    }
}

async fn make(caller: Caller, call: Call, left: Vec<usize>) -> (Call, Made) {
    let made = caller.make(&call, &left).await;
    (call, made)
}

fn now() -> Millis {
    Timestamp::now().as_millisecond()
}

/// The kinds in the order of work, for reports.
pub const KINDS: [Kind; 2] = [Kind::Company, Kind::Contact];

/// Both sides, for reports.
pub const SIDES: [Side; 2] = Side::BOTH;
