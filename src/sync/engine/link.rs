//! Planning a link: its fields, one by one.

use crate::sync::{
    Kind, LinkId, Per, Side, Value,
    ledger::{
        Base, Brake, Cell, Change, Held, Intent, Ledger, Link, LinkState, Moved, Seen, Stage, Why, Work,
    },
    mapping::Line,
    mode::Mode,
    rules::{Rule, Rules},
};

use super::{
    Engine,
    lost::record_entry,
    merge::{Field, Verdict},
    plan::Batch,
};

impl<M: Mode, R: Rules> Engine<M, R> {
    pub(super) fn plan_link<L: Ledger>(&mut self, ledger: &L, id: LinkId, batch: &mut Batch) {
        let Some(link) = ledger.link(id) else { return };
        let kind = link.kind;
        if ledger.under_way(kind, Work::Link(id)) {
            return;
        }
        let seen = |side| ledger.seen(side, kind, link.ids[side]);
        let (Some(bigin), Some(desk)) = (seen(Side::Bigin), seen(Side::Desk)) else { return };
        let alive = bigin.live && desk.live;
        let clean = Change::Clean(kind, Work::Link(id));
        let both = Per { bigin: &*bigin, desk: &*desk };
        if alive && !link.tried.is_empty() {
            self.judge_tried(&link, &both, &mut batch.changes);
            batch.again = true;
            return;
        }
        let left = self.map.kind(kind).is_some_and(|map| map.has_left(&bigin) || map.has_left(&desk));
        match (&link.state, alive) {
            (LinkState::Active, true) if left && self.rules.on(Rule::Leaving) => batch.changes.push(clean),
            (LinkState::Active, true) => self.plan_fields(ledger, &link, &both, batch),
            (LinkState::Active, false) => self.bury(ledger, &link, &both, batch),
            (LinkState::Tombstone, true) => {
                let back = record_entry(Side::Bigin, kind, link.ids.bigin, Some(id), self.now, Why::Back);
                batch.changes.push(Change::State(id, LinkState::Active));
                batch.changes.push(Change::Journal(Box::new(back)));
                batch.again = true;
            }
            (LinkState::Tombstone, false)
            | (LinkState::Soft | LinkState::Apart | LinkState::Refused { .. }, _) => {
                batch.changes.push(clean);
            }
        }
    }

    /// A record of the link is gone: the other one stays as it is, and nothing is ever made in place of the dead one.
    fn bury<L: Ledger>(&mut self, ledger: &L, link: &Link, seen: &Per<&Seen>, batch: &mut Batch) {
        self.gone += 1;
        if self.rules.on(Rule::Brake) && self.brakes(ledger, batch) {
            return;
        }
        let dead = if seen.bigin.live { Side::Desk } else { Side::Bigin };
        let gone = record_entry(dead, link.kind, link.ids[dead], Some(link.id), self.now, Why::Gone);
        batch.changes.push(Change::State(link.id, LinkState::Tombstone));
        batch.changes.push(Change::Journal(Box::new(gone)));
        batch.changes.push(Change::Clean(link.kind, Work::Link(link.id)));
    }

    /// Whether too much is gone at once, or was and nobody has looked yet.
    fn brakes<L: Ledger>(&self, ledger: &L, batch: &mut Batch) -> bool {
        match ledger.pairing().brake {
            Brake::On => return true,
            Brake::Released => return false,
            Brake::Off => {}
        }
        let bound = (ledger.active_links() * self.limits.brake_percent / 100).max(self.limits.brake_above);
        let braked = self.gone > bound;
        if braked {
            batch.changes.push(Change::Brake(Brake::On));
        }
        braked
    }

    pub(super) fn judge_field<L: Ledger>(
        &self,
        ledger: &L,
        line: &Line,
        now: Per<&Cell>,
        base: Option<&Base>,
        held: Option<&Held>,
    ) -> Verdict {
        let field = Field {
            rules: self.rules,
            line,
            now,
            across: Per::of(|side| self.across(ledger, line, side, &now[side].value)),
            base,
            held,
            writable: Per::of(|side| self.mode.pen(side).is_some()),
            ahead: self.ahead,
            clock_doubt: self.limits.clock_doubt,
        };
        field.verdict()
    }

    /// A value as the other side spells it. A lookup names the partner of the record it names here.
    pub(super) fn across<L: Ledger>(
        &self,
        ledger: &L,
        line: &Line,
        from: Side,
        value: &Value,
    ) -> Option<Value> {
        let Some(kind) = line.lookup else { return line.across(from, value) };
        if !self.rules.on(Rule::LookupTranslated) {
            return Some(value.clone());
        }
        let Some(id) = value.as_record() else { return Some(Value::Empty) };
        let link = ledger.link(ledger.link_of(from, kind, id)?)?;
        let partner = link.ids[from.other()];
        let live = ledger.seen(from.other(), kind, partner).is_some_and(|seen| seen.live);
        live.then_some(Value::Record(partner))
    }

    /// The intent of a write.
    pub(super) fn intend(
        &self,
        kind: Kind,
        side: Side,
        link: Option<LinkId>,
        ids: Per<crate::sync::RecordId>,
        fields: Vec<Moved>,
        batch: &mut Batch,
    ) {
        let op = batch.next_op;
        batch.next_op.0 += 1;
        let target = link.map(|_| ids[side]);
        let source = ids[side.other()];
        batch.intents.push(Intent {
            op,
            kind,
            side,
            link,
            source,
            target,
            fields,
            stage: Stage::Sent,
            sent: self.now,
        });
    }

    /// The mutant of a rule: the whole record is written, and so what somebody changes meanwhile is destroyed.
    pub(super) fn fill_up(&self, seen: &Per<&Seen>, moved: &mut Per<Vec<Moved>>) {
        if self.rules.on(Rule::OnlyDiffering) {
            return;
        }
        for side in Side::BOTH {
            if moved[side].is_empty() {
                continue;
            }
            for cell in &seen[side].cells {
                if !moved[side].iter().any(|moved| moved.field == cell.field) {
                    let value = cell.value.clone();
                    let from =
                        seen[side.other()].cell(cell.field).map_or(Value::Empty, |cell| cell.value.clone());
                    moved[side].push(Moved {
                        field: cell.field,
                        was: value.clone(),
                        to: value,
                        from,
                        why: Why::Changed,
                    });
                }
            }
        }
    }
}
