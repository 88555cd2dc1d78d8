//! Planning: the work list in order, companies first, a handful at a time. What is decided here is committed before a
//! call leaves; what stays undecided stays on the list.

use crate::sync::{
    Kind, Millis, RecordId, Side,
    ledger::{Brake, Change, Entry, Intent, Ledger, Why, Work},
    mapping::Mapping,
    mode::Mode,
    rules::{Rule, Rules},
};

use super::{
    Effect, Engine, Flow, Limits, Notice, Stage, call::credits_of, lost::lines, search::Searching,
    write::Writing,
};

/// How often a kind is gone through in one cycle at most.
const ROUNDS: u8 = 4;

/// How far this cycle's planning is.
#[derive(Debug)]
pub(super) struct Planning {
    kinds: Vec<Kind>,
    at: usize,
    after: Option<Work>,
    /// How often this kind was gone through.
    round: u8,
    /// Whether what was done calls for going through this kind again.
    pub(super) again: bool,
    pub(super) wrote: bool,
    pub(super) waits: bool,
}

impl Planning {
    pub(super) fn new(map: &Mapping) -> Self {
        Self {
            kinds: map.kinds().collect(),
            at: 0,
            after: None,
            round: 0,
            again: false,
            wrote: false,
            waits: false,
        }
    }
}

/// What a handful of work came to.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Changes of the ledger alone.
    pub(super) changes: Vec<Change>,
    /// Writes.
    pub(super) intents: Vec<Intent>,
    /// Records to be created, if a search does not find them: all of one side.
    pub(super) lonely: Vec<(Side, RecordId)>,
    /// Records that were linked in this batch and are no work of their own any more.
    pub(super) linked: Vec<(Side, RecordId)>,
    /// The next numbers.
    pub(super) next_link: crate::sync::LinkId,
    pub(super) next_op: crate::sync::OpId,
    /// Whether something waits.
    pub(super) waits: bool,
    /// Whether this kind has to be gone through once more.
    pub(super) again: bool,
}

impl<M: Mode, R: Rules> Engine<M, R> {
    pub(super) fn plan<L: Ledger>(&mut self, ledger: &L, mut now: Planning, out: &mut Vec<Effect>) -> Flow {
        let Some(&kind) = now.kinds.get(now.at) else { return self.end(ledger, &now, out) };
        let mut works = Vec::new();
        ledger.work(kind, now.after, self.limits.plan, &mut works);
        if works.is_empty() {
            // A link that was made or written is looked at once more; if all is well, that ends its work.
            if now.again && now.round < ROUNDS {
                now.round += 1;
            } else {
                now.at += 1;
                now.round = 0;
            }
            now.again = false;
            now.after = None;
            return Flow::On(Stage::Planning(now));
        }
        let (next_link, next_op) = ledger.next_ids();
        let mut batch = Batch { next_link, next_op, ..Batch::default() };
        for work in works {
            if self.is_full(kind, &batch, work) {
                break;
            }
            now.after = Some(work);
            match work {
                Work::Link(link) => self.plan_link(ledger, link, &mut batch),
                Work::Record(side, id) => self.plan_record(ledger, side, kind, id, &mut batch),
            }
        }
        now.waits |= batch.waits;
        now.again |= batch.again || !batch.linked.is_empty();
        self.carry_out(kind, batch, now, out)
    }

    /// A batch ends when a side has all it can take at once, and where searching for one side begins.
    fn is_full(&self, _: Kind, batch: &Batch, next: Work) -> bool {
        let room = |side: Side| self.limits.batch[side] * self.limits.flight[side];
        let of = |side: Side| batch.intents.iter().filter(|intent| intent.side == side).count();
        if Side::BOTH.into_iter().any(|side| of(side) >= room(side)) {
            return true;
        }
        let Some(&(side, _)) = batch.lonely.first() else { return false };
        let other_side = matches!(next, Work::Record(next, _) if next != side);
        other_side || batch.lonely.len() >= self.limits.find[side.other()]
    }

