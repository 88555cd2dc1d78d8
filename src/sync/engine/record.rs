//! Planning a record without a partner: to find it one, or to make it one, or to ask.

use crate::sync::{
    Kind, LinkId, Per, RecordId, Side,
    ledger::{Base, Brake, Change, Feed, Ledger, Link, LinkState, Moved, Parked, Reason, Seen, Why, Work},
    mapping::KindMap,
    mode::Mode,
    rules::{Rule, Rules},
};

use super::{Engine, lost::record_entry, merge::Verdict, plan::Batch};

/// Who a record belongs to.
enum Partner {
    One(RecordId),
    Several,
    /// One whose create has no answer yet.
    Later,
    None,
}

impl<M: Mode, R: Rules> Engine<M, R> {
    pub(super) fn plan_record<L: Ledger>(
        &mut self,
        ledger: &L,
        side: Side,
        kind: Kind,
        id: RecordId,
        batch: &mut Batch,
    ) {
        let clean = Change::Clean(kind, Work::Record(side, id));
        let seen = ledger.seen(side, kind, id).filter(|seen| seen.live);
        let free = ledger.link_of(side, kind, id).is_none() && !batch.linked.contains(&(side, id));
        let (Some(seen), Some(map), true) = (seen, self.map.kind(kind), free) else {
            return batch.changes.push(clean);
        };
        // A create of it that has no answer yet will say.
        if ledger.under_way(kind, Work::Record(side, id)) {
            return;
        }
        if !map.takes(&seen) && self.rules.on(Rule::Filter) {
            return batch.changes.push(clean);
        }
        match self.partner(ledger, map, &seen, batch) {
            Partner::One(partner) => self.link(ledger, map, &seen, partner, batch),
            Partner::Several => {
                let parked = Parked { reason: Reason::Ambiguous, version: seen.version };
                batch.changes.push(Change::Park(side, kind, id, Some(parked)));
                batch.changes.push(clean);
            }
            Partner::Later => {}
            Partner::None => self.lonely(ledger, map, &seen, batch),
        }
    }

    /// By our key first, then by each match field: exactly one on each side, and both without a partner.
    fn partner<L: Ledger>(&self, ledger: &L, map: &KindMap, seen: &Seen, batch: &Batch) -> Partner {
        let across = seen.side.other();
        if self.rules.on(Rule::AdoptByKey)
            && let Some(marked) = marked(ledger, seen, batch)
        {
            return marked;
        }
        let (mut here, mut there) = (Vec::new(), Vec::new());
        for line in map.keys() {
            let Some(key) = seen.cell(line.id).and_then(|cell| KindMap::key(line, &cell.value)) else {
                continue;
            };
            here.clear();
            there.clear();
            ledger.with_key(seen.side, seen.kind, line.id, &key, 2, &mut here);
            ledger.with_key(across, seen.kind, line.id, &key, 2, &mut there);
            match (here.as_slice(), there.as_slice()) {
                (_, []) if here.len() == 1 => {}
                // Twins that are alone on their side: a person says which one goes across.
                (_, []) if self.rules.on(Rule::Ambiguous) => return Partner::Several,
                (_, []) => {}
                ([_], [one]) if is_free(ledger, across, seen.kind, *one, batch) => {
                    return Partner::One(*one);
                }
                _ if self.rules.on(Rule::Ambiguous) => return Partner::Several,
                (_, [one, ..]) if is_free(ledger, across, seen.kind, *one, batch) => {
                    return Partner::One(*one);
                }
                _ => {}
            }
        }
        Partner::None
    }

    /// The link and the bases of what agrees already, in one transaction.
    fn link<L: Ledger>(&self, ledger: &L, map: &KindMap, seen: &Seen, partner: RecordId, batch: &mut Batch) {
        let Some(other) = ledger.seen(seen.side.other(), seen.kind, partner) else { return };
        let both = Per::seen_from(seen.side, seen, &*other);
        let mut bases = Vec::new();
        for line in map.lines() {
            let (Some(bigin), Some(desk)) = (both.bigin.cell(line.id), both.desk.cell(line.id)) else {
                continue;
            };
            let now = Per { bigin, desk };
            if self.judge_field(ledger, line, now, None, None) == Verdict::Settle
                || !self.rules.on(Rule::SettleAtLink)
            {
                let values = Per { bigin: bigin.value.clone(), desk: desk.value.clone() };
                bases.push(Base { field: line.id, values });
            }
        }
        let id = batch.next_link;
        batch.next_link.0 += 1;
        let writes = Side::BOTH.into_iter().any(|side| self.mode.pen(side).is_some());
        let state = if writes { LinkState::Active } else { LinkState::Soft };
        let ids = Per { bigin: both.bigin.id, desk: both.desk.id };
        batch.linked.extend(Side::BOTH.map(|side| (side, ids[side])));
        self.say_linked(seen, id, batch);
        let link = Link { state, bases, ..Link::new(id, seen.kind, ids) };
        batch.changes.push(Change::NewLink(Box::new(link)));
        batch.changes.push(Change::Dirty(seen.kind, Work::Link(id)));
    }

