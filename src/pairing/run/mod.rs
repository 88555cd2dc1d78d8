//! A run: the engine's effects carried out until there is nothing more to do, or for ever.
//!
//! The engine and its ledger live on a thread of their own (`hand`); here calls are made, as many at once as the engine
//! wants, and time passes. Whoever starts a run may drop it at any time: what counts is in the ledger.

mod counts;
mod hand;
mod report;
mod said;

use std::{sync::Arc, time::Duration};

use futures_util::{StreamExt, stream::FuturesUnordered};
use jiff::Timestamp;
use tokio::time::Instant;

pub use counts::Counts;
pub(super) use report::Tally;
pub use report::{Cost, End, Report};
pub use said::{plain, word};

use super::{
    Way,
    call::{Caller, Made, Weight},
};
use crate::store::ledger::SqliteLedger;
use crate::sync::{
    Kind, Millis, Per, Side,
    engine::{Answer, Call, Engine, Event, Limits, Meter, Notice, Outcome, Request},
    mapping::Mapping,
    mode::{Mode, NoSync, OneWay, TwoWay},
    preview::{MovedOn, Plan},
    rules::All,
};
use crate::zoho::{self, Credits};
use hand::{Hand, Left, Said};

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
    /// With a plan, nothing else is written.
    pub plan: Option<Plan>,
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
    /// Nothing is done until then, because the budget of a service is used up.
    Spent(Side, Timestamp),
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
    /// What was not written because no plan has it.
    pub refused: Vec<MovedOn>,
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
    let hand = match job.way {
        Way::Both => start(&job, TwoWay::default(), ledger),
        Way::One => start(&job, OneWay::default(), ledger),
        Way::None => start(&job, NoSync, ledger),
    };
    let began = now();
    let before = job.caller.zoho.credits();
    let mut run = Run {
        began,
        before,
        hand,
        job,
        tell,
        tally: Tally::default(),
        meter: Meter::default(),
        counts: Counts::default(),
        cycles: 0,
        cycle: Counts::default(),
        ended: None,
        finished: None,
        idle: 0,
        idle_since: began,
        interrupted: 0,
        trouble: None,
        paused: None,
        braked: false,
    };
    run.hand.tell(began, Event::Start);
    let end = Box::pin(run.go(stop)).await;
    let mut report = run.report(end);
    let (calls, desk) = (run.calls(), run.desk_credits());
    let Run { hand, tally, trouble, .. } = run;
    let Left { ledger, meter, refused } = hand.end();
    report.cost = tally.cost(&meter, calls, desk);
    if !matches!(report.end, End::NotLeader) {
        // Nobody has to wait for the end of the lease; if this cannot be written, they do.
        if let Err(error) = ledger.vacate() {
            tracing::warn!(%error, "the lead could not be given back");
        }
    }
    let trouble = trouble.filter(|_| matches!(report.end, End::Trouble(_)));
    Ran { report, ledger, refused, trouble }
}

fn start<M: Mode + Send + 'static>(job: &Job, mode: M, ledger: SqliteLedger) -> Hand {
    let me = fastrand::u64(1..);
    let mut engine = Engine::new(me, mode, Arc::clone(&job.mapping), job.limits, All);
    if let Some(plan) = &job.plan {
        engine.approve(plan.clone());
    }
    Hand::start(engine, ledger)
}

struct Run<T> {
    began: Millis,
    before: Credits,
    hand: Hand,
    job: Job,
    tell: T,
    /// Calls of the API, by cause.
    tally: Tally,
    /// Questions of the engine, as of its last sleep.
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
    /// The latest trouble.
    trouble: Option<zoho::Error>,
    /// The budget that is used up, and until when.
    paused: Option<(Side, Millis)>,
    braked: bool,
}

