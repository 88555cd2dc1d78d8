//! Lost answers: whether a write happened is read from its target, once a late one has landed.

use crate::sync::{
    CallId, Kind, LinkId, Millis, Per, RecordId, Side, Value,
    ledger::{Base, Change, Entry, Intent, Ledger, Link, Moved, Seen, Stage as How, Why, Work},
    mapping::Line,
    mode::Mode,
    rules::{Rule, Rules},
};

use super::{
    Answer, Cause, Effect, Engine, Flow, Request, Row, Seek, Stage,
    ingest::{Ingest, Source},
    observe::Observing,
};

/// Which lost answers are being looked for.
#[derive(Debug, Default)]
pub(super) struct Lost {
    asked: Option<(CallId, Vec<Intent>)>,
}

impl<M: Mode, R: Rules> Engine<M, R> {
    pub(super) fn look_for_lost<L: Ledger>(&mut self, ledger: &L, lost: Lost, out: &mut Vec<Effect>) -> Flow {
        let Some((call, batch)) = lost.asked else { return self.ask_for_lost(ledger, out) };
        let side = batch[0].side;
        match self.answer(call) {
            None => Flow::Wait(Stage::Lost(Lost { asked: Some((call, batch)) })),
            Some(Answer::Rows { rows, .. }) => {
                let changes = self.found(ledger, &batch, &rows);
                for intent in batch.iter().filter(|intent| is_there(intent, &rows)) {
                    self.meter.wrote(side, intent.kind, intent.target.is_none());
                }
                self.commit(out, changes);
                Flow::On(Stage::Lost(Lost::default()))
            }
            Some(Answer::Busy { wait }) => self.interrupt(side, wait, out),
            Some(_) => self.interrupt(side, None, out),
        }
    }

    /// Asks for the first few that are alike and have rested.
    fn ask_for_lost<L: Ledger>(&mut self, ledger: &L, out: &mut Vec<Effect>) -> Flow {
        let mut due = Vec::new();
        ledger.intents(&mut due);
        due.retain(|intent| matches!(intent.stage, How::Lost { rest_until } if rest_until <= self.now));
        let Some(first) = due.first() else { return Flow::On(Stage::Observing(Observing::new(&self.map))) };
        let (side, kind, creates) = (first.side, first.kind, first.target.is_none());
        due.retain(|intent| (intent.side, intent.kind, intent.target.is_none()) == (side, kind, creates));
        due.truncate(if creates { self.limits.find[side] } else { self.limits.read[side] });
        let blind = if creates { Rule::FindAfterLost } else { Rule::ReadAfterLost };
        if !self.rules.on(blind) {
            self.commit(out, due.iter().map(|intent| Change::Resolve(intent.op)).collect());
            return Flow::On(Stage::Lost(Lost::default()));
        }
        let request = if creates {
            Request::Find { side, kind, seeks: due.iter().map(|intent| Seek::Mark(intent.source)).collect() }
        } else {
            Request::Read { side, kind, ids: due.iter().filter_map(|intent| intent.target).collect() }
        };
        let call = self.call(out, Cause::Lost, request);
        Flow::Wait(Stage::Lost(Lost { asked: Some((call, due)) }))
    }

    fn found<L: Ledger>(&self, ledger: &L, batch: &[Intent], rows: &[Row]) -> Vec<Change> {
        let mut changes = Vec::new();
        let (mut new_link, _) = ledger.next_ids();
        for intent in batch {
            let row = rows.iter().find(|row| match intent.target {
                Some(target) => row.id == target,
                None => row.mark == Some(intent.source),
            });
            changes.push(Change::Resolve(intent.op));
            let mut ingest =
                Ingest { ledger, rules: self.rules, map: &self.map, now: self.now, changes: &mut changes };
            match (intent.target, row) {
                (Some(_), Some(row)) => {
                    ingest.row(intent.side, intent.kind, row, Source::ById);
                    self.judge(ledger, intent, row, &mut changes);
                }
                // Gone, or of a create: never made. It is planned again from the start.
                (Some(target), None) => {
                    let at = self.now.div_euclid(1000) + self.ahead[intent.side];
                    ingest.gone(intent.side, intent.kind, target, at, Source::ById);
                    self.remember(ledger, intent, &mut changes);
                }
                (None, Some(row)) => {
                    ingest.row(intent.side, intent.kind, row, Source::Index);
                    let partner = ledger.link_of(intent.side, intent.kind, row.id);
                    if partner.is_none()
                        && ledger.link_of(intent.side.other(), intent.kind, intent.source).is_none()
                    {
                        adopt(intent, row.id, new_link, |moved| moved.to.clone(), self.now, &mut changes);
                        new_link.0 += 1;
                    }
                }
                (None, None) => {
                    changes
                        .push(Change::Dirty(intent.kind, Work::Record(intent.side.other(), intent.source)));
                }
            }
        }
        changes
    }

    /// The target is gone, and with it the answer to whether it was written.
    fn remember<L: Ledger>(&self, ledger: &L, intent: &Intent, changes: &mut Vec<Change>) {
        let Some(link) = intent.link.and_then(|id| ledger.link(id)) else { return };
        if self.rules.on(Rule::RememberTried) {
            let tried = intent.fields.iter().map(|moved| (intent.side, moved.clone()));
            changes.push(Change::Tried(link.id, link.tried.iter().cloned().chain(tried).collect()));
        }
    }

