//! What the engine reads.

use std::borrow::Cow;

use rusqlite::{OptionalExtension, Params, Row, params};

use super::{SqliteLedger, code};
use crate::sync::{
    FieldId, Kind, LinkId, Millis, OpId, RecordId, Side, Value,
    ledger::{Cursor, Entry, Feed, Intent, Ledger, Link, Pairing, Parked, Seen, Spent, Work},
};

impl SqliteLedger {
    fn one<T>(
        &self,
        sql: &str,
        with: impl Params,
        map: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Option<T> {
        let found = self.conn.prepare_cached(sql).and_then(|mut query| query.query_row(with, map).optional());
        self.kept(found).flatten()
    }

    fn all<T>(
        &self,
        sql: &str,
        with: impl Params,
        map: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
        into: &mut Vec<T>,
    ) {
        let read = || -> rusqlite::Result<Vec<T>> {
            let mut query = self.conn.prepare_cached(sql)?;
            let rows = query.query_map(with, map)?;
            rows.collect()
        };
        into.extend(self.kept(read()).unwrap_or_default());
    }

    /// Keeps the first failure for who runs the engine.
    fn kept<T>(&self, read: rusqlite::Result<T>) -> Option<T> {
        read.map_err(|error| self.failure.borrow_mut().get_or_insert(error.into()).to_string()).ok()
    }
}

fn rows(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

fn record(row: &Row<'_>) -> rusqlite::Result<RecordId> {
    row.get(0).map(|number| RecordId(code::id(number)))
}

impl Ledger for SqliteLedger {
    fn pairing(&self) -> Pairing {
        let sql = "SELECT leader, epoch, lease_until, brake, map_revision FROM pairing";
        let found = self.one(sql, [], |row| {
            Ok(Pairing {
                leader: code::id(row.get(0)?),
                epoch: code::id(row.get(1)?),
                lease_until: row.get(2)?,
                brake: code::brake_of(row.get(3)?),
                planned_for: row.get(4)?,
            })
        });
        found.unwrap_or_default()
    }

    fn cursor(&self, feed: Feed) -> Cursor {
        let Ok(feed) = code::body(&feed) else { return Cursor::default() };
        self.one("SELECT body FROM cursor WHERE feed = ?1", [feed], |row| code::read(row, 0))
            .unwrap_or_default()
    }

    fn seen(&self, side: Side, kind: Kind, id: RecordId) -> Option<Cow<'_, Seen>> {
        let sql = "SELECT body FROM seen WHERE side = ?1 AND kind = ?2 AND id = ?3";
        let with = params![code::side(side), code::kind(kind), code::number(id.0)];
        self.one(sql, with, |row| code::read(row, 0)).map(Cow::Owned)
    }

    fn link(&self, id: LinkId) -> Option<Cow<'_, Link>> {
        let sql = "SELECT body FROM link WHERE id = ?1";
        self.one(sql, [code::number(id.0)], |row| code::read(row, 0)).map(Cow::Owned)
    }

    fn link_of(&self, side: Side, kind: Kind, id: RecordId) -> Option<LinkId> {
        let sql = match side {
            Side::Bigin => "SELECT max(id) FROM link WHERE kind = ?1 AND bigin = ?2",
            Side::Desk => "SELECT max(id) FROM link WHERE kind = ?1 AND desk = ?2",
        };
        let with = params![code::kind(kind), code::number(id.0)];
        let found = self.one(sql, with, |row| row.get::<_, Option<i64>>(0)).flatten();
        found.map(|number| LinkId(code::id(number)))
    }

    fn with_key(
        &self,
        side: Side,
        kind: Kind,
        field: FieldId,
        key: &Value,
        limit: usize,
        into: &mut Vec<RecordId>,
    ) {
        let Ok(key) = code::key(key) else { return };
        let sql = "SELECT id FROM match_key WHERE side = ?1 AND kind = ?2 AND field = ?3 AND value = ?4 ORDER BY id LIMIT ?5";
        let with = params![code::side(side), code::kind(kind), field.0, key, rows(limit)];
        self.all(sql, with, record, into);
    }

