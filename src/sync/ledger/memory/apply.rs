//! Writing the ledger in memory.

use super::Memory;
use crate::sync::{
    Kind, RecordId, Side,
    canon::canon,
    ledger::{Change, Refusal, Seen, Txn, Work},
};

impl Memory {
    /// Applies a transaction, whole or not at all.
    pub fn apply(&mut self, txn: Txn) -> Result<(), Refusal> {
        if txn.epoch.is_some_and(|epoch| epoch != self.pairing.epoch) {
            return Err(Refusal::NotLeader);
        }
        if let Some(lease) = txn.lease {
            self.pairing = self.pairing.claimed(lease).ok_or(Refusal::NotLeader)?;
        }
        for change in txn.changes {
            self.change(change);
        }
        Ok(())
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Seen(seen) => self.see(*seen),
            Change::Dirty(kind, work) => {
                self.work.insert((kind, work));
            }
            Change::Clean(kind, work) => {
                self.work.remove(&(kind, work));
            }
            Change::Doubt(side, kind, id, true) => {
                self.doubts.insert((side, kind, id));
            }
            Change::Doubt(side, kind, id, false) => {
                self.doubts.remove(&(side, kind, id));
            }
            Change::NewLink(link) => {
                for side in Side::BOTH {
                    let place = (side, link.kind, link.ids[side]);
                    self.link_of.insert(place, link.id);
                    self.parked.remove(&place);
                    self.work.remove(&(link.kind, Work::Record(side, link.ids[side])));
                }
                self.last_link = self.last_link.max(link.id);
                self.links.insert(link.id, *link);
            }
            Change::Settle(id, base) => self.link_mut(id, |link| link.settle(base)),
            Change::State(id, state) => self.link_mut(id, |link| link.state = state),
            Change::Hold(id, field, held) => self.link_mut(id, |link| link.hold(field, held)),
            Change::Tried(id, tried) => self.link_mut(id, |link| link.tried = tried),
            Change::Pin(id, field, on) => self.link_mut(id, |link| link.pin(field, on)),
            Change::Wishes(id, wishes) => self.link_mut(id, |link| link.wishes = wishes),
            Change::Warm(id, heat) => self.link_mut(id, |link| link.warm(heat)),
            Change::Intend(intent) => {
                self.last_op = self.last_op.max(intent.op);
                self.intents.insert(intent.op, *intent);
            }
            Change::Stage(op, stage) => {
                if let Some(intent) = self.intents.get_mut(&op) {
                    intent.stage = stage;
                }
            }
            Change::Resolve(op) => {
                self.intents.remove(&op);
            }
            Change::Park(side, kind, id, Some(parked)) => {
                self.parked.insert((side, kind, id), parked);
            }
            Change::Park(side, kind, id, None) => {
                self.parked.remove(&(side, kind, id));
            }
            Change::Cursor(feed, cursor) => {
                self.cursors.insert(feed, cursor);
            }
            Change::Brake(brake) => self.pairing.brake = brake,
            Change::PlanAll(planned_for) => self.plan_all(planned_for),
            Change::Spent(side, spent) => self.spent[side] = spent,
            Change::Journal(entry) => self.journal.push(*entry),
        }
    }

    fn see(&mut self, seen: Seen) {
        let place = (seen.side, seen.kind, seen.id);
        let before = self.seen.remove(&place);
        if let Some(old) = &before {
            self.index(old, Some(&seen), false);
        }
        self.index(&seen, before.as_ref(), true);
        self.seen.insert(place, seen);
    }

    /// Puts a record into the indexes or takes it out, leaving alone what `other` has as well.
    fn index(&mut self, seen: &Seen, other: Option<&Seen>, put: bool) {
        if !seen.live {
            return;
        }
        let other = other.filter(|other| other.live);
        for &(kind, field, shape) in &self.keys {
            let Some(cell) = seen.cell(field).filter(|_| kind == seen.kind) else { continue };
            let kept = other.and_then(|other| other.cell(field)).is_some_and(|old| old.value == cell.value);
            if kept || cell.value.is_empty() {
                continue;
            }
            let row = (seen.side, seen.kind, field, canon(shape, &cell.value), seen.id);
            if put {
                self.by_key.insert(row)
            } else {
                self.by_key.remove(&row)
            };
        }
        if let Some(mark) = seen.mark.filter(|mark| other.and_then(|other| other.mark) != Some(*mark)) {
            let row = (seen.side, seen.kind, mark, seen.id);
            if put {
                self.by_mark.insert(row)
            } else {
                self.by_mark.remove(&row)
            };
        }
    }

    fn link_mut(&mut self, id: crate::sync::LinkId, change: impl FnOnce(&mut crate::sync::ledger::Link)) {
        if let Some(link) = self.links.get_mut(&id) {
            change(link);
        }
    }

    fn plan_all(&mut self, planned_for: u32) {
        self.pairing.planned_for = planned_for;
        for cursor in self.cursors.values_mut() {
            *cursor = cursor.anew();
        }
        for link in self.links.values_mut() {
            link.wake();
            self.work.insert((link.kind, Work::Link(link.id)));
        }
        self.parked.clear();
        let alone: Vec<(Side, Kind, RecordId)> = self
            .seen
            .iter()
            .filter(|(place, seen)| seen.live && !self.link_of.contains_key(place))
            .map(|(place, _)| *place)
            .collect();
        self.work.extend(alone.into_iter().map(|(side, kind, id)| (kind, Work::Record(side, id))));
    }
}
