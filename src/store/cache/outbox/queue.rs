//! Into the outbox, out of it again as a draft, and what stands in it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::{
    super::{
        Cache, drafts,
        error::Error,
        json::{At, Json},
        owner::new_id,
    },
    row::{outgoing, word},
};
use crate::model::{Draft, Fate, Outgoing, OutgoingId};

const QUEUE: &str = "
    INSERT INTO outgoing(id, draft, owner, state, fate, queued, attempts, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)
    ON CONFLICT(draft) DO NOTHING";
const TAKE_BACK: &str = "
    DELETE FROM outgoing
    WHERE id = ?1 AND owner = ?2 AND state IN ('held', 'asked', 'waiting', 'stale', 'failed')
    RETURNING body";
const DROP: &str = "
    DELETE FROM outgoing
    WHERE id = ?1 AND owner = ?2 AND state IN ('held', 'asked', 'waiting', 'stale', 'failed')";
const ELSEWHERE: &str = "SELECT id FROM outgoing WHERE state <> 'sent' AND owner <> ?1";
pub(super) const WAITING: &str = "
    SELECT id, body, queued, fate, attempts FROM outgoing WHERE state <> 'sent' ORDER BY queued, id";
const SENT: &str = "
    SELECT id, body, queued, fate, attempts FROM outgoing WHERE state = 'sent' AND sent >= ?1 ORDER BY sent, id";
const ONE: &str = "SELECT id, body, queued, fate, attempts FROM outgoing WHERE id = ?1";

impl Cache {
    /// *Send*: the draft leaves the drafts and stands in the outbox, held until `until`; both or neither, on the disk when
    /// this returns. A draft that stands there already is refused ([`Error::AlreadyQueued`]).
    pub fn queue(&self, draft: &Draft, until: Timestamp, now: Timestamp) -> Result<Outgoing, Error> {
        let id = OutgoingId::new(new_id());
        let fate = Fate::Held { until };
        let queued = self.words.write(|tx| {
            let owner = self.owner.id();
            let row = params![
                id.as_str(),
                draft.id.as_str(),
                owner,
                word(&fate),
                Json(&fate),
                At(now),
                Json(draft)
            ];
            let added = tx.prepare_cached(QUEUE)?.execute(row)? > 0;
            if added {
                tx.prepare_cached(drafts::DROP)?.execute([draft.id.as_str()])?;
            }
            Ok(added)
        })?;
        if !queued {
            return Err(Error::AlreadyQueued);
        }
        Ok(Outgoing { id, draft: draft.clone(), queued: now, fate, attempts: 0 })
    }

    /// *Undo*: the message is a draft again. None when it has left, may have left, is not there, or when another
    /// process answers for it.
    pub fn take_back(&self, id: &OutgoingId, now: Timestamp) -> Result<Option<Draft>, Error> {
        self.words.write(|tx| {
            let taken: Option<Json<Draft>> = tx
                .prepare_cached(TAKE_BACK)?
                .query_row([id.as_str(), self.owner.id()], |row| row.get(0))
                .optional()?;
            let Some(Json(draft)) = taken else { return Ok(None) };
            let draft = drafts::touched(draft, now);
            let row = params![
                draft.id.as_str(),
                draft.ticket.as_str(),
                At(draft.updated),
                self.owner.id(),
                Json(&draft)
            ];
            tx.prepare_cached(drafts::SAVE)?.execute(row)?;
            Ok(Some(draft))
        })
    }

    /// Drops a message for good. False when it has left, may have left, is not there, or when another process answers
    /// for it: then nothing was changed.
    pub fn drop_outgoing(&self, id: &OutgoingId) -> Result<bool, Error> {
        self.words.write(|tx| Ok(tx.prepare_cached(DROP)?.execute([id.as_str(), self.owner.id()])? > 0))
    }

    /// The messages that another process answers for. After [`Cache::recover`] that is one that lives.
    pub fn outgoing_elsewhere(&self) -> Result<BTreeSet<OutgoingId>, Error> {
        self.words.run(|conn| {
            let mut statement = conn.prepare_cached(ELSEWHERE)?;
            let ids = statement.query_map([self.owner.id()], |row| row.get::<_, String>(0))?;
            ids.map(|id| id.map(OutgoingId::new)).collect()
        })
    }

    /// What has not been sent yet, in the order in which it was queued.
    pub fn outbox(&self) -> Result<Vec<Outgoing>, Error> {
        self.outgoing_list(WAITING, [])
    }

    /// What was sent at `since` or later, in the order in which it was sent.
    pub fn sent_recently(&self, since: Timestamp) -> Result<Vec<Outgoing>, Error> {
        self.outgoing_list(SENT, [At(since)])
    }

    /// One message; none when it was taken back or dropped.
    pub fn outgoing(&self, id: &OutgoingId) -> Result<Option<Outgoing>, Error> {
        self.words.run(|conn| conn.prepare_cached(ONE)?.query_row([id.as_str()], outgoing).optional())
    }

    pub(super) fn outgoing_list(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<Outgoing>, Error> {
        self.words.run(|conn| {
            let mut statement = conn.prepare_cached(sql)?;
            let rows = statement.query_map(params, outgoing)?;
            rows.filter_map(|row| drafts::passable(row).transpose()).collect()
        })
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[QUEUE, TAKE_BACK, DROP, ELSEWHERE, WAITING, SENT, ONE];
