//! Reads what can still be read of a damaged `words.db` into the new one. A row that was held or on its way becomes one
//! that a person or a look-up decides about.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, Row, params};

use super::{base::Base, error::Error};

const DRAFTS_UP: &str = "SELECT id, ticket, updated, owner, body FROM draft ORDER BY rowid";
const DRAFTS_DOWN: &str = "SELECT id, ticket, updated, owner, body FROM draft ORDER BY rowid DESC";
const OUTGOING_UP: &str =
    "SELECT id, draft, owner, state, fate, queued, sent, attempts, body FROM outgoing ORDER BY rowid";
const OUTGOING_DOWN: &str =
    "SELECT id, draft, owner, state, fate, queued, sent, attempts, body FROM outgoing ORDER BY rowid DESC";
const FORMS_UP: &str = "SELECT customer, updated, body FROM form ORDER BY rowid";
const FORMS_DOWN: &str = "SELECT customer, updated, body FROM form ORDER BY rowid DESC";
const KEEP_FORM: &str = "INSERT OR IGNORE INTO form(customer, updated, body) VALUES (?1, ?2, ?3)";
const KEEP_DRAFT: &str =
    "INSERT OR IGNORE INTO draft(id, ticket, updated, owner, body) VALUES (?1, ?2, ?3, ?4, ?5)";
const KEEP_OUTGOING: &str = "
    INSERT OR IGNORE INTO outgoing(id, draft, owner, state, fate, queued, sent, attempts, body)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

type Values = Vec<rusqlite::types::Value>;

/// Copies the readable rows of `from`; says how many there were. Owners keep their names: they are found dead or alive
/// by the usual way.
pub(super) fn salvage(from: &Path, into: &Base) -> Result<usize, Error> {
    let Ok(old) = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE) else { return Ok(0) };
    // From both ends: a damaged page in the middle hides nothing but itself.
    let drafts = [rows(&old, DRAFTS_UP), rows(&old, DRAFTS_DOWN)].concat();
    let outgoing = [rows(&old, OUTGOING_UP), rows(&old, OUTGOING_DOWN)].concat();
    let forms = [rows(&old, FORMS_UP), rows(&old, FORMS_DOWN)].concat();
    into.write(|tx| {
        let mut kept = 0;
        for row in outgoing {
            kept += tx.prepare_cached(KEEP_OUTGOING)?.execute(rusqlite::params_from_iter(row)).unwrap_or(0);
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

/// The rows up to the first one that cannot be read.
fn rows(old: &Connection, sql: &str) -> Vec<Values> {
    let mut found = Vec::new();
    if let Ok(mut statement) = old.prepare(sql) {
        let columns = statement.column_count();
        let read = |row: &Row| (0..columns).map(|at| row.get(at)).collect::<rusqlite::Result<Values>>();
        if let Ok(answers) = statement.query_map([], read) {
            found.extend(answers.map_while(Result::ok));
        }
    }
    found
}

#[cfg(test)]
pub(super) const SQL: &[&str] =
    &[DRAFTS_UP, DRAFTS_DOWN, OUTGOING_UP, OUTGOING_DOWN, KEEP_DRAFT, KEEP_OUTGOING];
