//! What a service does to itself: it is restored from a backup, its list forgets a record, it counts our calls.

use balcao::sync::{
    Kind, Millis, RecordId, Side,
    ledger::{Ledger, Work},
};

use super::{mapping::fields_of, truth::NOTHING, world::World};

impl World {
    /// A call as the service counts it: within its time never more than the budget.
    pub fn count(&mut self, side: Side, credits: u32) {
        if !self.faults.budgeted() {
            return;
        }
        let (now, window) = (self.now, self.limits.budget_window);
        let counted = &mut self.credits[side];
        counted.retain(|(at, _)| at + window > now);
        counted.push((now, credits));
        let sum: u32 = counted.iter().map(|(_, credits)| credits).sum();
        let budget = self.limits.budget[side];
        // A process that dies, or cannot write, forgets what it has just spent.
        if sum > budget && self.alone && self.clock == 0 && self.case.crash_at.is_none() {
            self.fail(|| format!("{side:?} counts {sum} credits, the budget is {budget}"));
        }
    }

    /// One service is restored from a backup of some seconds ago.
    pub fn back_up(&mut self) {
        self.faults.backup = 0;
        let side = Side::BOTH[self.trouble.index(2)];
        let (now, then) = (self.now, self.now - 1_000 - self.trouble.ms(30_000));
        self.say(|| format!("{side:?} is restored as of {}", then - 1_700_000_000_000));
        let before: Vec<_> = self.service(side).records.iter().map(|record| record.now().clone()).collect();
        self.service_mut(side).restore(then, now);
        for (at, before) in before.iter().enumerate() {
            let record = &self.service(side).records[at];
            let (who, kind) = (record.who, record.kind);
            for field in 0..fields_of(kind) {
                let (lost, back) =
                    (&before.values[field], &self.service(side).records[at].now().values[field]);
                let (lost, back) = (self.token(side, lost), self.token(side, back));
                // Somebody may have come back to the old value since: that he did is lost as well.
                let mut since =
                    self.service(side).records[at].versions.iter().filter(|version| version.at > then);
                let left = since.any(|version| self.token(side, &version.values[field]) != back);
                if lost == back && !left {
                    continue;
                }
                let across = self
                    .service(side.other())
                    .records
                    .iter()
                    .filter(|other| other.kind == kind && other.who == who);
                let kept = across.clone().any(|other| {
                    other.live() && self.token(side.other(), &other.now().values[field]) == lost
                });
                let known = self.sure(side, at, lost, field);
                // What had not gone across is lost with the service, unless it was on its way; what is across stays.
                // Within one second nothing tells the restored state from a person's.
                let place = &self.service(side).records[at];
                let seen = self.ledger.seen(side, kind, place.id);
                let cell = seen.as_ref().and_then(|seen| seen.cell(super::service::field(field)));
                let older = cell.is_some_and(|cell| place.now().second < cell.since);
                if lost != back && kept && known && older && back != NOTHING {
                    let second = self.service(side).records[at].now().second;
                    self.say(|| {
                        format!(
                            "{side:?} field {field} of {who}: {lost} is safe, {back} must not come through"
                        )
                    });
                    self.reverted.push((side, self.service(side).records[at].id, second, who, field, back));
                    continue;
                }
                let there: Vec<_> = across
                    .filter(|other| other.live())
                    .map(|other| self.token(side.other(), &other.now().values[field]))
                    .collect();
                // So does what the ledger has seen here and not carried across yet.
                let place = &self.service(side).records[at];
                let seen = self.ledger.seen(side, kind, place.id);
                let seen = seen
                    .and_then(|seen| Some(self.token(side, &seen.cell(super::service::field(field))?.value)));
                // And what an index goes on showing for a while.
                let since = now - Millis::from(self.faults.lag) - 1_000;
                let versions = place.versions.iter().rev().skip(1);
                let mut shown: Vec<_> = Vec::new();
                for version in versions {
                    shown.push(self.token(side, &version.values[field]));
                    if version.at < since {
                        break;
                    }
                }
                for token in there.into_iter().chain([back]).chain(seen).chain(shown) {
                    self.truth.edit(who, field, NOTHING, token);
                }
            }
        }
    }

    /// Somebody changes a restored record before it was seen as restored: nothing tells his change from the rest.
    pub fn changed_since(&mut self, side: Side, id: RecordId) {
        while let Some(at) = self.reverted.iter().position(|(s, i, ..)| (*s, *i) == (side, id)) {
            let (.., second, who, field, back) = self.reverted.swap_remove(at);
            let kind = self.service(side).find(id).map_or(Kind::Contact, |record| record.kind);
            if self.ledger.seen(side, kind, id).is_none_or(|seen| seen.version != second) {
                self.truth.edit(who, field, NOTHING, back);
            }
        }
    }

    /// Whether the ledger knew that both sides had this value, so that no doubt is left about which one is newer.
    fn sure(&self, side: Side, at: usize, value: u32, field: usize) -> bool {
        let record = &self.service(side).records[at];
        let link = self.ledger.link_of(side, record.kind, record.id).and_then(|link| self.ledger.link(link));
        let id = super::service::field(field);
        link.is_some_and(|link| {
            let base = link.base(id).is_some_and(|base| self.token(side, &base.values[side]) == value);
            let seen = Side::BOTH.into_iter().all(|side| {
                let seen = self.ledger.seen(side, link.kind, link.ids[side]);
                seen.as_ref()
                    .and_then(|seen| seen.cell(id))
                    .is_some_and(|cell| self.token(side, &cell.value) == value)
            });
            base && seen && !self.ledger.under_way(link.kind, Work::Link(link.id))
        })
    }

    /// A list forgets a record that is known.
    pub fn drop_one(&mut self, side: Side, at: usize) {
        let record = &self.service(side).records[at];
        let (kind, id) = (record.kind, record.id);
        let known = self.ledger.seen(side, kind, id).is_some_and(|seen| seen.live);
        let ever = self.service(side).records[at].versions.iter().all(|version| version.live);
        if known && ever && self.linked(side, kind, id) {
            self.say(|| format!("{side:?} lists {id} no more"));
            self.service_mut(side).records[at].dropped = true;
        }
    }
}

impl super::faults::Faults {
    /// Whether calls are counted, and nothing happens that makes a process forget what it spent.
    pub const fn budgeted(&self) -> bool {
        self.counted
    }
}
