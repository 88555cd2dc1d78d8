//! Reads what can still be read of a damaged `words.db` into the new one. A row that was held or on its way becomes one
//! that a person or a look-up decides about.

use std::{
    ffi::OsString,
    fs::{self, OpenOptions},
    io::{Read, Write},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, Row, params};

use super::{base::Base, error::Error};

/// The ways through a table: a damaged page hides what lies behind it from one of them, seldom from all.
struct Ways {
    up: &'static str,
    down: &'static str,
    one: &'static str,
}

macro_rules! ways {
    ($table:literal, $columns:literal) => {
        Ways {
            up: concat!("SELECT rowid, ", $columns, " FROM ", $table, " ORDER BY rowid"),
            down: concat!("SELECT rowid, ", $columns, " FROM ", $table, " ORDER BY rowid DESC"),
            one: concat!("SELECT rowid, ", $columns, " FROM ", $table, " WHERE rowid = ?1"),
        }
    };
}

const DRAFTS: Ways = ways!("draft", "id, ticket, updated, owner, body");
const OUTGOING: Ways = ways!("outgoing", "id, draft, owner, state, fate, queued, sent, attempts, body");
const FORMS: Ways = ways!("form", "customer, updated, body");
const KEEP_FORM: &str = "INSERT OR IGNORE INTO form(customer, updated, body) VALUES (?1, ?2, ?3)";
const KEEP_DRAFT: &str =
    "INSERT OR IGNORE INTO draft(id, ticket, updated, owner, body) VALUES (?1, ?2, ?3, ?4, ?5)";
const KEEP_OUTGOING: &str = "
    INSERT OR IGNORE INTO outgoing(id, draft, owner, state, fate, queued, sent, attempts, body)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

/// The column of `OUTGOING` that says when it left.
const SENT: usize = 6;

/// How many rows are looked for one by one where no end of a table can be read.
const FAR: i64 = 20_000;

type Values = Vec<rusqlite::types::Value>;

/// Copies the readable rows of `from`; says how many there were that have not left. Owners keep their names: they are found dead or alive
/// by the usual way.
pub(super) fn salvage(from: &Path, into: &Base) -> Result<usize, Error> {
    let (drafts, outgoing, forms) = match open(from) {
        Some(old) => (rows(&old, &DRAFTS), rows(&old, &OUTGOING), rows(&old, &FORMS)),
        // Without its first page nobody knows which tables there are: the new one's says it. Forms came later, and may
        // stand elsewhere.
        None => match copy_with_head(from, into).ok() {
            Some(copy) => {
                let read = open(&copy).map(|old| (rows(&old, &DRAFTS), rows(&old, &OUTGOING), Vec::new()));
                remove(&copy);
                read.unwrap_or_default()
            }
            None => return Ok(0),
        },
    };
    into.write(|tx| {
        let mut kept = 0;
        for row in outgoing {
            // What has left is kept as well, so that nobody sends it again; it is no words that were saved.
            let left = row.get(SENT).is_some_and(|sent| *sent != rusqlite::types::Value::Null);
            let copied =
                tx.prepare_cached(KEEP_OUTGOING)?.execute(rusqlite::params_from_iter(row)).unwrap_or(0);
            kept += if left { 0 } else { copied };
        }
        for row in drafts {
            // What stands in the outbox is no draft any more.
            let queued = tx
                .prepare_cached("SELECT 1 FROM outgoing WHERE draft = ?1")?
                .exists(params![row[0].clone()])?;
            if !queued {
                kept += tx.prepare_cached(KEEP_DRAFT)?.execute(rusqlite::params_from_iter(row)).unwrap_or(0);
            }
        }
        for row in forms {
            kept += tx.prepare_cached(KEEP_FORM)?.execute(rusqlite::params_from_iter(row)).unwrap_or(0);
        }
        Ok(kept)
    })
}

/// None when not even its tables are known.
fn open(path: &Path) -> Option<Connection> {
    let old = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).ok()?;
    let known = old.prepare(DRAFTS.one).is_ok();
    known.then_some(old)
}

/// The rows that can be read: from both ends, and one by one between what was reached so.
fn rows(old: &Connection, ways: &Ways) -> Vec<Values> {
    let (mut found, whole) = scan(old, ways.up);
    if whole {
        return found.into_iter().map(|(_, row)| row).collect();
    }
    let low = found.last().map_or(0, |(id, _)| *id);
    let (above, _) = scan(old, ways.down);
    let high = above.last().map_or(low.saturating_add(FAR), |(id, _)| *id);
    found.extend(above);
    if let Ok(mut one) = old.prepare(ways.one) {
        let columns = one.column_count();
        for id in low.saturating_add(1)..high.min(low.saturating_add(10 * FAR)) {
            found.extend(one.query_row([id], |row| values(row, columns)));
        }
    }
    found.into_iter().map(|(_, row)| row).collect()
}

/// The rows up to the first one that cannot be read, and whether that was the end.
fn scan(old: &Connection, sql: &str) -> (Vec<(i64, Values)>, bool) {
    let mut found = Vec::new();
    let Ok(mut statement) = old.prepare(sql) else { return (found, false) };
    let columns = statement.column_count();
    let Ok(answers) = statement.query_map([], |row| values(row, columns)) else { return (found, false) };
    for answer in answers {
        match answer {
            Ok(row) => found.push(row),
            Err(_) => return (found, false),
        }
    }
    (found, true)
}

fn values(row: &Row, columns: usize) -> rusqlite::Result<(i64, Values)> {
    Ok((row.get(0)?, (1..columns).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?))
}

/// A copy of the damaged file with the first page of the new one; what was set aside stays as it was found.
fn copy_with_head(from: &Path, into: &Base) -> std::io::Result<PathBuf> {
    let other = |error: Error| std::io::Error::other(error.to_string());
    into.checkpoint().map_err(other)?;
    let size: usize = into
        .run(|conn| conn.pragma_query_value(None, "page_size", |row| row.get::<_, u32>(0)))
        .map_err(other)?
        .try_into()
        .map_err(std::io::Error::other)?;
    let mut head = vec![0; size];
    fs::File::open(into.path())?.read_exact(&mut head)?;
    let copy = beside(from, ".reading");
    fs::copy(from, &copy)?;
    let wal = beside(from, "-wal");
    if wal.exists() {
        fs::copy(&wal, beside(&copy, "-wal"))?;
    }
    let pages = u32::try_from(fs::metadata(from)?.len() / size as u64).unwrap_or(u32::MAX);
    // How long the file is, and that no page of it is free (the header of the file format, offsets 28 to 40).
    head[28..32].copy_from_slice(&pages.to_be_bytes());
    head[32..40].fill(0);
    OpenOptions::new().write(true).open(&copy)?.write_all(&head)?;
    Ok(copy)
}

fn remove(copy: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        // It is mode 0600 and holds nothing that is not in the file set aside.
        let _ = fs::remove_file(beside(copy, suffix));
    }
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[
    DRAFTS.up,
    DRAFTS.down,
    DRAFTS.one,
    OUTGOING.up,
    OUTGOING.down,
    OUTGOING.one,
    FORMS.up,
    FORMS.down,
    FORMS.one,
    KEEP_DRAFT,
    KEEP_OUTGOING,
    KEEP_FORM,
];
