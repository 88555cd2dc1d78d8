//! A look at the ticket when *send* is pressed: that it has grown is to be told at once, not when the hold is over.

use jiff::Timestamp;

use super::deliver::park;
use super::guard::{News, news};
use crate::counter::{Result, Services};
use crate::model::{Fate, Outgoing};

/// Whether the ticket of a message that was just queued has grown by entries its writer has not seen: so many, and the
/// message stays in the outbox until they decide. None when there is nothing new, or when the message was taken back or
/// has left meanwhile. Fails when Desk cannot be asked; delivering asks again in any case.
pub async fn look(services: &Services, outgoing: &Outgoing, now: Timestamp) -> Result<Option<usize>> {
    if !outgoing.draft.kind.is_mail() {
        return Ok(None);
    }
    match news(services, &outgoing.draft, now).await? {
        News::Some(count) if park(services, outgoing, Fate::Stale).await? => Ok(Some(count)),
        News::Some(_) | News::None => Ok(None),
    }
}