impl<T: FnMut(News<'_>)> Run<T> {
    async fn go(&mut self, stop: impl Future<Output = ()>) -> End {
        let mut calls = FuturesUnordered::new();
        let mut stop = std::pin::pin!(stop);
        let (mut stopped, mut wake) = (false, None::<Millis>);
        loop {
            let pause = wake.map(|until| Duration::from_millis((until - now()).max(0).cast_unsigned()));
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
                    // Once the run is to end, nothing more is asked.
                    Some(Said::Call(call, _)) if self.ended.is_some() => {
                        self.hand.tell(now(), Event::Answer(call.id, Answer::Busy { wait: None }));
                    }
                    Some(Said::Call(call, deadline)) => {
                        calls.push(make(self.job.caller.clone(), call, deadline));
                    }
                    Some(Said::Sleep { until, wished, open, meter }) => {
                        self.meter = meter;
                        if let Some(end) = self.asleep(until, wished, open) {
                            return end;
                        }
                        wake = Some(until);
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
                    self.hand.tell(now(), Event::Woke);
                }
            }
        }
    }

    fn hear(&mut self, said: &Said) {
        match said {
            Said::Notice(Notice::CycleDone { wrote, waits }) => {
                self.finished = Some((*wrote, *waits));
                self.cycles += 1;
                self.interrupted = 0;
            }
            Said::Notice(Notice::NotLeader) => self.ended = Some(End::NotLeader),
            Said::Notice(Notice::Braked) => self.brake(),
            Said::Notice(Notice::Interrupted(_)) => self.interrupted += 1,
            Said::Notice(Notice::Paused { side, until }) => {
                self.paused = Some((*side, *until));
                (self.tell)(News::Spent(*side, timestamp(*until)));
            }
            Said::Did(counts) => {
                self.counts.add(counts);
                self.cycle.add(counts);
                let calls = self.calls();
                (self.tell)(News::Progress(&self.counts, calls.bigin + calls.desk));
            }
            Said::Unwritable(error) => {
                tracing::warn!(%error, "the ledger could not be written; it is tried again");
            }
            Said::Call(..) | Said::Sleep { .. } | Said::Broken(_) => {}
        }
    }

    fn brake(&mut self) {
        self.braked = true;
        (self.tell)(News::Braked);
    }

    fn answered(&mut self, call: &Call, mut made: Made) {
        self.tally.hear(call.cause, made.calls);
        let counts = updates(&call.request, &made.answer);
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
        self.hand.tell(now(), Event::Answer(call.id, made.answer));
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
        if let Some((side, until)) = self.paused.take() {
            return (!self.job.watch).then_some(End::Paused { side, until });
        }
        let pause = until - now();
        let Some((wrote, waits)) = finished else {
            if pause > 2_000 {
                (self.tell)(News::Pause(timestamp(until)));
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
            self.idle_since = now();
        }
        self.idle = if wrote { 0 } else { self.idle + 1 };
        // What was just seen is created only after it was not seen on the other side for a while.
        let seen = self.job.limits.settle + self.job.limits.soon;
        let enough = self.idle >= PATIENCE && now() - self.idle_since >= seen;
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

    fn desk_credits(&self) -> u64 {
        self.job.caller.zoho.credits().desk_spent - self.before.desk_spent
    }

    fn cycle_report(&mut self) -> Report {
        let counts = std::mem::take(&mut self.cycle);
        Report { counts, ..self.report(End::Quiet) }
    }

    fn report(&mut self, end: End) -> Report {
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
            cost: self.tally.cost(&self.meter, self.calls(), self.desk_credits()),
        }
    }
}

async fn make(caller: Caller, call: Call, deadline: Instant) -> (Call, Made) {
    let made = caller.make(&call.request, deadline).await;
    (call, made)
}

/// The records that a write has changed.
fn updates(request: &Request, answer: &Answer) -> Counts {
    let mut counts = Counts::default();
    if let (Request::Write(write), Answer::Written(outcomes)) = (request, answer) {
        let done = write
            .rows()
            .iter()
            .zip(outcomes)
            .filter(|(row, outcome)| row.target.is_some() && matches!(outcome, Outcome::Done { .. }));
        counts.updated[write.side()] = done.count() as u64;
    }
    counts
}

fn timestamp(at: Millis) -> Timestamp {
    Timestamp::from_millisecond(at).unwrap_or(Timestamp::MAX)
}

pub(super) fn now() -> Millis {
    Timestamp::now().as_millisecond()
}

/// The kinds in the order of work, for reports.
pub const KINDS: [Kind; 2] = [Kind::Company, Kind::Contact];

/// Both sides, for reports.
pub const SIDES: [Side; 2] = Side::BOTH;
