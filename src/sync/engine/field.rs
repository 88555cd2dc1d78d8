//! Planning the fields of a link that is worked: what is written, held, settled or kept.

use crate::sync::{
    Per, Side, Value,
    ledger::{Base, Cause, Cell, Change, Entry, Heat, Held, Ledger, Link, Moved, Seen, Why, Work},
    mapping::{Flow, Line},
    mode::Mode,
    rules::{Rule, Rules},
};

use super::{
    Engine,
    lost::record_entry,
    merge::{Against, Verdict},
    plan::Batch,
};

impl<M: Mode, R: Rules> Engine<M, R> {
    pub(super) fn plan_fields<L: Ledger>(
        &self,
        ledger: &L,
        link: &Link,
        seen: &Per<&Seen>,
        batch: &mut Batch,
    ) {
        let Some(map) = self.map.kind(link.kind) else { return };
        let mut moved = self.undo(link, map.lines(), seen, batch);
        let undone = |line: &Line| link.wishes.iter().any(|wish| wish.field == line.id);
        let mut waits = false;
        for line in map.lines() {
            let (Some(bigin), Some(desk)) = (seen.bigin.cell(line.id), seen.desk.cell(line.id)) else {
                continue;
            };
            if undone(line) || (link.pinned(line.id) && self.rules.on(Rule::Pins)) {
                continue;
            }
            let now = Per { bigin, desk };
            match self.plan_field(ledger, link, line, now, batch) {
                Verdict::Nothing | Verdict::Settle | Verdict::Hold | Verdict::Stop => {}
                Verdict::Wait => waits = true,
                Verdict::Write { from, to, against } => {
                    let (was, why) = (now[from.other()].value.clone(), why(against));
                    let from_value = now[from].value.clone();
                    moved[from.other()].push(Moved { field: line.id, was, to, from: from_value, why });
                }
            }
        }
        self.fill_up(seen, &mut moved);
        let writes = !moved.bigin.is_empty() || !moved.desk.is_empty();
        for target in Side::BOTH {
            let fields = std::mem::take(&mut moved[target]);
            if !fields.is_empty() {
                self.intend(link.kind, target, Some(link.id), link.ids, fields, batch);
            }
        }
        // A link that waits stays on the list; one that is written leaves it with its result.
        batch.waits |= waits;
        // One of which something was to be undone is looked at once more.
        if !waits && !writes && link.wishes.is_empty() {
            batch.changes.push(Change::Clean(link.kind, Work::Link(link.id)));
        }
    }

    /// One field: what is held, settled or over is said at once, what is to be written is told.
    fn plan_field<L: Ledger>(
        &self,
        ledger: &L,
        link: &Link,
        line: &Line,
        now: Per<&Cell>,
        batch: &mut Batch,
    ) -> Verdict {
        let held = link.held(line.id);
        let merged = self.judge_field(ledger, line, now, link.base(line.id), held);
        let verdict = self.unless_turning(ledger, link, line, now, merged);
        let same = |held: &Held| shown(line, held, now) && held.cause == Cause::Conflict;
        let still_held = matches!(verdict, Verdict::Hold | Verdict::Stop)
            || (verdict == Verdict::Nothing && held.is_some_and(same));
        if held.is_some() && !still_held && !matches!(verdict, Verdict::Write { .. }) {
            batch.changes.push(Change::Hold(link.id, line.id, None));
        }
        let values = || Per { bigin: now.bigin.value.clone(), desk: now.desk.value.clone() };
        match verdict {
            Verdict::Settle if self.rules.on(Rule::EqualChanges) => {
                batch.changes.push(Change::Settle(link.id, Base { field: line.id, values: values() }));
            }
            Verdict::Hold => self.hold(link, line, now, Cause::Conflict, batch),
            Verdict::Stop if held.is_none_or(|held| !shown(line, held, now)) => {
                self.hold(link, line, now, Cause::Turning, batch);
            }
            _ => {}
        }
        verdict
    }

    /// Once a field was turned over too often it is stopped: nothing is written until both sides agree, or a person says
    /// whose value shall stand.
    fn unless_turning<L: Ledger>(
        &self,
        ledger: &L,
        link: &Link,
        line: &Line,
        now: Per<&Cell>,
        verdict: Verdict,
    ) -> Verdict {
        let stopped = link.held(line.id).filter(|held| held.cause == Cause::Turning);
        let hot = || {
            let heat = link.heat(line.id);
            heat.is_some_and(|heat| {
                heat.turns >= self.limits.flips && self.now - heat.since < self.limits.flip_window
            })
        };
        match (&verdict, stopped) {
            _ if !self.rules.on(Rule::Breaker) => verdict,
            (Verdict::Settle, _) => verdict,
            (_, Some(held)) => {
                let across = |side: Side| self.across(ledger, line, side, &now[side].value);
                let agree = across(Side::Bigin).is_some_and(|value| line.same(&value, &now.desk.value));
                match held.decision.filter(|_| shown(line, held, now)) {
                    _ if agree => verdict,
                    // Who may not be written keeps what it has: it stays as it is.
                    Some(decision) if !self.may_write(line, decision.winner.other()) => Verdict::Stop,
                    Some(decision) => {
                        let (from, against) = (decision.winner, Against::Decision);
                        across(from).map_or(Verdict::Wait, |to| Verdict::Write { from, to, against })
                    }
                    None => Verdict::Stop,
                }
            }
            (Verdict::Write { against, .. }, None) if *against != Against::Decision && hot() => Verdict::Stop,
            _ => verdict,
        }
    }

