//! A service as the engine sees it through its shell: records with versions, lists, an index that lags, writes.

use balcao::sync::{
    FieldId, Fields, Kind, Millis, RecordId, Seconds, Side, Value,
    engine::{GoneRow, Outcome, Row, Seek, WriteRow},
};

use super::mapping::{FIELDS, KEY, NOTE, fields_of};

/// Who a record is about: people and companies exist outside of both systems.
pub type Who = u16;

/// A state of a record.
#[derive(Clone, Debug)]
pub struct Version {
    /// Since when, by the world's clock.
    pub at: Millis,
    /// Its modified time.
    pub second: Seconds,
    pub live: bool,
    pub values: [Value; FIELDS],
}

/// A record with all its states.
#[derive(Clone, Debug)]
pub struct Record {
    pub id: RecordId,
    pub kind: Kind,
    pub who: Who,
    pub mark: Option<RecordId>,
    /// Fields whose value the engine wrote.
    pub by_engine: [bool; FIELDS],
    pub made_by_engine: bool,
    /// A list leaves it out until it is changed.
    pub dropped: bool,
    /// It was never there, as far as the service knows.
    pub purged: bool,
    pub versions: Vec<Version>,
}

impl Record {
    pub fn now(&self) -> &Version {
        self.versions.last().expect("a record begins with a version")
    }

    pub fn live(&self) -> bool {
        self.now().live
    }

    /// Since when it is there: since it was made, or restored.
    pub fn there_since(&self) -> Millis {
        let dead = self.versions.iter().rposition(|version| !version.live);
        self.versions.get(dead.map_or(0, |at| at + 1)).map_or(Millis::MAX, |version| version.at)
    }

    fn as_of(&self, at: Millis) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.at <= at)
    }

    fn row(&self, version: &Version) -> Row {
        let fields = (0..fields_of(self.kind)).map(|at| (field(at), version.values[at].clone()));
        Row { id: self.id, version: version.second, mark: self.mark, fields: fields.collect() }
    }
}

/// The field at an index.
pub fn field(at: usize) -> FieldId {
    FieldId(u16::try_from(at).expect("few fields"))
}

/// One of the two services.
#[derive(Clone, Debug)]
pub struct Service {
    pub side: Side,
    /// How far its clock is off, in milliseconds.
    pub skew: Millis,
    /// Whether it rewrites texts of the note field.
    pub rewrites: bool,
    pub records: Vec<Record>,
    first_id: u64,
}

impl Service {
    pub fn new(side: Side, skew: Millis, rewrites: bool) -> Self {
        let first_id = if side == Side::Bigin { 1001 } else { 2001 };
        Self { side, skew, rewrites, records: Vec::new(), first_id }
    }

    /// Restored from a backup: everything is as it was at `then`, by its own times; what came later never was.
    pub fn restore(&mut self, then: Millis, now: Millis) {
        for record in &mut self.records {
            let version = match record.as_of(then) {
                Some(version) => Version { at: now, ..version.clone() },
                None => {
                    record.purged = true;
                    Version { at: now, live: false, ..record.now().clone() }
                }
            };
            record.versions.push(version);
        }
    }

    pub fn second(&self, now: Millis) -> Seconds {
        (now + self.skew).div_euclid(1000)
    }

    /// Where a record stands; ids count up without gaps, and so do places.
    pub fn at(&self, id: RecordId) -> Option<usize> {
        let at = usize::try_from(id.0.checked_sub(self.first_id)?).ok()?;
        (at < self.records.len()).then_some(at)
    }

    pub fn find(&self, id: RecordId) -> Option<&Record> {
        self.at(id).map(|at| &self.records[at])
    }

    pub fn find_mut(&mut self, id: RecordId) -> Option<&mut Record> {
        self.at(id).map(|at| &mut self.records[at])
    }

    pub fn add(
        &mut self,
        kind: Kind,
        who: Who,
        mark: Option<RecordId>,
        now: Millis,
        values: [Value; FIELDS],
    ) -> RecordId {
        let id = RecordId(self.first_id + self.records.len() as u64);
        let engine = mark.is_some();
        let version = Version { at: now, second: self.second(now), live: true, values };
        self.records.push(Record {
            id,
            kind,
            who,
            mark,
            by_engine: [engine; FIELDS],
            made_by_engine: engine,
            dropped: false,
            purged: false,
            versions: vec![version],
        });
        id
    }

    /// A new version of a record.
    pub fn change(&mut self, id: RecordId, now: Millis, change: impl FnOnce(&mut Version)) {
        let second = self.second(now);
        let Some(record) = self.find_mut(id) else { return };
        let mut version = Version { at: now, second, ..record.now().clone() };
        change(&mut version);
        record.dropped = false;
        record.versions.push(version);
    }

