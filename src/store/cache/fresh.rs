//! How old things are: when each was last fetched, and up to where its changes are known.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::{
    Cache,
    error::Error,
    json::{At, Json},
};
use crate::model::{DepartmentId, Module, RecordId, TicketId, TicketScope};

/// Names something that is fetched as a whole and has an age.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Key {
    /// The records of a module.
    Records(Module),
    /// The records of a module, all of them read from the first to the last.
    Whole(Module),
    /// One record, read whole.
    Record(RecordId),
    /// The list of tickets of a scope, in one department or in all.
    Tickets(TicketScope, Option<DepartmentId>),
    /// One ticket, read whole.
    Ticket(TicketId),
    /// The conversation of a ticket.
    Conversation(TicketId),
    /// The twin of a record.
    Twin(RecordId),
    /// The activities of a record.
    Activities(RecordId),
    /// The departments.
    Departments,
    /// The statuses.
    Statuses,
    /// The agents.
    Agents,
    /// The channels.
    Channels,
    /// The priorities.
    Priorities,
    /// The addresses that mail may be sent from, of one department or of all.
    FromAddresses(Option<DepartmentId>),
    /// How many tickets stand on the agent's shelves.
    Totals,
    /// The currency of the organisation.
    Currency,
    /// Who is signed in.
    Me,
    /// What they may do.
    Permissions,
}

const FETCHED: &str = "SELECT fetched FROM fresh WHERE key = ?1 AND fetched IS NOT NULL";
const CURSOR: &str = "SELECT cursor FROM fresh WHERE key = ?1 AND cursor IS NOT NULL";
const SET_FETCHED: &str = "
    INSERT INTO fresh(key, fetched) VALUES (?1, ?2) ON CONFLICT(key) DO UPDATE SET fetched = excluded.fetched";
const SET_CURSOR: &str = "
    INSERT INTO fresh(key, cursor) VALUES (?1, ?2) ON CONFLICT(key) DO UPDATE SET cursor = excluded.cursor";

impl Cache {
    /// When it was last fetched; none = never.
    pub fn fetched_at(&self, key: &Key) -> Result<Option<Timestamp>, Error> {
        self.time(FETCHED, key)
    }

    /// Says that it was fetched.
    pub fn set_fetched(&self, key: &Key, at: Timestamp) -> Result<(), Error> {
        self.set_time(SET_FETCHED, key, at)
    }

    /// Up to when its changes are known (`changed_since`); none = nothing is known.
    pub fn cursor(&self, key: &Key) -> Result<Option<Timestamp>, Error> {
        self.time(CURSOR, key)
    }

    /// Says that its changes are known up to a time.
    pub fn set_cursor(&self, key: &Key, at: Timestamp) -> Result<(), Error> {
        self.set_time(SET_CURSOR, key, at)
    }

    fn time(&self, sql: &str, key: &Key) -> Result<Option<Timestamp>, Error> {
        self.db.run(|conn| {
            conn.prepare_cached(sql)?
                .query_row([Json(key)], |row| row.get::<_, At>(0).map(|at| at.0))
                .optional()
        })
    }

    fn set_time(&self, sql: &str, key: &Key, at: Timestamp) -> Result<(), Error> {
        self.db.write(|tx| tx.prepare_cached(sql)?.execute(params![Json(key), At(at)]).map(|_| ()))
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[FETCHED, CURSOR, SET_FETCHED, SET_CURSOR];
