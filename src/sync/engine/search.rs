//! Searching, just before creating: who is found is taken in, and only who is not is created.

use crate::sync::{
    CallId, Kind, RecordId, Side,
    ledger::Ledger,
    mapping::KindMap,
    mode::Mode,
    rules::{Rule, Rules},
};

use super::{
    Answer, Cause, Effect, Engine, Flow, Request, Row, Seek, Stage,
    ingest::{Ingest, Source},
    plan::{Batch, Planning},
};

/// Who is being searched for.
#[derive(Debug)]
pub(super) struct Searching {
    kind: Kind,
    lonely: Vec<(Side, RecordId)>,
    asked: Option<CallId>,
    then: Planning,
}

impl Searching {
    /// For records of one side.
    pub(super) fn new(kind: Kind, lonely: Vec<(Side, RecordId)>, then: Planning) -> Self {
        Self { kind, lonely, asked: None, then }
    }
}

impl<M: Mode, R: Rules> Engine<M, R> {
    pub(super) fn search<L: Ledger>(
        &mut self,
        ledger: &L,
        mut now: Searching,
        out: &mut Vec<Effect>,
    ) -> Flow {
        let Some(&(from, _)) = now.lonely.first() else { return Flow::On(Stage::Planning(now.then)) };
        let side = from.other();
        let answer = match now.asked {
            _ if !self.rules.on(Rule::SearchFirst) => {
                Some(Answer::Rows { rows: Vec::new(), more: false, date: 0 })
            }
            None => {
                let seeks = now
                    .lonely
                    .iter()
                    .flat_map(|&(from, id)| self.seeks(ledger, from, now.kind, id))
                    .collect();
                now.asked =
                    Some(self.call(out, Cause::Searches, Request::Find { side, kind: now.kind, seeks }));
                None
            }
            Some(call) => self.answer(call),
        };
        match answer {
            None => Flow::Wait(Stage::Searching(now)),
            Some(Answer::Rows { rows, .. }) => self.searched(ledger, now, rows, out),
            Some(Answer::Busy { wait }) => self.interrupt(side, wait, out),
            Some(_) => self.interrupt(side, None, out),
        }
    }

    /// Every match field of a record; our key, where it has none. A lost create is looked for by our key elsewhere.
    fn seeks<L: Ledger>(&self, ledger: &L, side: Side, kind: Kind, id: RecordId) -> Vec<Seek> {
        let mut seeks = Vec::new();
        if let (Some(seen), Some(map)) = (ledger.seen(side, kind, id), self.map.kind(kind)) {
            let keys = map.keys().filter_map(|line| Some((line, seen.cell(line.id)?)));
            seeks.extend(
                keys.filter_map(|(line, cell)| Some(Seek::Key(line.id, KindMap::key(line, &cell.value)?))),
            );
        }
        if seeks.is_empty() {
            seeks.push(Seek::Mark(id));
        }
        seeks
    }

    fn searched<L: Ledger>(
        &mut self,
        ledger: &L,
        now: Searching,
        rows: Vec<Row>,
        out: &mut Vec<Effect>,
    ) -> Flow {
        let Searching { kind, lonely, mut then, .. } = now;
        let (next_link, next_op) = ledger.next_ids();
        let mut batch = Batch { next_link, next_op, ..Batch::default() };
        for &(side, id) in &lonely {
            // A service's "equals" is not always exact, so what it found is compared again.
            if !self
                .seeks(ledger, side, kind, id)
                .iter()
                .any(|seek| rows.iter().any(|row| self.hits(kind, seek, row)))
            {
                self.create(ledger, side, kind, id, &mut batch);
            }
        }
        let side = lonely[0].0.other();
        let mut ingest =
            Ingest { ledger, rules: self.rules, map: &self.map, now: self.now, changes: &mut batch.changes };
        for row in rows {
            ingest.row(side, kind, &row, Source::Index);
        }
        then.waits = true;
        self.carry_out(kind, batch, then, out)
    }

    fn hits(&self, kind: Kind, seek: &Seek, row: &Row) -> bool {
        match seek {
            Seek::Mark(id) => row.mark == Some(*id),
            Seek::Key(field, key) => {
                let line = self.map.kind(kind).and_then(|map| map.line(*field));
                let key_of = |line| row.fields.get(*field).and_then(|value| KindMap::key(line, value));
                line.and_then(key_of).as_ref() == Some(key)
            }
        }
    }
}