    fn say_linked(&self, seen: &Seen, link: LinkId, batch: &mut Batch) {
        let entry = record_entry(seen.side, seen.kind, seen.id, Some(link), self.now, Why::Linked);
        batch.changes.push(Change::Journal(Box::new(entry)));
    }

    /// Nobody belongs to it. It is created across if this mode and the mapping do so, the brake is off, and two whole
    /// passes of the other side began after it was seen: then the partner would have been seen as well.
    fn lonely<L: Ledger>(&self, ledger: &L, map: &KindMap, seen: &Seen, batch: &mut Batch) {
        let across = seen.side.other();
        let rests =
            ledger.parked(seen.side, seen.kind, seen.id).is_some_and(|parked| parked.version >= seen.version);
        if self.mode.pen(across).is_none() || !map.create[across] || rests {
            return batch.changes.push(Change::Clean(seen.kind, Work::Record(seen.side, seen.id)));
        }
        batch.waits = true;
        if ledger.pairing().brake == Brake::On {
            return;
        }
        if (self.looked_twice(ledger, seen) && !self.follows(ledger, map, seen))
            || !self.rules.on(Rule::TwoPasses)
        {
            batch.lonely.push((seen.side, seen.id));
        }
    }

    /// Whether two whole passes of the other side began after a record was seen.
    fn looked_twice<L: Ledger>(&self, ledger: &L, seen: &Seen) -> bool {
        let cursor = ledger.cursor(Feed::Changed(seen.side.other(), seen.kind));
        cursor.pass_before >= seen.first_seen + self.limits.settle
    }

    /// Whether a record names another one that is as new and will be created first: with the same passes, so this waits
    /// for no longer than they take. Otherwise it would be created without it, and written again.
    fn follows<L: Ledger>(&self, ledger: &L, map: &KindMap, seen: &Seen) -> bool {
        let across = seen.side.other();
        map.lines().iter().any(|line| {
            let Some(kind) = line.lookup.filter(|kind| *kind != seen.kind) else { return false };
            let id = seen.cell(line.id).and_then(|cell| cell.value.as_record());
            let named = id.and_then(|id| ledger.seen(seen.side, kind, id)).filter(|named| named.live);
            let (Some(named), Some(map)) = (named, self.map.kind(kind)) else { return false };
            map.create[across]
                && map.takes(&named)
                && ledger.link_of(seen.side, kind, named.id).is_none()
                && ledger.parked(seen.side, kind, named.id).is_none()
                && !self.looked_twice(ledger, &named)
        })
    }

    /// The intent to create the partner of a record.
    pub(super) fn create<L: Ledger>(
        &self,
        ledger: &L,
        side: Side,
        kind: Kind,
        id: RecordId,
        batch: &mut Batch,
    ) {
        let (Some(seen), Some(map)) = (ledger.seen(side, kind, id), self.map.kind(kind)) else { return };
        let mut fields = Vec::new();
        for cell in seen.cells.iter().filter(|cell| !cell.value.is_empty()) {
            let Some(line) = map.line(cell.field) else { continue };
            // A company that has no partner yet is left out; the field is filled in once it has one.
            let Some(to) = self.across(ledger, line, side, &cell.value) else { continue };
            let from = cell.value.clone();
            fields.push(Moved {
                field: cell.field,
                was: crate::sync::Value::Empty,
                to,
                from,
                why: Why::Created,
            });
        }
        let ids = Per::seen_from(side, id, RecordId::default());
        self.intend(kind, side.other(), None, ids, fields, batch);
    }
}

/// The record that this one was created from, or that was created from it.
fn marked<L: Ledger>(ledger: &L, seen: &Seen, batch: &Batch) -> Option<Partner> {
    let across = seen.side.other();
    let mut of_us = Vec::new();
    ledger.with_mark(across, seen.kind, seen.id, 2, &mut of_us);
    let named = seen.mark.filter(|id| ledger.seen(across, seen.kind, *id).is_some());
    of_us.extend(named);
    match of_us.as_slice() {
        [] => None,
        [one] if ledger.under_way(seen.kind, Work::Record(across, *one)) => Some(Partner::Later),
        // It may be dead by now: the link then says so, and nothing is made in its place.
        [one] if is_single(ledger, across, seen.kind, *one, batch) => Some(Partner::One(*one)),
        _ => Some(Partner::Several),
    }
}

/// Of a record that is alive.
fn is_free<L: Ledger>(ledger: &L, side: Side, kind: Kind, id: RecordId, batch: &Batch) -> bool {
    is_single(ledger, side, kind, id, batch) && !ledger.under_way(kind, Work::Record(side, id))
}

/// Whether a record has no partner, dead or alive.
fn is_single<L: Ledger>(ledger: &L, side: Side, kind: Kind, id: RecordId, batch: &Batch) -> bool {
    ledger.link_of(side, kind, id).is_none() && !batch.linked.contains(&(side, id))
}
