//! The engine: one cycle after the other, as a function of events.
//!
//! A cycle claims the lease, finds out about lost answers, observes both sides, confirms what is in doubt, then plans and
//! writes, kind by kind. Whatever goes wrong (a service that does not answer, a ledger that cannot be written) ends the
//! cycle, and the next one begins where the ledger says: an engine that was interrupted and one that was killed go on in
//! the same way, so there is one way to test.
//!
//! At most one transaction is under way; answers that come meanwhile wait in the inbox.

mod call;
mod claim;
mod command;
mod confirm;
mod event;
mod field;
mod ingest;
mod limits;
mod link;
mod lost;
mod merge;
mod meter;
mod observe;
mod pages;
mod plan;
mod record;
mod result;
mod search;
mod write;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub use call::{Answer, Call, GoneRow, Outcome, Request, Row, Seek, Write, WriteRow};
pub use event::{Command, Effect, Event, Notice};
pub use limits::Limits;
pub use meter::{Cause, Meter};

use super::{
    CallId, Millis, Per, RecordId, Seconds, Side,
    ledger::{Change, Feed, Lease, Ledger, Refusal, Spent, Txn},
    mapping::Mapping,
    mode::Mode,
    preview::{Approved, Plan},
    rules::{All, Rule, Rules},
};

/// The engine of one process. What it must not forget is in the ledger; this may be thrown away at any time.
#[derive(Debug)]
pub struct Engine<M, R = All> {
    /// Names this process among those that share the ledger; not zero.
    me: u64,
    mode: M,
    map: std::sync::Arc<Mapping>,
    limits: Limits,
    rules: R,
    now: Millis,
    epoch: u64,
    lease_until: Millis,
    stage: Stage,
    committing: bool,
    inbox: VecDeque<(CallId, Answer)>,
    last_call: CallId,
    /// How far each service's clock is ahead of ours.
    ahead: Per<Seconds>,
    /// Cycles in a row that were interrupted.
    interrupted: u32,
    /// Cycles in a row in which something waited and nothing came of it.
    waited: u32,
    /// How many links died in this cycle.
    gone: u64,
    /// A person took the brake off for this cycle.
    released: bool,
    /// What was spent of each service's budget, and whether the ledger knows.
    spent: Per<Spent>,
    unsaved_spent: bool,
    /// The budget that is used up.
    broke: Option<Side>,
    meter: Meter,
    /// With a plan, nothing else is written.
    approved: Option<Approved>,
    /// The records that a full listing has shown so far.
    listed: BTreeMap<Feed, BTreeSet<RecordId>>,
}

/// Nothing is counted in the ledger while nothing is limited.
const NO_BUDGET: Per<u32> = Per { bigin: u32::MAX, desk: u32::MAX };

/// Where in the cycle.
#[derive(Debug)]
enum Stage {
    Asleep,
    Claiming,
    Lost(lost::Lost),
    Observing(observe::Observing),
    Confirming(confirm::Confirming),
    Planning(plan::Planning),
    Searching(search::Searching),
    Writing(write::Writing),
}

/// Whether there is more to do at once.
enum Flow {
    On(Stage),
    Wait(Stage),
}

impl<M: Mode, R: Rules> Engine<M, R> {
    /// An engine that has done nothing yet; begin with [`Event::Start`].
    pub fn new(me: u64, mode: M, map: std::sync::Arc<Mapping>, limits: Limits, rules: R) -> Self {
        Self {
            me,
            mode,
            map,
            limits,
            rules,
            now: 0,
            epoch: 0,
            lease_until: 0,
            stage: Stage::Asleep,
            committing: false,
            inbox: VecDeque::new(),
            last_call: CallId(0),
            ahead: Per::default(),
            interrupted: 0,
            waited: 0,
            gone: 0,
            released: false,
            spent: Per::default(),
            unsaved_spent: false,
            broke: None,
            meter: Meter::new(&limits),
            approved: None,
            listed: BTreeMap::new(),
        }
    }

    /// From now on nothing is written but what a plan has; see [`Engine::approved`] for what was refused.
    pub fn approve(&mut self, plan: Plan) {
        self.approved = Some(Approved::new(plan));
    }

    /// The plan that is carried out, if one is.
    pub const fn approved(&self) -> Option<&Approved> {
        self.approved.as_ref()
    }

    /// What happened, and what shall happen because of it. `at` is our clock; `out` receives the effects, in order.
    pub fn step<L: Ledger>(&mut self, ledger: &L, at: Millis, event: Event, out: &mut Vec<Effect>) {
        self.now = at;
        match event {
            Event::Start => self.claim(out),
            Event::Woke if matches!(self.stage, Stage::Asleep) => self.claim(out),
            Event::Woke => {}
            Event::Committed => {
                self.committing = false;
                self.go(ledger, out);
            }
            Event::CommitRefused(refusal) => self.refused(refusal, out),
            Event::Answer(call, answer) => {
                self.inbox.push_back((call, answer));
                self.go(ledger, out);
            }
            Event::Command(command) => self.command(ledger, command, out),
        }
    }

