//! What people look at: links and records by what became of them, and the journal. The engine never asks this way.

use rusqlite::{Params, params};

use super::{LedgerError, SqliteLedger, code};
use crate::sync::{
    Kind, LinkId, RecordId, Side,
    ledger::{Entry, Link, Parked, Seen},
};

/// What of the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// Only of these links.
    pub links: Option<Vec<LinkId>>,
    /// Only of this record.
    pub record: Option<RecordId>,
    /// Only after this line.
    pub after: i64,
}

impl SqliteLedger {
    /// Gives every link to `each`, in order.
    pub fn each_link(&self, mut each: impl FnMut(Link)) -> Result<(), LedgerError> {
        let mut query = self.conn.prepare_cached("SELECT body FROM link ORDER BY id")?;
        let mut rows = query.query_map([], |row| code::read(row, 0))?;
        rows.try_for_each(|link| link.map(&mut each))?;
        Ok(())
    }

    /// How many records of a side are there, and how many of them have no link.
    pub fn population(&self, side: Side, kind: Kind) -> Result<(u64, u64), LedgerError> {
        let sql = concat!(
            "SELECT count(*), count(*) FILTER (WHERE ",
            alone!(),
            ") FROM seen WHERE side = ?1 AND kind = ?2 AND live = 1"
        );
        let mut query = self.conn.prepare_cached(sql)?;
        Ok(query.query_row(params![code::side(side), code::kind(kind)], |row| {
            Ok((code::id(row.get(0)?), code::id(row.get(1)?)))
        })?)
    }

    /// Records that rest without a partner, and why.
    pub fn all_parked(&self) -> Result<Vec<(Side, Kind, RecordId, Parked)>, LedgerError> {
        let sql = "SELECT side, kind, id, body FROM parked ORDER BY kind, side, id";
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([], |row| {
            let (side, kind) = (code::side_of(row.get(0)?), code::kind_of(row.get(1)?));
            Ok((side, kind, RecordId(code::id(row.get(2)?)), code::read(row, 3)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Live records without a link, of a side and kind.
    pub fn alone(&self, side: Side, kind: Kind) -> Result<Vec<Seen>, LedgerError> {
        let sql = concat!(
            "SELECT body FROM seen WHERE side = ?1 AND kind = ?2 AND live = 1 AND ",
            alone!(),
            " ORDER BY id"
        );
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map(params![code::side(side), code::kind(kind)], |row| code::read(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every record that `wanted` holds for, dead or alive.
    pub fn records(&self, wanted: impl Fn(&Seen) -> bool) -> Result<Vec<Seen>, LedgerError> {
        let mut query = self.conn.prepare_cached("SELECT body FROM seen ORDER BY kind, side, id")?;
        let rows = query.query_map([], |row| code::read::<Seen>(row, 0))?;
        let wanted = rows.filter(|row| row.as_ref().map_or(true, &wanted));
        Ok(wanted.collect::<Result<_, _>>()?)
    }

    /// Work that waits to be planned, by kind.
    pub fn waiting(&self, kind: Kind) -> Result<u64, LedgerError> {
        let mut query = self.conn.prepare_cached("SELECT count(*) FROM work WHERE kind = ?1")?;
        Ok(query.query_row([code::kind(kind)], |row| row.get(0).map(code::id))?)
    }

    /// The last lines of the journal that are wanted, oldest first, with their numbers. Those of links and records are
    /// found by their indexes.
    pub fn journal(&self, lines: &Lines, limit: usize) -> Result<Vec<(i64, Entry)>, LedgerError> {
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut found = Vec::new();
        if lines.links.is_none() && lines.record.is_none() {
            let sql = "SELECT seq, body FROM journal WHERE seq > ?1 ORDER BY seq DESC LIMIT ?2";
            self.lines(sql, params![lines.after, most], &mut found)?;
        }
        for link in lines.links.iter().flatten() {
            let sql = "SELECT seq, body FROM journal WHERE link = ?3 AND seq > ?1 ORDER BY seq DESC LIMIT ?2";
            self.lines(sql, params![lines.after, most, code::number(link.0)], &mut found)?;
        }
        if let Some(record) = lines.record {
            let sql =
                "SELECT seq, body FROM journal WHERE link IS NULL AND json_extract(body, '$.record') = ?3
                AND seq > ?1 ORDER BY seq DESC LIMIT ?2";
            self.lines(sql, params![lines.after, most, code::number(record.0)], &mut found)?;
        }
        found.sort_by_key(|(seq, _)| *seq);
        found.drain(..found.len().saturating_sub(limit));
        Ok(found)
    }

    fn lines(&self, sql: &str, with: impl Params, found: &mut Vec<(i64, Entry)>) -> Result<(), LedgerError> {
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map(with, |row| Ok((row.get(0)?, code::read(row, 1)?)))?;
        rows.into_iter().try_for_each(|row| row.map(|row| found.push(row)))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::{store::ledger::SqliteLedger, sync::mapping::Mapping};

    #[test]
    fn who_is_alone_is_found_by_the_indexes_of_the_links() {
        let ledger = SqliteLedger::fleeting(&Mapping::new(1)).unwrap();
        let sql = concat!("EXPLAIN QUERY PLAN SELECT id FROM seen WHERE live = 1 AND ", alone!());
        let mut plan = ledger.conn.prepare(sql).unwrap();
        let steps = plan.query_map([], |row| row.get::<_, String>(3)).unwrap();
        let steps: Vec<_> = steps.map(Result::unwrap).filter(|step| step.contains("link")).collect();
        assert_eq!(steps.len(), 2, "{steps:?}");
        for (step, index) in
            steps.iter().zip(["link_bigin (kind=? AND bigin=?)", "link_desk (kind=? AND desk=?)"])
        {
            assert!(step.starts_with("SEARCH link") && step.contains(index), "{step}");
        }
    }
}
