//! Writing conversations, and the texts in them that can be searched.

use rusqlite::{OptionalExtension, Transaction, params};

use super::{
    super::{
        Cache,
        error::Error,
        json::{At, Json},
        search::{PUT_SAID, key_text, plain},
    },
    keep::keep,
};
use crate::model::{Body, Conversation, Entry, EntryKey, ThreadId, TicketId};

const HAVE: &str = "INSERT OR IGNORE INTO conversation(ticket) VALUES (?1)";
const OLD: &str = "SELECT body FROM entry WHERE ticket = ?1 AND key = ?2";
const PUT: &str = "
    INSERT INTO entry(ticket, key, at, place, body) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT(ticket, key) DO UPDATE SET at = excluded.at, place = excluded.place, body = excluded.body";
const PLACE: &str = "
    SELECT coalesce(
        (SELECT place FROM entry WHERE ticket = ?1 AND key = ?2),
        (SELECT max(place) + 1 FROM entry WHERE ticket = ?1), 0)";
const GONE: &str = "DELETE FROM entry WHERE ticket = ?1 AND key NOT IN (SELECT value FROM json_each(?2))";
const GONE_SAID: &str = "
    DELETE FROM said WHERE ticket = ?1 AND key <> '' AND key NOT IN (SELECT value FROM json_each(?2))";

impl Cache {
    /// Replaces the conversation of a ticket: entries that it does not name are taken away. A text that is missing here
    /// and was fetched before is kept.
    pub fn put_conversation(&self, conversation: &Conversation) -> Result<(), Error> {
        let ticket = &conversation.ticket;
        let keys: Vec<String> = conversation.entries.iter().map(|entry| key_text(&entry.key())).collect();
        self.db.write(|tx| {
            tx.prepare_cached(HAVE)?.execute([ticket.as_str()])?;
            for sql in [GONE, GONE_SAID] {
                tx.prepare_cached(sql)?.execute(params![ticket.as_str(), Json(&keys)])?;
            }
            for (place, entry) in (0..).zip(&conversation.entries) {
                put(tx, ticket, entry.clone(), Some(place))?;
            }
            Ok(())
        })
    }

    /// Adds or replaces one entry of a conversation: a comment just written, a thread just read whole. When the
    /// conversation itself was never fetched, this does not make it look as if it had been.
    pub fn put_entry(&self, ticket: &TicketId, entry: &Entry) -> Result<(), Error> {
        self.db.write(|tx| put(tx, ticket, entry.clone(), None))
    }

    /// Fills in the text of a thread. False when the thread is not in the cache.
    pub fn put_thread_body(&self, ticket: &TicketId, thread: &ThreadId, body: &Body) -> Result<bool, Error> {
        let key = key_text(&EntryKey::Thread(thread.clone()));
        self.db.write(|tx| {
            let Some(Entry::Thread(mut thread)) = old(tx, ticket, &key)? else { return Ok(false) };
            thread.body = body.clone();
            put(tx, ticket, Entry::Thread(thread), None)?;
            Ok(true)
        })
    }
}

/// `place`: where it stands among entries of the same time; none = where it stood, a new one behind all others.
fn put(tx: &Transaction, ticket: &TicketId, mut entry: Entry, place: Option<i64>) -> rusqlite::Result<()> {
    let key = key_text(&entry.key());
    if let Some(old) = old(tx, ticket, &key)? {
        keep(&mut entry, old);
    }
    let place = match place {
        Some(place) => place,
        None => tx.prepare_cached(PLACE)?.query_row([ticket.as_str(), &key], |row| row.get(0))?,
    };
    let at = At(entry.at());
    tx.prepare_cached(PUT)?.execute(params![ticket.as_str(), key, at, place, Json(&entry)])?;
    if let Some(text) = plain(entry.body()) {
        tx.prepare_cached(PUT_SAID)?.execute(params![ticket.as_str(), key, at, text])?;
    }
    Ok(())
}

fn old(tx: &Transaction, ticket: &TicketId, key: &str) -> rusqlite::Result<Option<Entry>> {
    tx.prepare_cached(OLD)?
        .query_row(params![ticket.as_str(), key], |row| row.get::<_, Json<Entry>>(0).map(|json| json.0))
        .optional()
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[HAVE, OLD, PUT, PLACE, GONE, GONE_SAID];
