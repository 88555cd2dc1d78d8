//! Taking in what a service showed: by content, never by who wrote it or when we looked.

use crate::sync::{
    Kind, Millis, Per, RecordId, Seconds, Side, Value,
    ledger::{Base, Cell, Change, Ledger, LinkState, Seen, Work},
    mapping::{KindMap, Mapping},
    rules::{Rule, Rules},
};

use super::Row;

/// Where a row comes from, and so how far it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The database, as of the call.
    Direct,
    /// An index that may show an older version, and not always the same one.
    Index,
    /// A full listing: what it shows older than known is a doubt.
    Sweep,
    /// The database, as of a call that named the record: nothing is newer.
    ById,
}

impl Source {
    /// Of a list of changes: Desk's is its search.
    pub(super) const fn of_list(side: Side) -> Self {
        match side {
            Side::Bigin => Self::Direct,
            Side::Desk => Self::Index,
        }
    }
}

/// Takes rows in: compares with the ledger, collects what changes.
pub(super) struct Ingest<'a, L, R> {
    pub(super) ledger: &'a L,
    pub(super) rules: R,
    pub(super) map: &'a Mapping,
    pub(super) now: Millis,
    pub(super) changes: &'a mut Vec<Change>,
}

/// What a row is worth.
enum Worth {
    Nothing,
    Content,
    Doubt,
}

impl<L: Ledger, R: Rules> Ingest<'_, L, R> {
    /// Takes a row in.
    pub(super) fn row(&mut self, side: Side, kind: Kind, row: &Row, source: Source) {
        let Some(map) = self.map.kind(kind) else { return };
        let known = self.ledger.seen(side, kind, row.id);
        let Some(known) = known else {
            return self.new_record(side, kind, map, row);
        };
        let other = differs(self.rules, map, &known, row);
        // A field that was not mapped so far: there is nothing it could contradict.
        let untold =
            row.fields.iter().any(|(field, _)| map.line(field).is_some() && known.cell(field).is_none());
        match self.worth(&known, row, source, other, untold) {
            Worth::Nothing => {}
            Worth::Doubt => self.changes.push(Change::Doubt(side, kind, row.id, true)),
            Worth::Content => {
                let back = !known.live;
                let merged = merged(self.rules, map, &known, row);
                // One that was dead has the time of its death; what it had may be older than what was seen of it all the same.
                let older = known.cells.iter().any(|cell| cell.since > row.version);
                if row.version < known.version && (!back || older) && self.rules.on(Rule::RewindBase) {
                    self.rewind(map, &known, &merged);
                }
                if other || back || untold {
                    self.stir(map, &known, Some(&merged));
                    self.wake(side, kind, merged.id);
                }
                self.changes.push(Change::Seen(Box::new(merged)));
            }
        }
    }

    /// A restored service has what was agreed some time ago, as far as it differs: nobody changed it there, and what the
    /// other side has is newer.
    fn rewind(&mut self, map: &KindMap, known: &Seen, restored: &Seen) {
        let Some(link) = self.ledger.link_of(known.side, known.kind, known.id) else { return };
        for line in map.lines() {
            let (Some(was), Some(cell)) = (known.cell(line.id), restored.cell(line.id)) else { continue };
            if line.same(&was.value, &cell.value) {
                continue;
            }
            let across = match line.lookup {
                Some(kind) => self.partner_of(known.side, kind, &cell.value),
                None => line.across(known.side, &cell.value),
            };
            if let Some(theirs) = across {
                let values = Per::seen_from(known.side, cell.value.clone(), theirs);
                self.changes.push(Change::Settle(link, Base { field: line.id, values }));
            }
        }
    }

    fn partner_of(&self, side: Side, kind: Kind, value: &Value) -> Option<Value> {
        let Some(id) = value.as_record() else { return Some(Value::Empty) };
        let link = self.ledger.link(self.ledger.link_of(side, kind, id)?)?;
        Some(Value::Record(link.ids[side.other()]))
    }

    /// A record is gone, as of a moment of the service's clock.
    pub(super) fn gone(&mut self, side: Side, kind: Kind, id: RecordId, at: Seconds, source: Source) {
        let Some(known) = self.ledger.seen(side, kind, id).filter(|known| known.live) else { return };
        let proof = matches!(source, Source::Direct | Source::ById) || at > known.version;
        if !proof && self.rules.on(Rule::OldDeletion) {
            // Deleted and restored within one second, or restored since: the record itself knows.
            if at == known.version {
                self.changes.push(Change::Doubt(side, kind, id, true));
            }
            return;
        }
        if let Some(map) = self.map.kind(kind) {
            self.stir(map, &known, None);
        }
        let dead = Seen { live: false, version: at.max(known.version), ..known.into_owned() };
        self.changes.push(Change::Seen(Box::new(dead)));
        self.wake(side, kind, id);
    }

    fn worth(&self, known: &Seen, row: &Row, source: Source, other: bool, untold: bool) -> Worth {
        let direct = matches!(source, Source::Direct | Source::ById);
        if !known.live {
            if !self.rules.on(Rule::Revive) {
                return Worth::Nothing;
            }
            return if direct || row.version > known.version { Worth::Content } else { Worth::Doubt };
        }
        if row.version < known.version && self.rules.on(Rule::IgnoreOlder) {
            return match source {
                Source::Sweep if other || untold => Worth::Doubt,
                // Time went back: the service was restored from a backup.
                Source::ById if self.rules.on(Rule::OlderById) => Worth::Content,
                _ => Worth::Nothing,
            };
        }
        if row.version < known.version + 2 && !self.rules.on(Rule::NoEchoWindow) {
            return Worth::Nothing;
        }
        if row.version == known.version {
            return match (other, direct) {
                (false, _) if untold => Worth::Content,
                (false, _) => Worth::Nothing,
                _ if !self.rules.on(Rule::SameSecond) => Worth::Nothing,
                (true, true) => Worth::Content,
                (true, false) if !self.rules.on(Rule::ConfirmIndex) => Worth::Content,
                (true, false) => Worth::Doubt,
            };
        }
        Worth::Content
    }

    fn new_record(&mut self, side: Side, kind: Kind, map: &KindMap, row: &Row) {
        let cell = |(field, value): (_, &Value)| Cell { field, value: value.clone(), since: row.version };
        let seen = Seen {
            side,
            kind,
            id: row.id,
            version: row.version,
            live: true,
            first_seen: self.now,
            mark: row.mark,
            cells: row.fields.iter().filter(|(field, _)| map.line(*field).is_some()).map(cell).collect(),
        };
        self.wake(side, kind, row.id);
        self.changes.push(Change::Seen(Box::new(seen)));
    }

    /// What the record belongs to has to be planned; if it rests, it is tried again.
    fn wake(&mut self, side: Side, kind: Kind, id: RecordId) {
        let Some(link) = self.ledger.link_of(side, kind, id) else {
            self.changes.push(Change::Park(side, kind, id, None));
            self.changes.push(Change::Dirty(kind, Work::Record(side, id)));
            return;
        };
        if self.ledger.link(link).is_some_and(|link| matches!(link.state, LinkState::Refused { .. })) {
            self.changes.push(Change::State(link, LinkState::Active));
        }
        self.changes.push(Change::Dirty(kind, Work::Link(link)));
    }

    /// A match field lost a value, or a record with it is gone: what rests because of that value is looked at again.
    fn stir(&mut self, map: &KindMap, known: &Seen, becomes: Option<&Seen>) {
        let mut same_key = Vec::new();
        for line in map.keys() {
            let Some(cell) = known.cell(line.id) else { continue };
            let kept = becomes
                .and_then(|seen| seen.cell(line.id))
                .is_some_and(|new| line.same(&new.value, &cell.value));
            let Some(key) = KindMap::key(line, &cell.value).filter(|_| !kept) else { continue };
            for side in Side::BOTH {
                same_key.clear();
                self.ledger.with_key(side, known.kind, line.id, &key, STIRRED, &mut same_key);
                for &id in &same_key {
                    if self.ledger.parked(side, known.kind, id).is_some() {
                        self.wake(side, known.kind, id);
                    }
                }
            }
        }
    }
}

