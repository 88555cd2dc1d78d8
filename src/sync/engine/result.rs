//! The result of a write: what the target has now, the bases, the end of the intent and the journal, in one transaction.

use crate::sync::{
    Fields, LinkId, Per, RecordId, Seconds, Side,
    ledger::{
        Base, Cell, Change, Intent, Ledger, LinkState, Moved, Parked, Reason, Seen, Stage as How, Why, Work,
    },
    mode::Mode,
    rules::{Rule, Rules},
};

use super::{
    Answer, Engine, Outcome, Row,
    ingest::{Ingest, Source, merged},
    lost::{about_write, adopt},
};

impl<M: Mode, R: Rules> Engine<M, R> {
    /// What an answer to a write changes.
    pub(super) fn result<L: Ledger>(&self, ledger: &L, intents: &[Intent], answer: Answer) -> Vec<Change> {
        let mut changes = Vec::new();
        match answer {
            Answer::Written(outcomes) => {
                let (mut new_link, _) = ledger.next_ids();
                let mut outcomes = outcomes.into_iter();
                for intent in intents {
                    match outcomes.next() {
                        Some(Outcome::Done { id, version, fields }) => {
                            let row =
                                Row { id, version, mark: None, fields: fields.unwrap_or_else(Fields::new) };
                            if intent.link.is_some() {
                                self.updated(ledger, intent, &row, &mut changes);
                            } else {
                                self.created(ledger, intent, &row, new_link, &mut changes);
                                new_link.0 += 1;
                            }
                        }
                        Some(Outcome::Refused(words)) => {
                            self.turned_down(ledger, intent, words, &mut changes);
                        }
                        Some(Outcome::Missing) => self.missing(ledger, intent, &mut changes),
                        None if self.rules.on(Rule::ShortAnswer) => self.lost(intent, &mut changes),
                        None => changes.push(Change::Resolve(intent.op)),
                    }
                }
            }
            // Nothing was done: the work stays on the list, and so does what is to be created.
            Answer::Busy { .. } => changes.extend(intents.iter().map(|intent| Change::Resolve(intent.op))),
            Answer::Denied(words) => {
                for intent in intents {
                    self.turned_down(ledger, intent, words.clone(), &mut changes);
                }
            }
            Answer::Lost | Answer::Rows { .. } | Answer::Gone { .. } => {
                for intent in intents {
                    self.lost(intent, &mut changes);
                }
            }
        }
        changes
    }

    /// The link stays on the work list: looking at it once more shows that nothing is left, or what somebody else did.
    fn updated<L: Ledger>(&self, ledger: &L, intent: &Intent, row: &Row, changes: &mut Vec<Change>) {
        let (Some(link), Some(map)) = (intent.link, self.map.kind(intent.kind)) else { return };
        let Some(known) = ledger.seen(intent.side, intent.kind, row.id) else { return };
        changes.push(Change::Resolve(intent.op));
        let version = row.version;
        let told = &row.fields;
        let mut seen = merged(self.rules, map, &known, row);
        for moved in &intent.fields {
            let returned =
                told.get(moved.field).filter(|_| self.rules.on(Rule::KeepReturned)).unwrap_or(&moved.to);
            seen.set(Cell { field: moved.field, value: returned.clone(), since: version });
            if moved.why == Why::Undone {
                // The base stays: what is back counts as typed by a person, and goes across from here.
                self.fulfilled(ledger, link, intent.side, moved, changes);
                continue;
            }
            let values = Per::seen_from(intent.side, returned.clone(), moved.from.clone());
            changes.push(Change::Settle(link, Base { field: moved.field, values }));
            if let (Some(line), Some(link)) = (map.line(moved.field), ledger.link(link)) {
                self.warmed(&link, line, intent.side, moved, changes);
            }
        }
        changes.push(Change::Seen(Box::new(seen)));
    }