    /// A record is back of which it was not known whether it was written: its fields tell now.
    pub(super) fn judge_tried(&self, link: &Link, seen: &Per<&Seen>, changes: &mut Vec<Change>) {
        let Some(map) = self.map.kind(link.kind) else { return };
        for (side, moved) in &link.tried {
            let (Some(line), Some(cell)) = (map.line(moved.field), seen[*side].cell(moved.field)) else {
                continue;
            };
            if moved.why != Why::Undone && self.counts(line, moved, &cell.value) {
                changes.push(Change::Settle(link.id, sent(*side, moved)));
            }
        }
        changes.push(Change::Tried(link.id, Vec::new()));
    }

    /// Whether a write happened, as far as its field tells: what was sent is there, or a third value, which is then a
    /// person's; or what was there before, and it did not.
    fn counts(&self, line: &Line, moved: &Moved, found: &Value) -> bool {
        match (line.same(found, &moved.to), line.same(found, &moved.was)) {
            (true, _) => self.rules.on(Rule::RecoverByContent),
            (false, true) => false,
            (false, false) => self.rules.on(Rule::ThirdValue),
        }
    }

    /// Field by field, whether the write of an intent happened.
    fn judge<L: Ledger>(&self, ledger: &L, intent: &Intent, row: &Row, changes: &mut Vec<Change>) {
        let (Some(link), Some(map)) = (intent.link, self.map.kind(intent.kind)) else { return };
        let mut happened = false;
        for moved in &intent.fields {
            let (Some(line), Some(found)) = (map.line(moved.field), row.fields.get(moved.field)) else {
                continue;
            };
            happened |= !line.same(found, &moved.was);
            match self.counts(line, moved, found) {
                true if moved.why == Why::Undone => {
                    self.fulfilled(ledger, link, intent.side, moved, changes);
                }
                true => {
                    changes.push(Change::Settle(link, sent(intent.side, moved)));
                    if let Some(link) = ledger.link(link) {
                        self.warmed(&link, line, intent.side, moved, changes);
                    }
                }
                false => {}
            }
        }
        if !happened {
            changes.push(Change::Journal(Box::new(about_write(intent, self.now, Why::NotDone))));
        }
        changes.push(Change::Dirty(intent.kind, Work::Link(link)));
    }
}

/// Whether a write whose answer was lost shows in what its target has now.
fn is_there(intent: &Intent, rows: &[Row]) -> bool {
    rows.iter().any(|row| match intent.target {
        None => row.mark == Some(intent.source),
        Some(target) => {
            let has = |moved: &Moved| row.fields.get(moved.field) == Some(&moved.to);
            row.id == target && intent.fields.iter().any(has)
        }
    })
}

/// Links a record that we created to its source. `has` is what the record had of a field when it was made: what is
/// different by now is a person's change.
pub(super) fn adopt(
    intent: &Intent,
    id: RecordId,
    link: LinkId,
    has: impl Fn(&Moved) -> Value,
    now: Millis,
    changes: &mut Vec<Change>,
) {
    let ids = Per::seen_from(intent.side, id, intent.source);
    let base = |moved: &Moved| Base {
        field: moved.field,
        values: Per::seen_from(intent.side, has(moved), moved.from.clone()),
    };
    let bases = intent.fields.iter().map(base).collect();
    changes.push(Change::NewLink(Box::new(Link { bases, ..Link::new(link, intent.kind, ids) })));
    changes.push(Change::Dirty(intent.kind, Work::Link(link)));
    changes.push(Change::Journal(Box::new(created(intent, id, link, now))));
}

/// The lines of the journal for an intent, one a field.
pub(super) fn lines(intent: &Intent, at: Millis) -> impl Iterator<Item = Entry> {
    intent.fields.iter().map(move |moved| line_of(intent, moved, at))
}

fn line_of(intent: &Intent, moved: &Moved, at: Millis) -> Entry {
    Entry {
        field: Some(moved.field),
        old: moved.was.clone(),
        new: moved.to.clone(),
        other: moved.from.clone(),
        ..about_write(intent, at, moved.why)
    }
}

/// A line of the journal about a write as a whole. A create is told about its source.
pub(super) fn about_write(intent: &Intent, at: Millis, why: Why) -> Entry {
    let (side, record) = intent.target.map_or((intent.side.other(), intent.source), |id| (intent.side, id));
    Entry { op: Some(intent.op), ..record_entry(side, intent.kind, record, intent.link, at, why) }
}

/// The line of the journal for a record that was created.
pub(super) fn created(intent: &Intent, id: RecordId, link: LinkId, at: Millis) -> Entry {
    record_entry(intent.side, intent.kind, id, Some(link), at, Why::Created)
}

/// A line of the journal about a record as a whole.
pub(super) fn record_entry(
    side: Side,
    kind: Kind,
    record: RecordId,
    link: Option<LinkId>,
    at: Millis,
    why: Why,
) -> Entry {
    let nothing = Value::Empty;
    Entry {
        at,
        op: None,
        link,
        side,
        kind,
        record,
        field: None,
        old: nothing.clone(),
        new: nothing.clone(),
        other: nothing,
        why,
    }
}

/// The base of a field once what was sent is there.
fn sent(side: Side, moved: &Moved) -> Base {
    Base { field: moved.field, values: Per::seen_from(side, moved.to.clone(), moved.from.clone()) }
}
