//! Where a finder's texts come from, and how it keeps up with the store.

use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use super::{
    Finder,
    fold::{fold, fold_into},
    query::value,
};
use crate::{
    model::Module,
    store::cache::{base::Base, error::Error, records::module_code},
};

/// A list that can be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum List {
    /// The records of a module.
    Records(Module),
    /// The tickets that are not closed.
    Live,
}

const STAMP: &str = "
    SELECT (SELECT value FROM tally WHERE name = 'stamp'), (SELECT value FROM tally WHERE name = 'wiped:' || ?1)";
const RECORDS: &str = "SELECT seq, 1, find FROM record WHERE module = ?1";
// The plus: most rows are of this module, and reading all of them in order is faster than looking each up.
const MOST_RECORDS: &str = "SELECT seq, 1, find FROM record WHERE +module = ?1";
const IS_MOST: &str = "
    SELECT (SELECT value FROM tally WHERE name = 'records:' || ?1) * 3 > sum(value) FROM tally WHERE name LIKE 'records:%'";
const RECORDS_SINCE: &str = "SELECT seq, 1, find FROM record WHERE module = ?1 AND stamp > ?2 LIMIT ?3";
const LIVE: &str = "
    SELECT seq, 1, number, subject, contact_name, account_name, status, channel, priority
    FROM ticket WHERE kind < 2 AND doubt = 0";
const LIVE_SINCE: &str = "
    SELECT seq, kind < 2 AND doubt = 0, number, subject, contact_name, account_name, status, channel, priority
    FROM ticket WHERE stamp > ?1 LIMIT ?2";

/// More changes than this are not patched one by one.
const MANY: u16 = 4000;

/// Up to this many changes find their places one by one.
const FEW: usize = 64;

/// More bytes than this may not lie waste.
const WASTE: usize = 1 << 20;

impl List {
    pub fn place(self) -> usize {
        match self {
            Self::Records(module) => usize::from(module_code(module)),
            Self::Live => 3,
        }
    }

    fn wiped(self) -> String {
        match self {
            Self::Records(module) => module_code(module).to_string(),
            Self::Live => "tickets".to_owned(),
        }
    }
}

/// Brings a finder up to date: nothing to do, a patch, or all anew.
pub(super) fn refresh(mut finder: Finder, list: List, db: &Base) -> Result<Finder, Error> {
    db.run(|conn| {
        let (stamp, wiped): (i64, i64) =
            conn.prepare_cached(STAMP)?.query_row([list.wiped()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if finder.stamp == stamp && finder.wiped == wiped {
            return Ok(finder);
        }
        let patched = finder.stamp > 0 && finder.wiped == wiped && patch(&mut finder, list, conn)?;
        if !patched {
            finder = Finder::default();
            fill(&mut finder, list, conn)?;
        }
        (finder.stamp, finder.wiped) = (stamp, wiped);
        Ok(finder)
    })
}

/// Takes over what changed since the last time; false when that is too much.
fn patch(finder: &mut Finder, list: List, conn: &Connection) -> rusqlite::Result<bool> {
    let mut changed: HashMap<u32, Option<String>> = HashMap::new();
    let mut take = |row: &Row| {
        let mut haystack = String::new();
        let stays = read(row, &mut haystack)?;
        changed.insert(row.get(0)?, stays.then_some(haystack));
        Ok(())
    };
    let most = i64::from(MANY) + 1;
    match list {
        List::Records(module) => {
            each(conn, RECORDS_SINCE, params![module_code(module), finder.stamp, most], &mut take)?;
        }
        List::Live => each(conn, LIVE_SINCE, params![finder.stamp, most], &mut take)?,
    }
    if changed.len() > usize::from(MANY) {
        return Ok(false);
    }
    if changed.is_empty() {
        return Ok(true);
    }
    finder.last = None;
    if finder.pile.remove(&changed) > WASTE {
        return Ok(false);
    }
    let few = changed.len() <= FEW;
    for (seq, haystack) in &changed {
        match haystack {
            Some(haystack) if few => finder.pile.insert(*seq, haystack),
            Some(haystack) => finder.pile.push(*seq, haystack),
            None => {}
        }
    }
    if !few {
        finder.pile.settle();
    }
    Ok(true)
}

fn fill(finder: &mut Finder, list: List, conn: &Connection) -> rusqlite::Result<()> {
    let mut haystack = String::new();
    let pile = &mut finder.pile;
    let mut take = |row: &Row| {
        haystack.clear();
        read(row, &mut haystack)?;
        pile.push(row.get(0)?, &haystack);
        Ok(())
    };
    match list {
        List::Records(module) => {
            let most: bool =
                conn.prepare_cached(IS_MOST)?.query_row([module_code(module)], |row| row.get(0))?;
            let sql = if most { MOST_RECORDS } else { RECORDS };
            each(conn, sql, params![module_code(module)], &mut take)?;
        }
        List::Live => each(conn, LIVE, [], &mut take)?,
    }
    pile.settle();
    pile.shrink();
    Ok(())
}

fn each(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    take: &mut dyn FnMut(&Row) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

/// Reads the texts from the third column on; says whether the row belongs to the list at all.
fn read(row: &Row, haystack: &mut String) -> rusqlite::Result<bool> {
    let columns = row.as_ref().column_count();
    if columns == 3 {
        haystack.push_str(row.get_ref(2)?.as_str()?);
    } else {
        ticket_haystack(row, 2, haystack)?;
    }
    row.get(1)
}

/// Folds what is known of a ticket from column `first` on: number, subject, two names, then status, channel and priority.
pub(in super::super) fn ticket_haystack(
    row: &Row,
    first: usize,
    haystack: &mut String,
) -> rusqlite::Result<()> {
    fold_into(row.get_ref(first)?.as_str()?, haystack);
    // Before the texts: those may be so long that their end is cut.
    for at in first + 4..first + 7 {
        if let Some(text) = row.get_ref(at)?.as_str_or_null()? {
            put_value(text, haystack);
        }
    }
    for at in first + 1..first + 4 {
        haystack.push('\n');
        fold_into(row.get_ref(at)?.as_str()?, haystack);
    }
    Ok(())
}

/// A status, channel or priority: in its plain form, and as it is spelled where that says more.
fn put_value(text: &str, haystack: &mut String) {
    let folded = fold(text);
    let plain: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    haystack.push('\n');
    haystack.push_str(&value(&plain));
    if plain != folded {
        haystack.push_str(&folded);
    }
}

/// All statements of this file.
#[cfg(test)]
pub(in super::super) const SQL: &[&str] =
    &[STAMP, RECORDS, MOST_RECORDS, IS_MOST, RECORDS_SINCE, LIVE, LIVE_SINCE];
