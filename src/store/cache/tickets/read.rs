//! Reading single tickets.

use rusqlite::OptionalExtension;

use super::{
    super::{Cache, error::Error},
    row,
};
use crate::model::{Ticket, TicketId};

const BY_ID: &str = "
    SELECT id, number, subject, status, kind, channel, priority, department, contact, contact_name, email, account,
    account_name, assignee, assignee_name, created, due, response_due, closed, customer_response, threads, comments,
    read, escalated FROM ticket WHERE id = ?1";
const ID_OF: &str = "SELECT id FROM ticket WHERE number = ?1 ORDER BY created DESC LIMIT 1";

impl Cache {
    /// A ticket; none when it is not in the cache.
    pub fn ticket(&self, id: &TicketId) -> Result<Option<Ticket>, Error> {
        self.db.run(|conn| conn.prepare_cached(BY_ID)?.query_row([id.as_str()], row::ticket).optional())
    }

    /// A ticket by the number that people say, with or without `#`.
    pub fn ticket_by_number(&self, number: &str) -> Result<Option<Ticket>, Error> {
        let number = number.trim().trim_start_matches('#');
        let id: Option<String> = self
            .db
            .run(|conn| conn.prepare_cached(ID_OF)?.query_row([number], |row| row.get(0)).optional())?;
        id.map_or(Ok(None), |id| self.ticket(&TicketId::new(id)))
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[BY_ID, ID_OF];
