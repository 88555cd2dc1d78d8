//! The lease: one process leads. What its predecessor had under way counts as lost.

use crate::sync::{
    Per,
    ledger::{Brake, Change, Ledger, Stage as How, Txn},
    mode::Mode,
    rules::{Rule, Rules},
};

use super::{Effect, Engine, Flow, Stage, lost::Lost};

impl<M: Mode, R: Rules> Engine<M, R> {
    /// Begins a cycle: claims the lease, or renews it.
    pub(super) fn claim(&mut self, out: &mut Vec<Effect>) {
        let lease = self.lease();
        out.push(Effect::Commit(Txn { epoch: None, lease: Some(lease), changes: Vec::new() }));
        self.committing = true;
        self.gone = 0;
        self.inbox.clear();
        self.stage = Stage::Claiming;
    }

    /// We lead. A write that is still marked as sent was sent by an engine that is no more.
    pub(super) fn claimed<L: Ledger>(&mut self, ledger: &L, out: &mut Vec<Effect>) -> Flow {
        let pairing = ledger.pairing();
        if self.epoch != pairing.epoch {
            self.spent = Per::of(|side| ledger.spent(side));
        }
        self.epoch = pairing.epoch;
        self.released = pairing.brake == Brake::Released;
        let mut intents = Vec::new();
        ledger.intents(&mut intents);
        let mut changes = Vec::new();
        for intent in intents.iter().filter(|intent| intent.stage == How::Sent) {
            changes.push(if self.rules.on(Rule::TakeOverAsLost) {
                Change::Stage(intent.op, How::Lost { rest_until: self.rest_until(intent.sent) })
            } else {
                Change::Resolve(intent.op)
            });
        }
        let planned_for = self.map.revision * 4 + M::NUMBER;
        if pairing.planned_for != planned_for && self.rules.on(Rule::PlanAnew) {
            changes.push(Change::PlanAll(planned_for));
        }
        if !changes.is_empty() {
            self.commit(out, changes);
        }
        Flow::On(Stage::Lost(Lost::default()))
    }

    /// When a call that left at `sent` can no longer take effect. Our clock may have gone back meanwhile.
    pub(super) fn rest_until(&self, sent: crate::sync::Millis) -> crate::sync::Millis {
        let rest = if self.rules.on(Rule::RestAfterLost) { self.limits.rest } else { 0 };
        sent.max(self.now) + rest
    }
}
