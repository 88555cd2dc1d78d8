//! The list of a module: windows of rows, with what is open at Desk.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::{
    super::{
        Cache,
        error::Error,
        finder::List,
        json::{At, Json},
        span::Span,
    },
    module_code, record_id,
};
use crate::model::{DeskTwin, Module, Open, RecordId, RecordRow, Window};

const TOTAL: &str = "SELECT value FROM tally WHERE name = 'records:' || ?1";
const FORWARD: &str = "SELECT seq FROM record WHERE module = ?1 ORDER BY sort, id LIMIT ?2 OFFSET ?3";
const BACKWARD: &str =
    "SELECT seq FROM record WHERE module = ?1 ORDER BY sort DESC, id DESC LIMIT ?2 OFFSET ?3";
const ROW: &str = "SELECT id, name, second, contact, company FROM record WHERE seq = ?1";
const PLACE: &str = "
    SELECT (SELECT count(*) FROM record WHERE module = ?1 AND sort < ?3)
        + (SELECT count(*) FROM record WHERE module = ?1 AND sort = ?3 AND id < ?2)";
const SEQ: &str = "SELECT seq, sort FROM record WHERE module = ?1 AND id = ?2";
const TWIN: &str = "SELECT body FROM twin WHERE module = ?1 AND id = ?2";
const COUNTS: &str = "
    SELECT count(*) FILTER (WHERE kind < 2), count(*) FILTER (WHERE kind = 0 AND due < ?3)
    FROM ticket WHERE contact IN (SELECT value FROM json_each(?1)) OR account IN (SELECT value FROM json_each(?2))";
const TWINS_OF_PEOPLE: &str = "
    SELECT body FROM record JOIN twin USING (module, id) WHERE record.company = ?1 AND module = 0";

impl Cache {
    /// Rows `offset..offset + limit` (at most 200) of a module: by name, or those that match `text`, best first.
    /// Overdue is what is overdue at `now`.
    pub fn record_rows(
        &self,
        module: Module,
        text: &str,
        offset: usize,
        limit: usize,
        now: Timestamp,
    ) -> Result<Window<RecordRow>, Error> {
        let (total, seqs) = match self.finders.borrow_mut().found(module, text, &self.db)? {
            Some(rows) => (rows.total(), rows.window(offset, limit)),
            None => self.db.run(|conn| by_name(conn, module, offset, limit))?,
        };
        self.db.run(|conn| {
            let rows = seqs.into_iter().filter_map(|seq| row(conn, module, seq, now).transpose());
            Ok(Window { total, offset, rows: rows.collect::<rusqlite::Result<_>>()? })
        })
    }

    /// Where a record stands in the list that `text` makes; none when it is not in it.
    pub fn place_of(&self, id: &RecordId, text: &str) -> Result<Option<usize>, Error> {
        let key = (module_code(id.module()), id.as_str());
        let found: Option<(u32, String)> = self.db.run(|conn| {
            conn.prepare_cached(SEQ)?.query_row(key, |row| Ok((row.get(0)?, row.get(1)?))).optional()
        })?;
        let Some((seq, sort)) = found else { return Ok(None) };
        if let Some(rows) = self.finders.borrow_mut().found(id.module(), text, &self.db)? {
            return Ok(rows.place_of(seq));
        }
        let before: i64 = self.db.run(|conn| {
            conn.prepare_cached(PLACE)?.query_row(params![key.0, key.1, sort], |row| row.get(0))
        })?;
        Ok(usize::try_from(before).ok())
    }

    /// Builds the finder of a module before it is needed, so that the first key of a search is as quick as the others.
    pub fn warm(&self, module: Module) -> Result<(), Error> {
        self.finders.borrow_mut().of(List::Records(module), &self.db).map(|_| ())
    }

    /// Bytes that the finders hold in memory.
    pub fn finder_size(&self) -> usize {
        self.finders.borrow().size()
    }
}

