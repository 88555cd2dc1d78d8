//! The lists that people look at, by windows: how many stand in each, and the rows in view. Counting walks an index and
//! no body; a window reads as many bodies as it has rows.

use rusqlite::{Params, params};

use super::{LedgerError, SqliteLedger, code};
use crate::sync::{
    Kind, RecordId, Side,
    ledger::{Ledger, Link, LinkState, Parked, Reason, Seen},
    mapping::{KindMap, Mapping},
};

/// Where a pair stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// It agrees, as far as anybody knows, and takes part.
    Well,
    /// A conflict of it waits for a person.
    Conflict,
    /// A service refused what was written.
    Refused,
    /// A record of it is gone.
    Gone,
    /// A person parted it.
    Apart,
    /// It agrees, but a record of it does not pass the filter any more, and it rests.
    Out,
}

/// The pairs that rest because a record of them does not pass the filter any more. A side at a time, so that each finds
/// its index.
macro_rules! out {
    () => {
        "SELECT link.id AS id FROM seen JOIN link ON link.kind = seen.kind AND link.bigin = seen.id
             WHERE seen.out = 2 AND seen.side = 0 AND link.rests = 0
         UNION SELECT link.id AS id FROM seen JOIN link ON link.kind = seen.kind AND link.desk = seen.id
             WHERE seen.out = 2 AND seen.side = 1 AND link.rests = 0"
    };
}

/// Records without a partner that do not pass the filter.
macro_rules! out_alone {
    () => {
        concat!("FROM seen WHERE out > 0 AND live = 1 AND ", alone!())
    };
}

impl Shelf {
    /// The pairs on it, by number.
    const fn ids(self) -> &'static str {
        match self {
            Self::Well => "SELECT id FROM link WHERE rests = 0",
            Self::Conflict => "SELECT id FROM link WHERE held = 1",
            Self::Refused => "SELECT id FROM link WHERE rests = 2",
            Self::Gone => "SELECT id FROM link WHERE rests = 3",
            Self::Apart => "SELECT id FROM link WHERE rests = 4",
            Self::Out => "SELECT id FROM link WHERE rests = 5",
        }
    }
}

/// How a link rests by itself, and whether a conflict waits.
fn by_itself(link: &Link) -> (i64, bool) {
    let held = link.held.iter().any(|held| held.decision.is_none());
    let rests = match link.state {
        LinkState::Active | LinkState::Soft => i64::from(held),
        LinkState::Refused { .. } => 2,
        LinkState::Tombstone => 3,
        LinkState::Apart => 4,
    };
    (rests, held)
}

pub(super) fn is_refused(parked: &Parked) -> bool {
    matches!(parked.reason, Reason::Refused(_))
}

pub(super) fn filters_of(mapping: &Mapping) -> Vec<(Kind, KindMap)> {
    let filtered = |kind: &Kind| {
        let map = mapping.kind(*kind);
        map.is_some_and(|map| Side::BOTH.into_iter().any(|side| map.filter[side].is_some()))
    };
    mapping.kinds().filter(filtered).filter_map(|kind| Some((kind, mapping.kind(kind)?.clone()))).collect()
}

