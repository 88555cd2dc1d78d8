//! Drafts: every word typed and not yet sent. They stand in `words.db`, whose commits are on the disk when they return.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use super::{
    Cache,
    error::Error,
    json::{At, Json},
    owner::new_id,
};
use crate::model::{Draft, DraftId, TicketId};

// A save that was overtaken by a later one, or by *send*, changes nothing.
pub(super) const SAVE: &str = "
    INSERT INTO draft(id, ticket, updated, owner, body)
    SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM outgoing WHERE draft = ?1)
    ON CONFLICT(id) DO UPDATE SET
        ticket = excluded.ticket, updated = excluded.updated, owner = excluded.owner, body = excluded.body
    WHERE excluded.updated >= updated";
const ALL: &str = "SELECT body FROM draft ORDER BY updated DESC, id";
const ONE: &str = "SELECT body FROM draft WHERE id = ?1";
const OF_TICKET: &str = "SELECT body FROM draft WHERE ticket = ?1 ORDER BY updated DESC, id";
const OWNER: &str = "SELECT owner FROM draft WHERE id = ?1";
pub(super) const DROP: &str = "DELETE FROM draft WHERE id = ?1";

impl Cache {
    /// A new name for a draft.
    pub fn new_draft_id(&self) -> DraftId {
        DraftId::new(new_id())
    }

    /// Saves a draft; it is on the disk when this returns. False when a later state of it was saved before or it stands in
    /// the outbox by now: then nothing was changed.
    pub fn save_draft(&self, draft: &Draft) -> Result<bool, Error> {
        let owner = self.owner.id();
        self.words.write(|tx| {
            let updated = At(draft.updated);
            let row = params![draft.id.as_str(), draft.ticket.as_str(), updated, owner, Json(draft)];
            Ok(tx.prepare_cached(SAVE)?.execute(row)? > 0)
        })
    }

    /// All drafts, the last one touched first.
    pub fn drafts(&self) -> Result<Vec<Draft>, Error> {
        self.draft_list(ALL, [])
    }

    /// The drafts on a ticket, the last one touched first.
    pub fn drafts_of(&self, ticket: &TicketId) -> Result<Vec<Draft>, Error> {
        self.draft_list(OF_TICKET, [ticket.as_str()])
    }

    /// One draft; none when it was dropped or queued.
    pub fn draft(&self, id: &DraftId) -> Result<Option<Draft>, Error> {
        self.words.run(|conn| conn.prepare_cached(ONE)?.query_row([id.as_str()], draft).optional())
    }

    /// Whether another living process saved this draft last, and so may have it on its screen.
    pub fn is_draft_elsewhere(&self, id: &DraftId) -> Result<bool, Error> {
        let owner: Option<String> = self
            .words
            .run(|conn| conn.prepare_cached(OWNER)?.query_row([id.as_str()], |row| row.get(0)).optional())?;
        match owner {
            Some(owner) if owner != self.owner.id() => Ok(!self.owner.is_dead(&owner)?),
            _ => Ok(false),
        }
    }

    /// Drops a draft for good. False when there was none.
    pub fn drop_draft(&self, id: &DraftId) -> Result<bool, Error> {
        self.words.write(|tx| Ok(tx.prepare_cached(DROP)?.execute([id.as_str()])? > 0))
    }

    /// A row that this version cannot read is passed over and stays in the file; the others must not hide behind it.
    fn draft_list(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Draft>, Error> {
        self.words.run(|conn| {
            let mut statement = conn.prepare_cached(sql)?;
            let rows = statement.query_map(params, draft)?;
            rows.filter_map(|row| passable(row).transpose()).collect()
        })
    }
}

fn draft(row: &Row) -> rusqlite::Result<Draft> {
    row.get::<_, Json<Draft>>(0).map(|json| json.0)
}

/// None for a row that cannot be decoded, which is logged without its content.
pub(super) fn passable<T>(row: rusqlite::Result<T>) -> rusqlite::Result<Option<T>> {
    match row {
        Err(rusqlite::Error::FromSqlConversionFailure(column, ..)) => {
            tracing::warn!(column, "a row of words.db cannot be read by this version and was passed over");
            Ok(None)
        }
        other => other.map(Some),
    }
}

/// The same draft, changed just now: so that it counts as later than any save still on its way.
pub(super) fn touched(mut draft: Draft, now: Timestamp) -> Draft {
    draft.updated = draft.updated.max(now);
    draft
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[SAVE, ALL, ONE, OF_TICKET, OWNER, DROP];