    fn may_write(&self, line: &Line, target: Side) -> bool {
        let flows = match line.flow {
            Flow::Both => true,
            Flow::To(side) => side == target,
            Flow::Off => false,
        };
        flows && self.mode.pen(target).is_some()
    }

    /// What a write that is confirmed says about its field: how warm it is; a person's word was carried out, once.
    pub(super) fn warmed(
        &self,
        link: &Link,
        line: &Line,
        side: Side,
        moved: &Moved,
        changes: &mut Vec<Change>,
    ) {
        let decided = moved.why == Why::Decided;
        if decided {
            changes.push(Change::Hold(link.id, line.id, None));
        }
        let before = link.heat(line.id).filter(|heat| self.now - heat.since < self.limits.flip_window);
        let turn = before.is_some_and(|heat| heat.side != side || line.same(&heat.to, &moved.to));
        let (turns, since) = before.map_or((0, self.now), |heat| (heat.turns, heat.since));
        let turns = if decided { 0 } else { turns.saturating_add(u8::from(turn)) };
        changes
            .push(Change::Warm(link.id, Heat { field: line.id, turns, since, side, to: moved.to.clone() }));
    }

    /// The writes that take others back. Where something else stands by now, that is said and nothing is done.
    fn undo(&self, link: &Link, lines: &[Line], seen: &Per<&Seen>, batch: &mut Batch) -> Per<Vec<Moved>> {
        let mut moved: Per<Vec<Moved>> = Per::default();
        let mut left = link.wishes.clone();
        for wish in &link.wishes {
            let line = lines.iter().find(|line| line.id == wish.field);
            let cells = Per::of(|side| seen[side].cell(wish.field));
            let stands = |line: &Line, mine: &Cell| {
                (line.same(&mine.value, &wish.was) || !self.rules.on(Rule::UndoGuard))
                    && !line.same(&mine.value, &wish.to)
                    && !link.pinned(wish.field)
                    && self.mode.pen(wish.side).is_some()
            };
            if let (Some(line), Some(mine), Some(theirs)) = (line, cells[wish.side], cells[wish.side.other()])
                && stands(line, mine)
            {
                let (was, to, from) = (mine.value.clone(), wish.to.clone(), theirs.value.clone());
                moved[wish.side].push(Moved { field: wish.field, was, to, from, why: Why::Undone });
                continue;
            }
            let there = cells[wish.side].map_or(Value::Empty, |cell| cell.value.clone());
            left.retain(|other| other != wish);
            let about = record_entry(
                wish.side,
                link.kind,
                link.ids[wish.side],
                Some(link.id),
                self.now,
                Why::NotUndone,
            );
            let (old, new, other) = (wish.was.clone(), wish.to.clone(), there);
            batch.changes.push(Change::Journal(Box::new(Entry {
                field: Some(wish.field),
                old,
                new,
                other,
                ..about
            })));
        }
        if left.len() < link.wishes.len() {
            batch.changes.push(Change::Wishes(link.id, left));
            batch.again = true;
        }
        moved
    }

    fn hold(&self, link: &Link, line: &Line, now: Per<&Cell>, cause: Cause, batch: &mut Batch) {
        let values = Per { bigin: now.bigin.value.clone(), desk: now.desk.value.clone() };
        let held = Held { field: line.id, values, decision: None, cause };
        batch.changes.push(Change::Hold(link.id, line.id, Some(held)));
        let why = match cause {
            Cause::Conflict => Why::Held,
            Cause::Turning => Why::Turning,
        };
        let about = record_entry(Side::Desk, link.kind, link.ids.desk, Some(link.id), self.now, why);
        let base = link.base(line.id).map_or(Value::Empty, |base| base.values.desk.clone());
        let (new, other) = (now.desk.value.clone(), now.bigin.value.clone());
        let entry = Entry { field: Some(line.id), old: base, new, other, ..about };
        batch.changes.push(Change::Journal(Box::new(entry)));
    }
}

/// Whether both sides have what was shown when the field was held.
fn shown(line: &Line, held: &Held, now: Per<&Cell>) -> bool {
    Side::BOTH.into_iter().all(|side| line.same(&held.values[side], &now[side].value))
}

/// The word of the journal for a write.
const fn why(against: Against) -> Why {
    match against {
        Against::Base => Why::Changed,
        Against::Empty => Why::FilledIn,
        Against::Change => Why::Conflict,
        Against::Decision => Why::Decided,
    }
}
