//! What is looked at while a case runs: before a transaction is applied, before a write is carried out, and at the meter.

use balcao::sync::{
    Per, Side,
    engine::Write,
    ledger::{Change, Intent, Ledger, Seen, Txn},
    mode::Mode,
};

use super::{
    mapping::KEY,
    world::{Process, World},
};

impl World {
    /// Records are linked by our key, or because each is the only one with its match value: nobody guesses.
    pub fn look_at_links(&mut self, txn: &Txn) {
        for change in &txn.changes {
            if let Change::Intend(intent) = change {
                self.look_at_pins(intent);
            }
            let Change::NewLink(link) = change else { continue };
            let seen = Per::of(|side| self.ledger.seen(side, link.kind, link.ids[side]));
            let (Some(bigin), Some(desk)) = (seen.bigin, seen.desk) else { continue };
            if bigin.mark == Some(desk.id) || desk.mark == Some(bigin.id) {
                continue;
            }
            let key = |seen: &Seen| seen.cell(KEY).map(|cell| self.token(seen.side, &cell.value));
            let shared = key(&bigin);
            let alike = |side| {
                let of_kind =
                    self.ledger.all_seen().filter(|seen| (seen.side, seen.kind) == (side, link.kind));
                of_kind.filter(|seen| seen.live && key(seen) == shared).count()
            };
            let counts = Side::BOTH.map(alike);
            if counts != [1, 1] {
                let ids = link.ids;
                return self.fail(|| {
                    format!("{} and {} are linked, of {counts:?} with one key", ids.bigin, ids.desk)
                });
            }
        }
    }

    /// What a person keeps as it is, is not written.
    fn look_at_pins(&mut self, intent: &Intent) {
        self.look_at_filter(intent);
        let Some(link) = intent.link.and_then(|id| self.ledger.link(id)) else { return };
        if let Some(moved) = intent.fields.iter().find(|moved| link.pinned(moved.field)) {
            let (field, id) = (moved.field, link.id);
            self.fail(|| format!("field {field} of link {id} is pinned and is written"));
        }
    }

    /// The meter of the only process there was has every call, and what it could not have done without is not more.
    pub fn look_at_meter<M: Mode>(&mut self, process: &Process<M>) {
        if self.last_process > 1 || self.failure.is_some() {
            return;
        }
        let meter = process.engine.meter();
        let (used, least) = (meter.used(), meter.least());
        let beyond: u32 = meter.beyond().map(|(.., calls)| calls).sum();
        let calls = self.tally.calls;
        if u64::from(used) != calls || least + beyond != used {
            self.fail(|| format!("the meter says {used} = {least} + {beyond}, made were {calls}"));
        }
    }

    /// Who does not pass the filter is not created, and who has left is not written.
    fn look_at_filter(&mut self, intent: &Intent) {
        let Some(map) = self.map.kind(intent.kind) else { return };
        let from = intent.side.other();
        let seen = |side, id| self.ledger.seen(side, intent.kind, id);
        let outside = match intent.target {
            None => seen(from, intent.source).is_some_and(|seen| !map.takes(&seen)),
            Some(target) => [seen(from, intent.source), seen(intent.side, target)]
                .into_iter()
                .flatten()
                .any(|seen| map.has_left(&seen)),
        };
        if outside {
            let source = intent.source;
            self.fail(|| format!("{source} does not pass the filter, and is written from"));
        }
    }

    /// What is expected of a write before it is carried out.
    pub fn watch(&mut self, write: &Write) {
        if !self.two_way && write.side() == Side::Bigin {
            self.fail(|| "Bigin is written in a mode that only reads it".to_owned());
        }
    }
}