    /// Commits what the batch decided; then searches or writes, and comes back for the next.
    pub(super) fn carry_out(
        &mut self,
        kind: Kind,
        mut batch: Batch,
        now: Planning,
        out: &mut Vec<Effect>,
    ) -> Flow {
        let mut changes = batch.changes;
        let mut intents = std::mem::take(&mut batch.intents);
        if let Some(approved) = &mut self.approved
            && self.rules.on(Rule::PlanOnly)
        {
            intents.retain(|intent| approved.allows(intent));
        }
        // No write is begun that the budget has no room for.
        let short = Side::BOTH.into_iter().find_map(|side| {
            let records = intents.iter().filter(|intent| intent.side == side).count();
            let credits = if side == Side::Bigin {
                2 + credits_of(side, records)
            } else {
                u32::try_from(records).ok()?
            };
            (records > 0 && !self.affords(side, credits)).then_some((side, credits))
        });
        if let Some((side, credits)) = short {
            intents.clear();
            batch.lonely.clear();
            self.hold_back(side, credits, changes, out);
            return Flow::Wait(Stage::Asleep);
        }
        if !self.rules.on(Rule::DequeueLast) {
            let works = intents.iter().filter_map(|intent| intent.link);
            changes.extend(works.map(|link| Change::Clean(kind, Work::Link(link))));
        }
        if !self.rules.on(Rule::BaseOnResult) {
            changes.extend(intents.iter().flat_map(super::write::bases));
        }
        for intent in &intents {
            let told = |entry: &Entry| entry.why != Why::Conflict || self.rules.on(Rule::JournalConflict);
            let told = lines(intent, self.now).filter(told).map(|entry| Change::Journal(Box::new(entry)));
            changes.extend(told);
            changes.push(Change::Intend(Box::new(intent.clone())));
        }
        if !changes.is_empty() {
            self.commit(out, changes);
        }
        if !intents.is_empty() {
            return Flow::On(Stage::Writing(Writing::new(
                kind,
                intents,
                batch.lonely,
                now,
                self.limits.batch,
            )));
        }
        if batch.lonely.is_empty() {
            return Flow::On(Stage::Planning(now));
        }
        Flow::On(Stage::Searching(Searching::new(kind, batch.lonely, now)))
    }

    /// What was decided without writing is kept; the rest is planned again when the budget has room.
    fn hold_back(&mut self, side: Side, credits: u32, changes: Vec<Change>, out: &mut Vec<Effect>) {
        if !changes.is_empty() {
            self.commit(out, changes);
        }
        self.pause(side, credits, out);
    }

    fn end<L: Ledger>(&mut self, ledger: &L, now: &Planning, out: &mut Vec<Effect>) -> Flow {
        self.interrupted = 0;
        let rested = ledger.rested();
        let waits = now.waits || rested.is_some();
        if std::mem::take(&mut self.released) {
            self.commit(out, vec![Change::Brake(Brake::Off)]);
        }
        out.push(Effect::Tell(Notice::CycleDone { wrote: now.wrote, waits }));
        out.push(Effect::Sleep(self.next_cycle(now, rested)));
        Flow::Wait(Stage::Asleep)
    }

    /// When to look again. What waits for a pass is looked at soon, and ever later while nothing comes of it: a company
    /// that nobody may create must not cost calls for ever. A lost answer is looked for when it has rested, not before.
    fn next_cycle(&mut self, now: &Planning, rested: Option<Millis>) -> Millis {
        let Limits { soon, poll, .. } = self.limits;
        if now.wrote {
            self.waited = 0;
            return self.now + soon;
        }
        self.waited = if now.waits { self.waited + 1 } else { 0 };
        let doubled = soon << self.waited.saturating_sub(2).min(16);
        let wait = if now.waits { doubled.min(poll) } else { poll };
        let at = self.now + wait;
        rested.map_or(at, |rested| at.min(rested.max(self.now + soon)))
    }
}
