//! A service that keeps nothing but what was changed: what was there from the beginning is made up when it is asked for,
//! so that the memory in use is the core's.

use std::collections::BTreeMap;

use balcao::sync::{
    FieldId, Kind, RecordId, Seconds, Side, Value,
    engine::{Answer, GoneRow, Outcome, Request, Row, Seek, WriteRow},
};

/// The match field, an e-mail.
pub const KEY: FieldId = FieldId(0);
/// How many fields a record has.
pub const FIELDS: u16 = 12;
/// Everything there from the beginning is as old as this, so many records a second.
const FIRST: Seconds = 1_600_000_000;
const A_SECOND: usize = 50;

/// A service with contacts.
#[derive(Debug)]
pub struct Service {
    side: Side,
    /// How many are there from the beginning.
    many: usize,
    /// By number: what was changed or added.
    changed: BTreeMap<u64, Row>,
    gone: Vec<GoneRow>,
    pub now: Seconds,
    next: u64,
    pub writes: usize,
}

impl Service {
    pub fn new(side: Side, many: usize) -> Self {
        let (changed, gone) = (BTreeMap::new(), Vec::new());
        Self { side, many, changed, gone, now: FIRST + 10_000_000, next: many as u64 + 1, writes: 0 }
    }

    /// A record as it was in the beginning.
    fn first(&self, number: u64) -> Row {
        let words = [
            "Ana Gonçalves de Oliveira",
            "+55 11 4002-8922",
            "Avenida Paulista 1578, conjunto 12",
            "São Paulo",
        ];
        let fields = (0..FIELDS).map(|field| {
            let text = if field == KEY.0 {
                format!("ana.{number}@example.com")
            } else {
                format!("{} {number}", words[usize::from(field) % words.len()])
            };
            (FieldId(field), Value::text(&text))
        });
        let version = FIRST + (number as usize / A_SECOND) as Seconds;
        Row { id: self.id(number), version, mark: None, fields: fields.collect() }
    }

    /// Ids as long as real ones.
    fn id(&self, number: u64) -> RecordId {
        let first =
            if self.side == Side::Bigin { 4_876_000_000_000_000_000 } else { 1_892_000_000_000_000_000 };
        RecordId(first + number)
    }

    fn number(&self, id: RecordId) -> u64 {
        id.0 - self.id(0).0
    }

    fn row(&self, id: RecordId) -> Option<Row> {
        let number = self.number(id);
        let dead = self.gone.iter().any(|gone| gone.id == id);
        (!dead).then(|| self.changed.get(&number).cloned().unwrap_or_else(|| self.first(number)))
    }

    /// Somebody writes into a field.
    pub fn edit(&mut self, number: u64, text: &str) {
        let Some(mut row) = self.row(self.id(number)) else { return };
        row.version = self.now;
        row.fields.set(FieldId(1), Value::text(text));
        self.changed.insert(number, row);
    }

    /// Somebody adds a record.
    pub fn add(&mut self) {
        let number = self.next;
        self.next += 1;
        let row = Row { version: self.now, ..self.first(number + 1_000_000 * (1 + self.side as u64)) };
        self.changed.insert(number, Row { id: self.id(number), ..row });
    }

    /// Somebody deletes a record.
    pub fn delete(&mut self, number: u64) {
        self.gone.push(GoneRow { kind: Some(Kind::Contact), id: self.id(number), at: self.now });
    }

    /// Answers.
    pub fn answer(&mut self, request: Request) -> Answer {
        let date = self.now;
        match request {
            Request::List { from, skip, limit, .. } => {
                let (rows, more) = self.list(from, skip as usize, limit as usize);
                Answer::Rows { rows, more, date }
            }
            Request::Gone { skip, limit, .. } => {
                let newest = self.gone.iter().rev().skip(skip as usize);
                let rows = newest.clone().take(limit as usize).copied().collect();
                Answer::Gone { rows, more: newest.count() > limit as usize, date }
            }
            Request::Read { ids, .. } => {
                Answer::Rows { rows: ids.iter().filter_map(|id| self.row(*id)).collect(), more: false, date }
            }
            Request::Find { seeks, .. } => {
                let hit = |row: &&Row| {
                    seeks.iter().any(|seek| match seek {
                        Seek::Mark(id) => row.mark == Some(*id),
                        Seek::Key(field, value) => row.fields.get(*field) == Some(value),
                    })
                };
                Answer::Rows { rows: self.changed.values().filter(hit).cloned().collect(), more: false, date }
            }
            Request::Write(write) => {
                Answer::Written(write.rows().iter().map(|row| self.write(row)).collect())
            }
        }
    }

    fn list(&self, from: Seconds, skip: usize, limit: usize) -> (Vec<Row>, bool) {
        let begin =
            usize::try_from((from - FIRST).max(0)).unwrap_or(usize::MAX).saturating_mul(A_SECOND).max(1);
        let old = (begin as u64..=self.many as u64).filter(|number| !self.changed.contains_key(number));
        let mut new: Vec<&Row> = self.changed.values().filter(|row| row.version >= from).collect();
        new.sort_by_key(|row| (row.version, row.id));
        let old = old.map(|number| self.first(number));
        let mut rows: Vec<Row> = old.chain(new.into_iter().cloned()).skip(skip).take(limit + 1).collect();
        let more = rows.len() > limit;
        rows.truncate(limit);
        (rows, more)
    }

    fn write(&mut self, sent: &WriteRow) -> Outcome {
        self.writes += 1;
        let number = sent.target.map_or(self.next, |id| self.number(id));
        let mut row = match sent.target.and_then(|id| self.row(id)) {
            Some(row) => row,
            None => {
                self.next += 1;
                Row {
                    id: self.id(number),
                    version: 0,
                    mark: Some(sent.mark),
                    fields: [].into_iter().collect(),
                }
            }
        };
        for (field, value) in &sent.fields {
            row.fields.set(*field, value.clone());
        }
        row.version = self.now;
        let fields = (self.side == Side::Desk).then(|| row.fields.clone());
        let done = Outcome::Done { id: row.id, version: row.version, fields };
        self.changed.insert(number, row);
        done
    }
}
