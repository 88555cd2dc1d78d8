//! Reading a conversation.

use rusqlite::params;

use super::super::{Cache, error::Error, json::Json};
use crate::model::{Conversation, Entry, TicketId};

const HAVE: &str = "SELECT 1 FROM conversation WHERE ticket = ?1";
const ENTRIES: &str = "SELECT body FROM entry WHERE ticket = ?1 ORDER BY at, place";

impl Cache {
    /// The conversation of a ticket, oldest first; none when it was never fetched.
    pub fn conversation(&self, ticket: &TicketId) -> Result<Option<Conversation>, Error> {
        self.db.run(|conn| {
            if !conn.prepare_cached(HAVE)?.exists(params![ticket.as_str()])? {
                return Ok(None);
            }
            let entries = conn
                .prepare_cached(ENTRIES)?
                .query_map([ticket.as_str()], |row| row.get::<_, Json<Entry>>(0).map(|json| json.0))?
                .collect::<rusqlite::Result<_>>()?;
            Ok(Some(Conversation { ticket: ticket.clone(), entries }))
        })
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[HAVE, ENTRIES];
