//! Full-text search over the subjects of all tickets and over every message that was read once.

mod plain;
mod query;
mod snippet;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::params;

pub(super) use self::plain::{plain, sayable};
use self::{query::Words, snippet::snippet};
use super::{Cache, error::Error, json::At};
use crate::model::{CommentId, EntryKey, ThreadId, TicketId};

/// A ticket in which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The ticket.
    pub ticket: TicketId,
    /// Its number; empty when only its conversation is in the cache.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// The message or comment that says it; none when it is the subject.
    pub entry: Option<EntryKey>,
    /// Some words around the place, on one line, without control characters.
    pub snippet: String,
    /// When that was said.
    pub at: Timestamp,
}

/// Adds or changes a text that can be searched: ticket, key (empty for the subject), time, text.
pub(super) const PUT_SAID: &str = "
    INSERT INTO said(ticket, key, at, text) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT(ticket, key) DO UPDATE SET at = excluded.at, text = excluded.text WHERE text <> excluded.text";

// A word that half of all tickets have must not be ranked over half of all tickets: the last texts that came in are
// looked at, and of these the newest are shown.
const FIND: &str = "
    SELECT said.ticket, said.key, said.at, said.text, coalesce(ticket.number, ''), coalesce(ticket.subject, '')
    FROM (SELECT rowid AS seq FROM said_words WHERE said_words MATCH ?1 ORDER BY rowid DESC LIMIT 1000) AS found
    JOIN said ON said.seq = found.seq
    LEFT JOIN ticket ON ticket.id = said.ticket
    ORDER BY said.at DESC, said.seq DESC";

impl Cache {
    /// Finds the tickets that say all words of `text` in one place (as words or beginnings of words, accents and case
    /// apart), the newest first, each ticket once. Any text is a good question; one without letters finds nothing.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        let Some(words) = Words::new(text) else { return Ok(Vec::new()) };
        self.db.run(|conn| {
            let (mut hits, mut met) = (Vec::new(), HashSet::new());
            let mut statement = conn.prepare_cached(FIND)?;
            let mut rows = statement.query(params![words.question()])?;
            while let Some(row) = rows.next()? {
                if hits.len() == limit {
                    break;
                }
                let ticket: String = row.get(0)?;
                if met.insert(ticket.clone()) {
                    hits.push(Hit {
                        ticket: TicketId::new(ticket),
                        number: row.get(4)?,
                        subject: row.get(5)?,
                        entry: entry_key(row.get_ref(1)?.as_str()?),
                        snippet: snippet(row.get_ref(3)?.as_str()?, &words),
                        at: row.get::<_, At>(2)?.0,
                    });
                }
            }
            Ok(hits)
        })
    }
}

/// How a key stands in a column.
pub(super) fn key_text(key: &EntryKey) -> String {
    match key {
        EntryKey::Thread(id) => format!("t:{id}"),
        EntryKey::Comment(id) => format!("c:{id}"),
    }
}

fn entry_key(text: &str) -> Option<EntryKey> {
    match text.split_once(':')? {
        ("t", id) => Some(EntryKey::Thread(ThreadId::new(id))),
        (_, id) => Some(EntryKey::Comment(CommentId::new(id))),
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[PUT_SAID, FIND];
