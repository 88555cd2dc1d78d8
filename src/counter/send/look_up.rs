//! After a lost answer: does Desk have the message?

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::counter::{CLOCKS, Result, Services};
use crate::model::{Body, BodyKind, Direction, Draft, DraftKind, Entry, Thread, ThreadId, addresses};
use crate::text::{fold, letter};

/// A call whose answer was lost may still be carried out this long after it began: until then *not there* is no answer.
const LATE: SignedDuration = SignedDuration::from_secs(60);

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
    now: &impl Fn() -> Timestamp,
) -> Result<Found> {
    loop {
        if let Some(found) = look(services, draft, since).await? {
            return Ok(found);
        }
        let left = (since + LATE).duration_since(now());
        if left <= SignedDuration::ZERO {
            return Ok(Found::Nowhere);
        }
        let pause = Duration::try_from(left).unwrap_or_default().min(Duration::from_secs(10));
        tokio::time::sleep(pause).await;
    }
}

async fn look(services: &Services, draft: &Draft, since: Timestamp) -> Result<Option<Found>> {
    let said = services.zoho.desk.conversation(&draft.ticket).await?;
    let wanted = plain(&Body { kind: BodyKind::Plain, text: draft.body.clone() });
    for entry in said.entries.iter().rev().filter(|entry| entry.at() > since - CLOCKS) {
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

/// The words alone: what the way through HTML and back leaves the same.
fn plain(body: &Body) -> String {
    let text = letter(body, 200).text();
    fold(&text).chars().filter(|c| c.is_alphanumeric()).collect()
}
