//! Writing: the calls of a batch, whose intents are committed, and the result of each as it comes.

use crate::sync::{
    CallId, Kind, Millis, RecordId, Side,
    ledger::{Change, Intent, Ledger},
    mode::Mode,
    rules::{Rule, Rules},
};

use super::{
    Answer, Cause, Effect, Engine, Flow, Outcome, Request, Stage, Write, WriteRow, plan::Planning,
    search::Searching,
};

/// The calls of a batch.
#[derive(Debug)]
pub(super) struct Writing {
    kind: Kind,
    /// Calls that wait until others are answered, the first ones last.
    unsent: Vec<Vec<Intent>>,
    calls: Vec<(CallId, Vec<Intent>)>,
    /// Who is searched for afterwards.
    lonely: Vec<(Side, RecordId)>,
    then: Planning,
    /// Of a result, what a mutant leaves to a transaction of its own.
    rest: Vec<Change>,
    /// A service wants to be left alone, once these are answered.
    busy: Option<(Side, Option<Millis>)>,
}

impl Writing {
    pub(super) fn new(
        kind: Kind,
        intents: Vec<Intent>,
        lonely: Vec<(Side, RecordId)>,
        mut then: Planning,
        batch: crate::sync::Per<usize>,
    ) -> Self {
        then.wrote = true;
        then.again = true;
        Self {
            kind,
            unsent: groups(intents, batch),
            calls: Vec::new(),
            lonely,
            then,
            rest: Vec::new(),
            busy: None,
        }
    }
}

/// The bases that an intent will have moved.
pub(super) fn bases(intent: &Intent) -> Vec<Change> {
    let settle = |moved: &crate::sync::ledger::Moved| {
        let values = crate::sync::Per::seen_from(intent.side, moved.to.clone(), moved.from.clone());
        Some(Change::Settle(intent.link?, crate::sync::ledger::Base { field: moved.field, values }))
    };
    intent.fields.iter().filter_map(settle).collect()
}

impl<M: Mode, R: Rules> Engine<M, R> {
    pub(super) fn write<L: Ledger>(&mut self, ledger: &L, mut now: Writing, out: &mut Vec<Effect>) -> Flow {
        if !now.rest.is_empty() {
            self.commit(out, std::mem::take(&mut now.rest));
            return Flow::On(Stage::Writing(now));
        }
        let answered = now.calls.iter().position(|(call, _)| self.inbox.iter().any(|(id, _)| id == call));
        if let Some(at) = answered {
            let (call, intents) = now.calls.swap_remove(at);
            let answer = self.answer(call).expect("it was looked at");
            if let Answer::Busy { wait } = answer {
                // The longest that any of them asks for.
                let before = now.busy.and_then(|(_, wait)| wait);
                now.busy = Some((intents[0].side, wait.max(before)));
            }
            if let Answer::Written(outcomes) = &answer {
                let done =
                    outcomes.iter().zip(&intents).filter(|(out, _)| matches!(out, Outcome::Done { .. }));
                for (_, intent) in done {
                    self.meter.wrote(intent.side, intent.kind, intent.target.is_none());
                }
            }
            let mut changes = self.result(ledger, &intents, answer);
            if !self.rules.on(Rule::ResultIsOne) {
                let half = changes.iter().position(|change| matches!(change, Change::Resolve(_)));
                now.rest = changes.split_off(half.map_or(0, |at| at + 1));
            }
            self.commit(out, changes);
            return Flow::On(Stage::Writing(now));
        }
        if now.busy.is_some() && !now.unsent.is_empty() {
            // They have not left, and will be planned again.
            let unsent = std::mem::take(&mut now.unsent);
            self.commit(out, unsent.iter().flatten().map(|intent| Change::Resolve(intent.op)).collect());
            return Flow::On(Stage::Writing(now));
        }
        self.send(&mut now, out);
        if !now.calls.is_empty() {
            return Flow::Wait(Stage::Writing(now));
        }
        match now.busy {
            Some((side, wait)) => self.interrupt(side, wait, out),
            None if now.lonely.is_empty() => Flow::On(Stage::Planning(now.then)),
            None => Flow::On(Stage::Searching(Searching::new(now.kind, now.lonely, now.then))),
        }
    }

    /// Sends what waits, as far as the service takes so many calls at once. In a mode without a pen for the side there is
    /// nothing to send with, and no intent either.
    fn send(&mut self, now: &mut Writing, out: &mut Vec<Effect>) {
        while let Some(next) = now.unsent.last() {
            let side = next[0].side;
            let under_way = now.calls.iter().filter(|(_, group)| group[0].side == side).count();
            if under_way >= self.limits.flight[side] {
                return;
            }
            let Some(group) = now.unsent.pop() else { return };
            let Some(pen) = self.mode.pen(side) else { continue };
            let write = Write::new(pen, group[0].kind, group.iter().map(row).collect());
            let call = self.call(out, Cause::Writes, Request::Write(write));
            now.calls.push((call, group));
        }
    }
}

/// One call for as many records as a service takes, updates and creates apart; the first last.
fn groups(intents: Vec<Intent>, batch: crate::sync::Per<usize>) -> Vec<Vec<Intent>> {
    let mut groups: Vec<Vec<Intent>> = Vec::new();
    for intent in intents {
        let alike = |group: &&mut Vec<Intent>| {
            group.len() < batch[intent.side]
                && (group[0].side, group[0].kind, group[0].target.is_none())
                    == (intent.side, intent.kind, intent.target.is_none())
        };
        match groups.iter_mut().rev().find(alike) {
            Some(group) => group.push(intent),
            None => groups.push(vec![intent]),
        }
    }
    groups.reverse();
    groups
}

fn row(intent: &Intent) -> WriteRow {
    let fields = intent.fields.iter().map(|moved| (moved.field, moved.to.clone())).collect();
    WriteRow { target: intent.target, mark: intent.source, fields }
}