/// How many records with one key are looked at again at most; more than a few are ambiguous anyway.
const STIRRED: usize = 8;

/// Whether the row says something else than what is known, beyond spelling.
fn differs(rules: impl Rules, map: &KindMap, known: &Seen, row: &Row) -> bool {
    (row.mark.is_some() && row.mark != known.mark)
        || row.fields.iter().any(|(field, value)| {
            let Some(line) = map.line(field) else { return false };
            known.cell(field).is_some_and(|cell| !alike(rules, line, &cell.value, value))
        })
}

/// What is known after the row.
pub(super) fn merged(rules: impl Rules, map: &KindMap, known: &Seen, row: &Row) -> Seen {
    let mut seen = Seen { version: row.version, live: true, mark: row.mark.or(known.mark), ..known.clone() };
    for (field, value) in row.fields.iter() {
        let Some(line) = map.line(field) else { continue };
        let kept = known.cell(field).filter(|cell| alike(rules, line, &cell.value, value));
        let since = kept.map_or(row.version, |cell| cell.since);
        seen.set(Cell { field, value: value.clone(), since });
    }
    seen
}

fn alike(rules: impl Rules, line: &crate::sync::mapping::Line, a: &Value, b: &Value) -> bool {
    if rules.on(Rule::Canonical) { line.same(a, b) } else { a == b }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::{
        Fields,
        ledger::{Memory, Txn},
        rules::{All, AllBut},
    };

    /// What is changed by the news that a record modified at second 10 was deleted at `at`.
    fn deleted(at: Seconds, rules: impl Rules) -> Vec<Change> {
        let map = Mapping::new(1).with(Kind::Contact, KindMap::new(Vec::new()));
        let mut ledger = Memory::new(&map);
        let mut changes = Vec::new();
        let row = Row { id: RecordId(1), version: 10, mark: None, fields: Fields::new() };
        Ingest { ledger: &ledger, rules: All, map: &map, now: 0, changes: &mut changes }.row(
            Side::Bigin,
            Kind::Contact,
            &row,
            Source::Direct,
        );
        ledger
            .apply(Txn { epoch: None, lease: None, changes: std::mem::take(&mut changes) })
            .expect("it is ours");
        Ingest { ledger: &ledger, rules, map: &map, now: 0, changes: &mut changes }.gone(
            Side::Bigin,
            Kind::Contact,
            RecordId(1),
            at,
            Source::Index,
        );
        changes
    }

    #[test]
    fn an_old_deletion_does_not_kill_what_was_restored_since() {
        assert_eq!(deleted(9, All), []);
        assert!(matches!(deleted(10, All)[..], [Change::Doubt(_, _, _, true)]), "the record itself knows");
        let kills = |changes: &[Change]| {
            changes.iter().any(|change| matches!(change, Change::Seen(seen) if !seen.live))
        };
        assert!(kills(&deleted(11, All)));
        assert!(kills(&deleted(9, AllBut(&[Rule::OldDeletion]))), "the mutant believes it");
    }
}