    fn with_mark(&self, side: Side, kind: Kind, of: RecordId, limit: usize, into: &mut Vec<RecordId>) {
        // Left to itself, SQLite walks through all records of the side.
        let sql = "SELECT id FROM seen INDEXED BY seen_mark
            WHERE side = ?1 AND kind = ?2 AND mark = ?3 AND live = 1 ORDER BY id LIMIT ?4";
        let with = params![code::side(side), code::kind(kind), code::number(of.0), rows(limit)];
        self.all(sql, with, record, into);
    }

    fn work(&self, kind: Kind, after: Option<Work>, limit: usize, into: &mut Vec<Work>) {
        let (what, id) = after.map_or((-1, 0), code::work);
        let sql =
            "SELECT what, id FROM work WHERE kind = ?1 AND (what, id) > (?2, ?3) ORDER BY what, id LIMIT ?4";
        let with = params![code::kind(kind), what, id, rows(limit)];
        self.all(sql, with, |row| Ok(code::work_of(row.get(0)?, row.get(1)?)), into);
    }

    fn doubts(&self, side: Side, kind: Kind, limit: usize, into: &mut Vec<RecordId>) {
        let sql = "SELECT id FROM doubt WHERE side = ?1 AND kind = ?2 ORDER BY id LIMIT ?3";
        self.all(sql, params![code::side(side), code::kind(kind), rows(limit)], record, into);
    }

    fn intents(&self, into: &mut Vec<Intent>) {
        self.all("SELECT body FROM intent ORDER BY op", [], |row| code::read(row, 0), into);
    }

    fn has_intents(&self) -> bool {
        self.one("SELECT 1 FROM intent LIMIT 1", [], |_| Ok(())).is_some()
    }

    /// There are never more intents than calls at once and answers that rest.
    fn rested(&self) -> Option<Millis> {
        let mut intents = Vec::new();
        self.intents(&mut intents);
        intents.iter().map(Intent::rested).min()
    }

    fn under_way(&self, kind: Kind, work: Work) -> bool {
        if !self.has_intents() {
            return false;
        }
        let mut intents = Vec::new();
        self.intents(&mut intents);
        intents.iter().any(|intent| intent.is_of(kind, work))
    }

    fn parked(&self, side: Side, kind: Kind, id: RecordId) -> Option<Parked> {
        let sql = "SELECT body FROM parked WHERE side = ?1 AND kind = ?2 AND id = ?3";
        let with = params![code::side(side), code::kind(kind), code::number(id.0)];
        self.one(sql, with, |row| code::read(row, 0))
    }

    fn active_links(&self) -> u64 {
        self.one("SELECT count(*) FROM link WHERE active = 1", [], |row| row.get(0)).map_or(0, code::id)
    }

    fn spent(&self, side: Side) -> Spent {
        self.one("SELECT body FROM spent WHERE side = ?1", [code::side(side)], |row| code::read(row, 0))
            .unwrap_or_default()
    }

    fn live(&self, side: Side, kind: Kind, after: Option<RecordId>, limit: usize, into: &mut Vec<RecordId>) {
        let sql =
            "SELECT id FROM seen WHERE side = ?1 AND kind = ?2 AND id > ?3 AND live = 1 ORDER BY id LIMIT ?4";
        let after = after.map_or(-1, |id| code::number(id.0));
        self.all(sql, params![code::side(side), code::kind(kind), after, rows(limit)], record, into);
    }

    fn written(&self, op: OpId, into: &mut Vec<Entry>) {
        let sql = "SELECT body FROM journal WHERE op = ?1 ORDER BY seq";
        self.all(sql, [code::number(op.0)], |row| code::read(row, 0), into);
    }

    fn next_ids(&self) -> (LinkId, OpId) {
        let last =
            self.one("SELECT last_link, last_op FROM pairing", [], |row| Ok((row.get(0)?, row.get(1)?)));
        let (link, op) = last.unwrap_or_default();
        (LinkId(code::id(link) + 1), OpId(code::id(op) + 1))
    }
}
