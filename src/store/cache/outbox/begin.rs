//! The moment before a message is handed to the network, and the end of a question.

use jiff::Timestamp;
use rusqlite::params;

use super::{
    super::{Cache, error::Error, json::Json},
    row::word,
};
use crate::model::{Fate, OutgoingId};

// The owner alone: what another living process answers for is asked about, looked up and sent there.
const BEGIN: &str = "
    UPDATE outgoing SET state = ?2, fate = ?3, owner = ?4, attempts = attempts + 1
    WHERE id = ?1 AND owner = ?4 AND state IN ('held', 'asked', 'waiting', 'unknown', 'stale', 'failed')
        AND attempts = coalesce(?5, attempts)";
const RELEASE: &str = "
    UPDATE outgoing SET state = ?2, fate = ?3 WHERE id = ?1 AND owner = ?4 AND state = 'asked'";

impl Cache {
    /// Claims a message for sending. True: the caller, and nobody else, hands it to the network now, and settles it.
    /// False: another process or another state won, and nothing may be sent. After a lost answer
    /// ([`Fate::Unknown`]) this is right only when the ticket was looked up and does not have the message.
    pub fn begin(&self, id: &OutgoingId, now: Timestamp) -> Result<bool, Error> {
        self.claim(id, None, now)
    }

    /// The same for one who has looked the ticket up after so many `attempts`: false when there was another since, about
    /// which that look says nothing.
    pub fn begin_after(&self, id: &OutgoingId, attempts: u32, now: Timestamp) -> Result<bool, Error> {
        self.claim(id, Some(attempts), now)
    }

    /// A person said *send* to what was found held after a crash: it is held until `until` once more. False when it does
    /// not wait for an answer any more.
    pub fn release(&self, id: &OutgoingId, until: Timestamp) -> Result<bool, Error> {
        let fate = Fate::Held { until };
        self.words.write(|tx| {
            let row = params![id.as_str(), word(&fate), Json(&fate), self.owner.id()];
            Ok(tx.prepare_cached(RELEASE)?.execute(row)? > 0)
        })
    }

    fn claim(&self, id: &OutgoingId, attempts: Option<u32>, now: Timestamp) -> Result<bool, Error> {
        let fate = Fate::Sending { since: now };
        self.words.write(|tx| {
            let row = params![id.as_str(), word(&fate), Json(&fate), self.owner.id(), attempts];
            Ok(tx.prepare_cached(BEGIN)?.execute(row)? > 0)
        })
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[BEGIN, RELEASE];
