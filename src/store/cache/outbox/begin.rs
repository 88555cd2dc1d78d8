//! The moment before a message is handed to the network, and the end of a question.

use jiff::Timestamp;
use rusqlite::params;

use super::{
    super::{Cache, error::Error, json::Json},
    row::word,
};
use crate::model::{Fate, OutgoingId};

// What is held, and what was looked up after a lost answer, is begun by its owner alone: a look-up that another process
// made before the owner's last try says nothing about that try. The other fates are certain: it has not left.
const BEGIN: &str = "
    UPDATE outgoing SET state = ?2, fate = ?3, owner = ?4, attempts = attempts + 1
    WHERE id = ?1 AND (state IN ('asked', 'stale', 'failed') OR state IN ('held', 'unknown') AND owner = ?4)";
const RELEASE: &str = "
    UPDATE outgoing SET state = ?2, fate = ?3, owner = ?4 WHERE id = ?1 AND state = 'asked'";

impl Cache {
    /// Claims a message for sending. True: the caller, and nobody else, hands it to the network now, and settles it.
    /// False: another process or another state won, and nothing may be sent. After a lost answer
    /// ([`Fate::Unknown`]) this is right only when the ticket was looked up and does not have the message.
    pub fn begin(&self, id: &OutgoingId, now: Timestamp) -> Result<bool, Error> {
        self.set(BEGIN, id, &Fate::Sending { since: now })
    }

    /// A person said *send* to what was found held after a crash: it is held until `until` once more. False when it does
    /// not wait for an answer any more.
    pub fn release(&self, id: &OutgoingId, until: Timestamp) -> Result<bool, Error> {
        self.set(RELEASE, id, &Fate::Held { until })
    }

    fn set(&self, sql: &str, id: &OutgoingId, fate: &Fate) -> Result<bool, Error> {
        self.words.write(|tx| {
            let row = params![id.as_str(), word(fate), Json(fate), self.owner.id()];
            Ok(tx.prepare_cached(sql)?.execute(row)? > 0)
        })
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[BEGIN, RELEASE];