    /// Records modified at `from` or later; `as_of` says which state of the record at an index is seen.
    pub fn list(
        &self,
        kind: Kind,
        from: Seconds,
        skip: u32,
        limit: u32,
        mut as_of: impl FnMut() -> Millis,
    ) -> (Vec<Row>, bool) {
        let mut seen: Vec<(&Record, &Version)> = Vec::with_capacity(self.records.len());
        for record in self.records.iter().filter(|record| record.kind == kind && !record.dropped) {
            if let Some(version) =
                record.as_of(as_of()).filter(|version| version.live && version.second >= from)
            {
                seen.push((record, version));
            }
        }
        seen.sort_unstable_by_key(|(record, version)| (version.second, record.id));
        let (skip, limit) = (skip as usize, limit as usize);
        let rows = seen.iter().skip(skip).take(limit).map(|(record, version)| record.row(version)).collect();
        (rows, seen.len() > skip + limit)
    }

    pub fn gone(
        &self,
        kind: Kind,
        skip: u32,
        limit: u32,
        mut as_of: impl FnMut() -> Millis,
    ) -> (Vec<GoneRow>, bool) {
        let dead = self
            .records
            .iter()
            .filter(|record| !record.purged)
            .filter_map(|record| Some((record, record.as_of(as_of()).filter(|version| !version.live)?)));
        // Desk has one feed for all kinds.
        let dead = dead.filter(|(record, _)| self.side == Side::Desk || record.kind == kind);
        let mut rows: Vec<_> = dead
            .map(|(record, version)| GoneRow { kind: Some(record.kind), id: record.id, at: version.second })
            .collect();
        rows.sort_unstable_by_key(|row| (std::cmp::Reverse(row.at), row.id));
        let (skip, limit) = (skip as usize, limit as usize);
        let more = rows.len() > skip + limit;
        (rows.into_iter().skip(skip).take(limit).collect(), more)
    }

    pub fn read(&self, ids: &[RecordId]) -> Vec<Row> {
        let found = ids.iter().filter_map(|id| self.find(*id)).filter(|record| record.live());
        found.map(|record| record.row(record.now())).collect()
    }

    pub fn search(&self, kind: Kind, seeks: &[Seek], mut as_of: impl FnMut() -> Millis) -> Vec<Row> {
        let mut rows = Vec::new();
        for record in self.records.iter().filter(|record| record.kind == kind) {
            let Some(version) = record.as_of(as_of()).filter(|version| version.live) else { continue };
            let hit = |seek: &Seek| match seek {
                Seek::Mark(id) => record.mark == Some(*id),
                Seek::Key(_, value) => *value == version.values[usize::from(KEY.0)],
            };
            if seeks.iter().any(hit) {
                rows.push(record.row(version));
            }
        }
        rows
    }

    /// Writes one record, as the engine asks.
    pub fn write(&mut self, kind: Kind, row: &WriteRow, who: Who, now: Millis) -> Outcome {
        let mut values: [Value; FIELDS] = match row.target {
            None => Default::default(),
            Some(id) => match self.find(id).filter(|record| record.live()) {
                Some(record) => record.now().values.clone(),
                None => return Outcome::Missing,
            },
        };
        for (field, value) in &row.fields {
            if value.as_text().is_some_and(|text| text.starts_with(REFUSED)) {
                return Outcome::Refused("the value is not valid".to_owned());
            }
            values[usize::from(field.0)] = self.spelled(*field, value);
        }
        if self.clashes(kind, row.target, &values) {
            return Outcome::Refused("duplicate data".to_owned());
        }
        let id = match row.target.or_else(|| self.marked(kind, row.mark)) {
            Some(id) => {
                let record = self.find_mut(id).expect("it was found");
                for (field, _) in &row.fields {
                    record.by_engine[usize::from(field.0)] = true;
                }
                self.change(id, now, |version| version.values = values);
                id
            }
            None => self.add(kind, who, Some(row.mark), now, values),
        };
        let record = self.find(id).expect("it was just written");
        let told: Fields = record.row(record.now()).fields;
        // Bigin answers with the id and the time alone (sheet `bigin.md` §4.3).
        let fields = (self.side == Side::Desk).then_some(told);
        Outcome::Done { id, version: record.now().second, fields }
    }

    /// Bigin's upsert finds a record by our key.
    fn marked(&self, kind: Kind, mark: RecordId) -> Option<RecordId> {
        let mut found = self.records.iter().filter(|record| record.live() && record.kind == kind);
        let found = found.find(|record| record.mark == Some(mark)).map(|record| record.id);
        found.filter(|_| self.side == Side::Bigin)
    }

    /// Bigin's unique fields.
    fn clashes(&self, kind: Kind, but: Option<RecordId>, values: &[Value; FIELDS]) -> bool {
        let key = &values[usize::from(KEY.0)];
        self.side == Side::Bigin
            && !key.is_empty()
            && self.records.iter().any(|record| {
                record.live()
                    && record.kind == kind
                    && Some(record.id) != but
                    && record.now().values[usize::from(KEY.0)] == *key
            })
    }

    fn spelled(&self, field: FieldId, value: &Value) -> Value {
        match value.as_text() {
            Some(text) if self.rewrites && field == NOTE => Value::text(&text.to_uppercase()),
            Some(text) => Value::text(text.trim()),
            None => value.clone(),
        }
    }
}

/// How a value begins that no service takes from us.
pub const REFUSED: &str = "!";