    fn go<L: Ledger>(&mut self, ledger: &L, out: &mut Vec<Effect>) {
        while !self.committing {
            let flow = match std::mem::replace(&mut self.stage, Stage::Asleep) {
                Stage::Asleep => Flow::Wait(Stage::Asleep),
                Stage::Claiming => self.claimed(ledger, out),
                Stage::Lost(lost) => self.look_for_lost(ledger, lost, out),
                Stage::Observing(observing) => self.observe(ledger, observing, out),
                Stage::Confirming(confirming) => self.confirm(ledger, confirming, out),
                Stage::Planning(planning) => self.plan(ledger, planning, out),
                Stage::Searching(searching) => self.search(ledger, searching, out),
                Stage::Writing(writing) => self.write(ledger, writing, out),
            };
            match flow {
                Flow::On(stage) => self.stage = stage,
                Flow::Wait(stage) => {
                    self.stage = stage;
                    if let Some(side) = self.broke.take() {
                        self.pause(side, 1, out);
                    }
                    return;
                }
            }
        }
    }

    /// A claim to lead from now on. It counts only once it is committed, but a leader whose commit is refused stops.
    fn lease(&mut self) -> Lease {
        self.lease_until = self.now + self.limits.lease;
        Lease { me: self.me, now: self.now, until: self.lease_until }
    }

    fn call(&mut self, out: &mut Vec<Effect>, cause: Cause, request: Request) -> CallId {
        self.last_call.0 += 1;
        let id = self.last_call;
        let side = request.side();
        if !self.affords(side, request.credits()) {
            self.broke = Some(side);
            return id;
        }
        self.spent[side].add(request.credits(), self.now, self.limits.budget_window);
        self.unsaved_spent = true;
        self.meter.called(cause, &request);
        let before = if self.rules.on(Rule::SendInTime) { self.lease_until } else { Millis::MAX };
        out.push(Effect::Call(Call { id, before, request }));
        id
    }

    /// Whether so many credits more fit into the budget.
    fn affords(&self, side: Side, credits: u32) -> bool {
        let spent = self.spent[side].within(self.now, self.limits.budget_window);
        spent.saturating_add(credits) <= self.limits.budget[side] || !self.rules.on(Rule::Budget)
    }

    /// The budget of a side is used up: everything waits until some of it counts no more.
    fn pause(&mut self, side: Side, credits: u32, out: &mut Vec<Effect>) {
        let (budget, window) = (self.limits.budget[side], self.limits.budget_window);
        let until =
            self.spent[side].free_at(credits, budget, self.now, window).max(self.now + self.limits.soon);
        self.inbox.clear();
        self.stage = Stage::Asleep;
        out.push(Effect::Tell(Notice::Paused { side, until }));
        out.push(Effect::Sleep(until));
    }

    /// Calls since the engine began, or since the last [`Engine::reset_meter`].
    pub const fn meter(&self) -> &Meter {
        &self.meter
    }

    /// Begins to count anew.
    pub fn reset_meter(&mut self) {
        self.meter = Meter::new(&self.limits);
    }

    /// The answer to a call, if it is here.
    fn answer(&mut self, call: CallId) -> Option<Answer> {
        let at = self.inbox.iter().position(|(id, _)| *id == call)?;
        self.inbox.remove(at).map(|(_, answer)| answer)
    }

    fn commit(&mut self, out: &mut Vec<Effect>, mut changes: Vec<Change>) {
        if std::mem::take(&mut self.unsaved_spent) && self.limits.budget != NO_BUDGET {
            changes.extend(Side::BOTH.map(|side| Change::Spent(side, self.spent[side].clone())));
        }
        let epoch = self.rules.on(Rule::EpochChecked).then_some(self.epoch);
        // Half of the lease is over: this transaction renews it.
        let renew = self.lease_until - self.now < self.limits.lease / 2;
        let lease = renew.then(|| self.lease());
        out.push(Effect::Commit(Txn { epoch, lease, changes }));
        self.committing = true;
    }

    /// The ledger did not take it. What was under way will be found out about like after a crash.
    fn refused(&mut self, refusal: Refusal, out: &mut Vec<Effect>) {
        self.committing = false;
        self.inbox.clear();
        self.stage = Stage::Asleep;
        let wait = match refusal {
            Refusal::NotLeader => {
                out.push(Effect::Tell(Notice::NotLeader));
                self.limits.lease
            }
            Refusal::Unwritable => self.limits.soon,
        };
        out.push(Effect::Sleep(self.now + wait));
    }

    /// A service does not answer or wants to be left alone: the cycle ends here, the next one goes on.
    fn interrupt(&mut self, side: Side, wait: Option<Millis>, out: &mut Vec<Effect>) -> Flow {
        let doubled = self.limits.soon << self.interrupted.min(6);
        let asked = wait.filter(|_| self.rules.on(Rule::BackOff));
        self.interrupted += 1;
        self.inbox.clear();
        out.push(Effect::Tell(Notice::Interrupted(side)));
        out.push(Effect::Sleep(self.now + asked.unwrap_or(doubled)));
        Flow::Wait(Stage::Asleep)
    }

    fn hear_clock(&mut self, side: Side, date: Seconds) {
        self.ahead[side] = date - self.now.div_euclid(1000);
    }
}
