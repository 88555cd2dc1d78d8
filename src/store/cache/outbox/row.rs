//! An outgoing message as a row of the table.

use rusqlite::{Result, Row};

use super::super::json::{At, Json};
use crate::model::{Fate, Outgoing, OutgoingId};

/// Reads `id, body, queued, fate, attempts`.
pub(super) fn outgoing(row: &Row) -> Result<Outgoing> {
    Ok(Outgoing {
        id: OutgoingId::new(row.get::<_, String>(0)?),
        draft: row.get::<_, Json<_>>(1)?.0,
        queued: row.get::<_, At>(2)?.0,
        fate: row.get::<_, Json<_>>(3)?.0,
        attempts: row.get(4)?,
    })
}

/// The word of a fate: what the statements compare.
pub(super) fn word(fate: &Fate) -> &'static str {
    match fate {
        Fate::Held { .. } => "held",
        Fate::Asked => "asked",
        Fate::Waiting { .. } => "waiting",
        Fate::Sending { .. } => "sending",
        Fate::Unknown { .. } => "unknown",
        Fate::Stale => "stale",
        Fate::Failed { .. } => "failed",
        Fate::Sent { .. } => "sent",
    }
}
