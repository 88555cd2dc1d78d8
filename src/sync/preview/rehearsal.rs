//! A rehearsal: the engine over a copy of the ledger. Reads are passed on to whoever can ask the services; writes are noted
//! and answered as if they had been done; time that would be slept passes at once.

use std::collections::VecDeque;

use super::{Plan, Planned, plan::NOBODY};
use crate::sync::{
    CallId, Millis, RecordId,
    engine::{Answer, Effect, Engine, Event, Notice, Outcome, Request, Write},
    ledger::{Change, Ledger, Refusal, Txn},
    mode::Mode,
    rules::Rules,
};

/// A ledger that may be written and thrown away.
pub trait Scratch: Ledger {
    /// Applies a transaction, whole or not at all.
    fn apply_scratch(&mut self, txn: Txn) -> Result<(), Refusal>;
}

impl Scratch for crate::sync::ledger::Memory {
    fn apply_scratch(&mut self, txn: Txn) -> Result<(), Refusal> {
        self.apply(txn)
    }
}

/// What a rehearsal wants next.
#[derive(Debug)]
pub enum Wants {
    /// The answer to a call that only reads.
    Read(Request),
    /// Nothing more: this is the plan.
    Done(Plan),
    /// It cannot go on: a service does not answer, or another process leads.
    Stuck(Notice),
}

/// So often it may sleep; then what still waits, waits for something that a preview cannot bring about.
const SLEEPS: u32 = 12;

/// A rehearsal under way.
#[derive(Debug)]
pub struct Rehearsal<L, M, R> {
    engine: Engine<M, R>,
    scratch: L,
    queue: VecDeque<Effect>,
    asked: Option<CallId>,
    now: Millis,
    plan: Plan,
    nobody: u64,
    sleeps: u32,
    quiet: bool,
}

impl<L: Scratch, M: Mode, R: Rules> Rehearsal<L, M, R> {
    /// Of an engine that has done nothing yet, over a copy of the ledger. The lease of the copy must not be another's.
    pub fn new(engine: Engine<M, R>, scratch: L, now: Millis, map_revision: u32) -> Self {
        let plan = Plan { at: now, map_revision, writes: Vec::new() };
        let (queue, nobody) = (VecDeque::new(), NOBODY);
        let mut new =
            Self { engine, scratch, queue, asked: None, now, plan, nobody, sleeps: 0, quiet: false };
        new.step(Event::Start);
        new
    }

    /// The answer to what it wanted to read.
    pub fn answer(&mut self, answer: Answer) {
        if let Some(call) = self.asked.take() {
            self.step(Event::Answer(call, answer));
        }
    }

    /// Goes on until it wants something.
    pub fn go_on(&mut self) -> Wants {
        while let Some(effect) = self.queue.pop_front() {
            match effect {
                Effect::Call(call) => match call.request {
                    Request::Write(write) => {
                        let outcomes = self.pretend(&write);
                        self.step(Event::Answer(call.id, Answer::Written(outcomes)));
                    }
                    read => {
                        self.asked = Some(call.id);
                        return Wants::Read(read);
                    }
                },
                Effect::Commit(txn) => {
                    self.note(&txn);
                    let event = match self.scratch.apply_scratch(txn) {
                        Ok(()) => Event::Committed,
                        Err(refusal) => Event::CommitRefused(refusal),
                    };
                    self.step(event);
                }
                Effect::Tell(Notice::CycleDone { wrote, waits }) => self.quiet = !wrote && !waits,
                Effect::Tell(
                    notice @ (Notice::NotLeader | Notice::Interrupted(_) | Notice::Paused { .. }),
                ) => {
                    return Wants::Stuck(notice);
                }
                Effect::Tell(Notice::Braked) => {}
                Effect::Sleep(until) => {
                    self.sleeps += 1;
                    if self.quiet || self.sleeps > SLEEPS {
                        return Wants::Done(std::mem::take(&mut self.plan));
                    }
                    self.now = until.max(self.now);
                    self.step(Event::Woke);
                }
            }
        }
        Wants::Done(std::mem::take(&mut self.plan))
    }

    fn step(&mut self, event: Event) {
        let mut out = Vec::new();
        self.engine.step(&self.scratch, self.now, event, &mut out);
        self.queue.extend(out);
    }

    /// What is about to be written: the intents say it all.
    fn note(&mut self, txn: &Txn) {
        for change in &txn.changes {
            if let Change::Intend(intent) = change {
                self.plan.writes.push(Planned::of(intent));
            }
        }
    }

    /// Every record is written as it was sent; a created one gets a number that no record has.
    fn pretend(&mut self, write: &Write) -> Vec<Outcome> {
        let version = self.now.div_euclid(1000);
        let done = |row: &crate::sync::engine::WriteRow| {
            let id = row.target.unwrap_or_else(|| {
                self.nobody += 1;
                RecordId(self.nobody)
            });
            Outcome::Done { id, version, fields: None }
        };
        write.rows().iter().map(done).collect()
    }
}
