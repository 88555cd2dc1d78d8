//! After a lost answer: does Desk have the message?

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::Around;
use super::own::{own, plain};
use crate::counter::{CLOCKS, Result, Services};
use crate::model::{Body, BodyKind, Direction, Draft, DraftKind, Entry, Fate, Thread, ThreadId, addresses};

/// What the look-up found.
pub enum Found {
    /// Desk has it since then; comments have no thread.
    There(Timestamp, Option<ThreadId>),
    /// Desk does not have it, and a late call can no longer bring it.
    Nowhere,
}

/// Looks the message up in its ticket, and again when a late call could still have brought it.
pub async fn look_up(
    services: &Services,
    draft: &Draft,
    since: Timestamp,
    around: &Around<impl Fn() -> Timestamp, impl Fn(), impl Fn(SignedDuration)>,
) -> Result<Found> {
    loop {
        // Asked before the look: what comes after it is the business of the next one.
        let left = (since + Fate::LATE).duration_since((around.now)());
        (around.checking)(left.max(SignedDuration::ZERO));
        if let Some(found) = look(services, draft, since).await? {
            return Ok(found);
        }
        if left <= SignedDuration::ZERO {
            return Ok(Found::Nowhere);
        }
        let pause = Duration::try_from(left).unwrap_or_default().min(Duration::from_secs(10));
        tokio::time::sleep(pause).await;
    }
}

async fn look(services: &Services, draft: &Draft, since: Timestamp) -> Result<Option<Found>> {
    let said = services.zoho.desk.conversation(&draft.ticket).await?;
    let others = own(services, &draft.ticket).await?;
    // By Desk's clock, whatever became of it meanwhile: neither older than what the writer had seen, nor much older than
    // the call.
    let called = services.zoho.time(since) - CLOCKS;
    let from = draft.seen.until.map_or(Timestamp::MIN, |until| until.min(called));
    let wanted = plain(&Body { kind: BodyKind::Plain, text: draft.body.clone() });
    for entry in said.entries.iter().rev().filter(|entry| entry.at() > from && !others.has(entry)) {
        match entry {
            Entry::Thread(thread) if draft.kind.is_mail() && same_way(thread, draft) => {
                let whole = services.zoho.desk.thread(&draft.ticket, &thread.id).await?;
                if plain(&whole.body) == wanted {
                    return Ok(Some(Found::There(thread.at, Some(thread.id.clone()))));
                }
            }
            Entry::Comment(comment) if !draft.kind.is_mail() => {
                let public = draft.kind == DraftKind::PublicComment;
                if comment.public == public && plain(&comment.body) == wanted {
                    return Ok(Some(Found::There(comment.at, None)));
                }
            }
            _ => {}
        }
    }
    Ok(None)
}

/// Whether the message went out, in the same way and to the same people.
fn same_way(thread: &Thread, draft: &Draft) -> bool {
    let to = addresses(&draft.to);
    let seen_before = draft.seen.last_thread.as_ref() == Some(&thread.id);
    thread.direction == Direction::Out
        && !seen_before
        && thread.forward == (draft.kind == DraftKind::Forward)
        && thread.to.len() == to.len()
        && to.iter().all(|one| thread.to.iter().any(|other| other.same_mailbox(one)))
}