fn by_name(
    conn: &Connection,
    module: Module,
    offset: usize,
    limit: usize,
) -> rusqlite::Result<(usize, Vec<u32>)> {
    let module = module_code(module);
    let total: i64 = conn.prepare_cached(TOTAL)?.query_row([module], |row| row.get(0))?;
    let total = usize::try_from(total).unwrap_or(0);
    let span = Span::new(total, offset, limit);
    let (take, skip) = span.limits();
    let mut seqs: Vec<u32> = conn
        .prepare_cached(if span.backward { BACKWARD } else { FORWARD })?
        .query_map(params![module, take, skip], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if span.backward {
        seqs.reverse();
    }
    Ok((total, seqs))
}

/// A row of the list; none when it was deleted a moment ago.
fn row(conn: &Connection, module: Module, seq: u32, now: Timestamp) -> rusqlite::Result<Option<RecordRow>> {
    type Slim = (String, String, String, Option<String>, Option<String>);
    let slim: Option<Slim> = conn
        .prepare_cached(ROW)?
        .query_row([seq], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .optional()?;
    let Some((id, name, second, contact, company)) = slim else { return Ok(None) };
    let asked: Vec<(Module, String)> = match module {
        Module::Pipelines => {
            let contact = contact.map(|id| (Module::Contacts, id));
            contact.into_iter().chain(company.map(|id| (Module::Companies, id))).collect()
        }
        own => vec![(own, id.clone())],
    };
    let (open, overdue) = match twins(conn, &asked)? {
        Some(twins) => open(conn, &twins, now)?,
        None => (Open::Unread, 0),
    };
    Ok(Some(RecordRow { id: record_id(module, id), name, second, open, overdue }))
}

/// The twins whose tickets count, as on the page: a company has those of its people as well, a deal those of its contact and
/// its company. None while one of them was not looked up: what is known of the others is not the whole.
fn twins(conn: &Connection, asked: &[(Module, String)]) -> rusqlite::Result<Option<Vec<DeskTwin>>> {
    let mut twins = Vec::new();
    for (module, id) in asked {
        match twin(conn, *module, id)? {
            Some(twin) => twins.push(twin),
            // A deal may outlive the contact that it names.
            None if asked.len() > 1 && !is_known(conn, *module, id)? => continue,
            None => return Ok(None),
        }
        if *module == Module::Companies {
            let mut people = conn.prepare_cached(TWINS_OF_PEOPLE)?;
            let found = people.query_map([id], |row| row.get::<_, Json<DeskTwin>>(0).map(|json| json.0))?;
            for twin in found {
                twins.push(twin?);
            }
        }
    }
    Ok(Some(twins))
}

fn is_known(conn: &Connection, module: Module, id: &str) -> rusqlite::Result<bool> {
    conn.prepare_cached(SEQ)?.exists(params![module_code(module), id])
}

/// What is open of all these twins together, and what is overdue.
fn open(conn: &Connection, twins: &[DeskTwin], now: Timestamp) -> rusqlite::Result<(Open, u32)> {
    let contacts = twins.iter().filter_map(|twin| match twin {
        DeskTwin::Contact(id) => Some(id.as_str()),
        _ => None,
    });
    let accounts = twins.iter().filter_map(|twin| match twin {
        DeskTwin::Account(id) => Some(id.as_str()),
        _ => None,
    });
    let list = |ids: Vec<&str>| (!ids.is_empty()).then(|| serde_json::Value::from(ids).to_string());
    let (contacts, accounts) = (list(contacts.collect()), list(accounts.collect()));
    if contacts.is_none() && accounts.is_none() {
        let several = twins.iter().any(|twin| matches!(twin, DeskTwin::Ambiguous(_)));
        return Ok((if several { Open::Several } else { Open::Known(0) }, 0));
    }
    let none = || "[]".to_owned();
    let lists = params![contacts.unwrap_or_else(none), accounts.unwrap_or_else(none), At(now)];
    conn.prepare_cached(COUNTS)?.query_row(lists, |row| Ok((Open::Known(row.get(0)?), row.get(1)?)))
}

fn twin(conn: &Connection, module: Module, id: &str) -> rusqlite::Result<Option<DeskTwin>> {
    conn.prepare_cached(TWIN)?
        .query_row(params![module_code(module), id], |row| row.get::<_, Json<_>>(0).map(|json| json.0))
        .optional()
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[TOTAL, FORWARD, BACKWARD, ROW, PLACE, SEQ, TWIN, COUNTS, TWINS_OF_PEOPLE];
