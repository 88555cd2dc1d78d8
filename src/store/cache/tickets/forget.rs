//! What a complete answer did not name any more, and tickets that are gone.

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::{
    super::{Cache, error::Error, records::next_stamp},
    scope::{Where, list, micros},
};
use crate::model::{DepartmentId, TicketId, TicketScope};

/// A customer's list comes out of Desk's search index, which may lag so far behind a new ticket (desk.md §11).
const LAG: SignedDuration = SignedDuration::from_mins(5);

const FORGET: &str = "DELETE FROM ticket WHERE id = ?1";
const FORGET_SAID: &str = "DELETE FROM said WHERE ticket = ?1";
const FORGET_ENTRIES: &str = "DELETE FROM entry WHERE ticket = ?1";
const FORGET_CONVERSATION: &str = "DELETE FROM conversation WHERE ticket = ?1";

impl Cache {
    /// Compares the cache with an answer for a scope (in one department, or in all). `seen`: the tickets it named.
    /// `complete`: whether it was the whole list; with a part of it nothing can be said, and nothing is done.
    ///
    /// A ticket that an open list does not name any more was closed, assigned to somebody else or deleted: it leaves the
    /// open lists until it is put again, and stays where it is known otherwise. A ticket that a customer's list does
    /// not name is not that customer's any more, unless it is so young that the list may lag behind it. Says how many
    /// tickets were touched.
    pub fn reconcile_scope(
        &self,
        scope: &TicketScope,
        department: Option<&DepartmentId>,
        seen: &[TicketId],
        complete: bool,
        now: Timestamp,
    ) -> Result<usize, Error> {
        if !complete {
            return Ok(0);
        }
        let mut wanted = Where::scope(scope, department, now);
        let named = wanted.push(list(seen.iter().map(TicketId::as_str)));
        let sql = absent_sql(&wanted, scope, named);
        wanted.push(micros(now.saturating_sub(LAG).unwrap_or(Timestamp::MIN)));
        self.db.write(|tx| {
            wanted.push(next_stamp(tx)?);
            tx.prepare_cached(&sql)?.execute(&*wanted.params())
        })
    }

    /// Takes a ticket away with all that was said on it: Desk does not have it any more.
    pub fn forget_ticket(&self, id: &TicketId) -> Result<(), Error> {
        self.db.write(|tx| {
            for sql in [FORGET, FORGET_SAID, FORGET_ENTRIES, FORGET_CONVERSATION] {
                tx.prepare_cached(sql)?.execute(params![id.as_str()])?;
            }
            Ok(())
        })
    }
}

/// After the parameter with the ids that were named: the youngest that can be missed, and the stamp.
fn absent_sql(wanted: &Where, scope: &TicketScope, named: usize) -> String {
    let (old, stamp) = (named + 1, named + 2);
    let (change, settled) = match scope {
        TicketScope::Of { .. } => (
            "contact = iif(contact IN (SELECT value FROM json_each(?1)), NULL, contact),
             account = iif(account IN (SELECT value FROM json_each(?2)), NULL, account)",
            format!("created < ?{old}"),
        ),
        // Always true; named so that each of these statements takes the same parameters.
        _ => ("doubt = 1", format!("?{old} IS NOT NULL")),
    };
    format!(
        "UPDATE ticket SET {change}, stamp = ?{stamp}
         WHERE {} AND {settled} AND id NOT IN (SELECT value FROM json_each(?{named}))",
        wanted.holds
    )
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[FORGET, FORGET_SAID, FORGET_ENTRIES, FORGET_CONVERSATION];

#[cfg(test)]
pub(super) fn statements() -> Vec<String> {
    let of = TicketScope::Of { contacts: vec![], accounts: vec![] };
    [of, TicketScope::Unassigned]
        .iter()
        .map(|scope| {
            let wanted = Where::scope(scope, None, Timestamp::UNIX_EPOCH);
            let named = wanted.values.len() + 1;
            absent_sql(&wanted, scope, named)
        })
        .collect()
}
