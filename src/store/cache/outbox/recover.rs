//! Taking over what instances left behind that ended without settling.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::{
    super::{
        Cache,
        base::Base,
        drafts,
        error::Error,
        json::{At, Json},
        owner::Owner,
    },
    row::{outgoing, word},
};
use crate::model::{Fate, Outgoing};

const OWNERS: &str = "SELECT DISTINCT owner FROM outgoing WHERE state <> 'sent'";
const LEFT: &str = "
    SELECT id, body, queued, fate, attempts FROM outgoing WHERE owner = ?1 AND state <> 'sent' ORDER BY queued, id";
const TAKE_OVER: &str = "UPDATE outgoing SET state = ?2, fate = ?3, owner = ?4 WHERE id = ?1 AND owner = ?5";
const PRUNE: &str = "DELETE FROM outgoing WHERE state = 'sent' AND sent < ?1";

/// How long what was sent is remembered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Cache {
    /// At start and whenever an instance ended: takes over the messages of dead instances. What one was sending is `Unknown` now, what one held waits for a
    /// person (`Asked`); other fates stay: what waited for the network goes on waiting, with us. The messages of living
    /// instances are not touched. Returns what was taken over.
    pub fn recover(&self, now: Timestamp) -> Result<Vec<Outgoing>, Error> {
        let dead = dead_owners(&self.words, &self.owner)?;
        let mut left: Vec<Outgoing> = self.words.write(|tx| {
            let mut all = Vec::new();
            for owner in dead {
                let mut statement = tx.prepare_cached(LEFT)?;
                let rows = statement.query_map([&owner], outgoing)?;
                for row in rows {
                    let Some(mut message) = drafts::passable(row)? else { continue };
                    message.fate = taken_over(message.fate);
                    tx.prepare_cached(TAKE_OVER)?.execute(params![
                        message.id.as_str(),
                        word(&message.fate),
                        Json(&message.fate),
                        self.owner.id(),
                        owner
                    ])?;
                    all.push(message);
                }
            }
            tx.prepare_cached(PRUNE)?
                .execute([At(now.saturating_sub(REMEMBERED).unwrap_or(Timestamp::MIN))])?;
            Ok(all)
        })?;
        left.sort_by(|a, b| a.queued.cmp(&b.queued).then_with(|| a.id.cmp(&b.id)));
        Ok(left)
    }
}

/// The instances that ended and left messages behind.
pub(in crate::store::cache) fn dead_owners(words: &Base, us: &Owner) -> Result<Vec<String>, Error> {
    let owners: HashSet<String> =
        words.run(|conn| conn.prepare_cached(OWNERS)?.query_map([], |row| row.get(0))?.collect())?;
    let mut dead = Vec::new();
    for owner in owners {
        if us.is_dead(&owner)? {
            dead.push(owner);
        }
    }
    Ok(dead)
}

fn taken_over(fate: Fate) -> Fate {
    match fate {
        Fate::Sending { since } => Fate::Unknown { since },
        Fate::Held { .. } => Fate::Asked,
        other => other,
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[OWNERS, LEFT, TAKE_OVER, PRUNE];