    /// A write was taken back. Where the other side may not follow, the field is kept as it is from now on.
    pub(super) fn fulfilled<L: Ledger>(
        &self,
        ledger: &L,
        link: LinkId,
        side: Side,
        moved: &Moved,
        changes: &mut Vec<Change>,
    ) {
        let Some(found) = ledger.link(link) else { return };
        let mut wishes = found.wishes.clone();
        // Several fields of one write are taken back in one transaction.
        for change in changes.iter() {
            if let Change::Wishes(other, left) = change
                && *other == link
            {
                wishes.clone_from(left);
            }
        }
        // A person may have wanted this very write undone while nobody knew whether it had arrived: that still counts.
        wishes.retain(|wish| (wish.side, wish.field, &wish.to) != (side, moved.field, &moved.to));
        changes.push(Change::Wishes(link, wishes));
        if self.mode.pen(side.other()).is_none() {
            changes.push(Change::Pin(link, Some(moved.field), true));
        }
    }

    fn created<L: Ledger>(
        &self,
        ledger: &L,
        intent: &Intent,
        row: &Row,
        link: LinkId,
        changes: &mut Vec<Change>,
    ) {
        let id = row.id;
        let seen = self.newborn(intent, row);
        changes.push(Change::Resolve(intent.op));
        if ledger.link_of(intent.side.other(), intent.kind, intent.source).is_none() {
            let returned =
                |moved: &Moved| seen.cell(moved.field).map_or(&moved.to, |cell| &cell.value).clone();
            adopt(intent, id, link, returned, self.now, changes);
        }
        changes.push(Change::Seen(Box::new(seen)));
        changes.push(Change::Clean(intent.kind, Work::Record(intent.side.other(), intent.source)));
    }

    /// The record that was just created, as far as the service told; what it did not tell and was not sent is empty.
    fn newborn(&self, intent: &Intent, row: &Row) -> Seen {
        let lines = self.map.kind(intent.kind).map_or(&[][..], |map| map.lines());
        let cell = |line: &crate::sync::mapping::Line| {
            let sent = intent.fields.iter().find(|moved| moved.field == line.id).map(|moved| &moved.to);
            let value = row.fields.get(line.id).or(sent).cloned().unwrap_or_default();
            Cell { field: line.id, value, since: row.version }
        };
        Seen {
            side: intent.side,
            kind: intent.kind,
            id: row.id,
            version: row.version,
            live: true,
            first_seen: self.now,
            mark: Some(intent.source),
            cells: lines.iter().map(cell).collect(),
        }
    }

    fn turned_down<L: Ledger>(&self, ledger: &L, intent: &Intent, words: String, changes: &mut Vec<Change>) {
        changes.push(Change::Resolve(intent.op));
        if !self.rules.on(Rule::Quarantine) {
            return;
        }
        changes.push(Change::Journal(Box::new(about_write(intent, self.now, Why::Refused))));
        if let Some(link) = intent.link {
            changes.push(Change::Wishes(link, Vec::new()));
            changes.push(Change::State(link, LinkState::Refused { side: intent.side, words }));
            changes.push(Change::Clean(intent.kind, Work::Link(link)));
            return;
        }
        let from = intent.side.other();
        let version = ledger.seen(from, intent.kind, intent.source).map_or(Seconds::MAX, |seen| seen.version);
        let parked = Parked { reason: Reason::Refused(words), version };
        changes.push(Change::Park(from, intent.kind, intent.source, Some(parked)));
        changes.push(Change::Clean(intent.kind, Work::Record(from, intent.source)));
    }

    /// The target is not there: that is evidence.
    fn missing<L: Ledger>(&self, ledger: &L, intent: &Intent, changes: &mut Vec<Change>) {
        changes.push(Change::Resolve(intent.op));
        let Some(target): Option<RecordId> = intent.target else { return };
        let at = self.now.div_euclid(1000) + self.ahead[intent.side];
        let mut ingest = Ingest { ledger, rules: self.rules, map: &self.map, now: self.now, changes };
        ingest.gone(intent.side, intent.kind, target, at, Source::Direct);
    }

    fn lost(&self, intent: &Intent, changes: &mut Vec<Change>) {
        changes.push(Change::Stage(intent.op, How::Lost { rest_until: self.rest_until(intent.sent) }));
    }
}