fn rows(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// A name of the file of facts: the revision of the mapping whose filters were held against all records.
const JUDGED: &str = "judged";

impl SqliteLedger {
    /// The columns of a link for the lists: how it rests, and whether a conflict waits.
    pub(super) fn place(&self, link: &Link) -> (i64, bool) {
        let (rests, held) = by_itself(link);
        (if rests == 0 && self.has_left(link) { 5 } else { rests }, held)
    }

    /// Whether a record of a pair does not pass the filter any more, and the pair rests.
    fn has_left(&self, link: &Link) -> bool {
        let Some((_, map)) = self.filters.iter().find(|(kind, _)| *kind == link.kind) else { return false };
        let filtered = Side::BOTH.into_iter().filter(|side| map.filter[*side].is_some());
        let mut seen = filtered.filter_map(|side| self.seen(side, link.kind, link.ids[side]));
        seen.any(|seen| map.has_left(&seen))
    }

    /// A record was seen: where there are filters, its pair may rest from now on, or no longer.
    pub(super) fn move_pair(&self, seen: &Seen) -> Result<(), LedgerError> {
        if !self.filters.iter().any(|(kind, _)| *kind == seen.kind) {
            return Ok(());
        }
        let link = self.link_of(seen.side, seen.kind, seen.id).and_then(|link| self.link(link));
        if let Some(link) = link {
            let sql = "UPDATE link SET rests = ?2 WHERE id = ?1 AND rests IN (0, 5)";
            let rests = if self.has_left(&link) { 5 } else { 0 };
            self.conn.prepare_cached(sql)?.execute([code::number(link.id.0), rests])?;
        }
        Ok(())
    }

    /// The column of a record for the lists: whether it passes the filter.
    pub(super) fn is_out(&self, seen: &Seen) -> i64 {
        let map = self.filters.iter().find(|(kind, _)| *kind == seen.kind).map(|(_, map)| map);
        match map {
            Some(map) if !map.takes(seen) => 1 + i64::from(map.has_left(seen)),
            _ => 0,
        }
    }

    /// Holds the filters of this revision of the mapping against all records, unless that was done.
    pub fn judge(&self, revision: u32) -> Result<(), LedgerError> {
        if self.fact::<u32>(JUDGED)? == Some(revision) {
            return Ok(());
        }
        let tx = self.conn.unchecked_transaction()?;
        tx.execute("UPDATE seen SET out = 0 WHERE out > 0", [])?;
        for (kind, _) in &self.filters {
            let mut out = Vec::new();
            {
                let mut query = tx.prepare("SELECT rowid, body FROM seen WHERE side = ?1 AND kind = ?2")?;
                for side in Side::BOTH {
                    let mut rows = query.query(params![code::side(side), code::kind(*kind)])?;
                    while let Some(row) = rows.next()? {
                        let how = self.is_out(&code::read(row, 1)?);
                        out.extend((how > 0).then(|| (row.get::<_, i64>(0), how)));
                    }
                }
            }
            let mut mark = tx.prepare("UPDATE seen SET out = ?2 WHERE rowid = ?1")?;
            for (row, how) in out {
                mark.execute([row?, how])?;
            }
        }
        tx.execute("UPDATE link SET rests = 0 WHERE rests = 5", [])?;
        tx.execute(concat!("UPDATE link SET rests = 5 WHERE id IN (", out!(), ")"), [])?;
        self.keep_fact(JUDGED, &revision)?;
        tx.commit()?;
        Ok(())
    }

    /// How many pairs stand on a shelf.
    pub fn links_on(&self, shelf: Shelf) -> Result<u64, LedgerError> {
        self.count(&format!("SELECT count(*) FROM ({})", shelf.ids()), [])
    }

    /// The pairs on a shelf from a place on, in the order in which they were linked.
    pub fn links_from(&self, shelf: Shelf, offset: usize, limit: usize) -> Result<Vec<Link>, LedgerError> {
        let sql = format!(
            "SELECT body FROM link WHERE id IN ({} ORDER BY id LIMIT ?1 OFFSET ?2) ORDER BY id",
            shelf.ids()
        );
        let mut query = self.conn.prepare_cached(&sql)?;
        let found = query.query_map([rows(limit), rows(offset)], |row| code::read(row, 0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// How many records rest without a partner: refused, or with several.
    pub fn parked_on(&self, refused: bool) -> Result<u64, LedgerError> {
        self.count("SELECT count(*) FROM parked WHERE refused = ?1", [refused])
    }

    /// Records that rest without a partner, from a place on.
    pub fn parked_from(
        &self,
        refused: bool,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<(Side, Kind, RecordId, Parked)>, LedgerError> {
        let sql = "SELECT side, kind, id, body FROM parked WHERE refused = ?1
            ORDER BY kind, side, id LIMIT ?2 OFFSET ?3";
        let mut query = self.conn.prepare_cached(sql)?;
        let found = query.query_map(params![refused, rows(limit), rows(offset)], |row| {
            let (side, kind) = (code::side_of(row.get(0)?), code::kind_of(row.get(1)?));
            Ok((side, kind, RecordId(code::id(row.get(2)?)), code::read(row, 3)?))
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// How many records without a partner do not pass the filter.
    pub fn out_on(&self) -> Result<u64, LedgerError> {
        self.count(concat!("SELECT count(*) ", out_alone!()), [])
    }

    /// Records without a partner that do not pass the filter, from a place on.
    pub fn out_from(&self, offset: usize, limit: usize) -> Result<Vec<Seen>, LedgerError> {
        let sql = concat!("SELECT body ", out_alone!(), " ORDER BY out, kind, side, id LIMIT ?1 OFFSET ?2");
        let mut query = self.conn.prepare_cached(sql)?;
        let found = query.query_map([rows(limit), rows(offset)], |row| code::read(row, 0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Work that waits to be planned, of all kinds.
    pub fn all_waiting(&self) -> Result<u64, LedgerError> {
        self.count("SELECT count(*) FROM work", [])
    }

    /// A number that is another one when another process wrote to the ledger.
    pub fn version(&self) -> Result<i64, LedgerError> {
        Ok(self.conn.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// The number of the run that was under way at a moment, if it has ended.
    pub fn run_at(&self, at: i64) -> Result<Option<i64>, LedgerError> {
        let sql = "SELECT max(id) FROM run WHERE began <= ?1 AND ended >= ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([at], |row| row.get(0))?)
    }

    fn count(&self, sql: &str, with: impl Params) -> Result<u64, LedgerError> {
        Ok(self.conn.prepare_cached(sql)?.query_row(with, |row| row.get(0).map(code::id))?)
    }
}

#[cfg(test)]
mod tests;
