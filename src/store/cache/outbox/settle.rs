//! What became of a message.

use rusqlite::params;

use super::{
    super::{
        Cache,
        error::Error,
        json::{At, Json},
    },
    row::word,
};
use crate::model::{Fate, OutgoingId};

// Out of `sending` and `unknown` leads what was learnt of the call; a held message may turn stale (the ticket grew) or
// fail (it cannot even be tried). The owner alone says so.
const SETTLE: &str = "
    UPDATE outgoing SET state = ?2, fate = ?3, sent = ?4
    WHERE id = ?1 AND owner = ?5
        AND (state IN ('sending', 'unknown')
            OR state IN ('held', 'asked', 'stale') AND ?2 IN ('stale', 'failed'))";

// Nobody has it in hand: what was found out before a call was even made.
const PARK: &str = "
    UPDATE outgoing SET state = ?2, fate = ?3
    WHERE id = ?1 AND owner = ?4 AND attempts = ?5
        AND state IN ('held', 'asked', 'waiting', 'stale', 'failed', 'unknown')";

impl Cache {
    /// Says why a message of ours is not handed over now (`Stale`, `Waiting`, `Failed`), `attempts` tries after it was
    /// queued. False, and nothing changed, when it is being sent, was taken back, or was tried since. What is `Unknown`
    /// may only be parked after a look-up that did not find it.
    pub fn park(&self, id: &OutgoingId, attempts: u32, fate: &Fate) -> Result<bool, Error> {
        if !matches!(fate, Fate::Stale | Fate::Waiting { .. } | Fate::Failed { .. }) {
            return Ok(false);
        }
        self.words.write(|tx| {
            let row = params![id.as_str(), word(fate), Json(fate), self.owner.id(), attempts];
            Ok(tx.prepare_cached(PARK)?.execute(row)? > 0)
        })
    }

    /// Settles a message of ours. False, and nothing changed, when it is not ours or has no open end (it was taken back,
    /// dropped, settled before), or when `fate` is no end: `Held` is [`Cache::release`]'s, `Sending` is
    /// [`Cache::begin`]'s. `Unknown` keeps the message for a look-up.
    pub fn settle(&self, id: &OutgoingId, fate: &Fate) -> Result<bool, Error> {
        let sent = match fate {
            Fate::Held { .. } | Fate::Sending { .. } => return Ok(false),
            Fate::Sent { at, .. } => Some(At(*at)),
            Fate::Asked | Fate::Waiting { .. } | Fate::Unknown { .. } | Fate::Stale | Fate::Failed { .. } => {
                None
            }
        };
        self.words.write(|tx| {
            let row = params![id.as_str(), word(fate), Json(fate), sent, self.owner.id()];
            Ok(tx.prepare_cached(SETTLE)?.execute(row)? > 0)
        })
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[SETTLE, PARK];
