//! A ticket with all that was said.

use futures_util::{StreamExt, TryStreamExt, stream};
use jiff::Timestamp;

use crate::counter::{Error, Result, Services};
use crate::model::{Body, BodyKind, Conversation, Entry, Thread, ThreadId, Ticket, TicketId};
use crate::store::cache::Key;
use crate::zoho::Kind;

/// How many texts are fetched side by side: half of what the client lets through, so that a list is not held up.
const ABREAST: usize = 2;

/// Fetches it: the list of what was said first, then the texts that are not here yet, newest first, since the list
/// gives only their beginnings. `more` is called when there is something new to show.
pub async fn conversation(
    services: &Services,
    id: &TicketId,
    now: Timestamp,
    more: impl Fn(),
) -> Result<bool> {
    let desk = &services.zoho.desk;
    let ticket = known(services, id).await?;
    let unread = ticket.read == Some(false);
    services.keeper.put(move |cache| cache.put_tickets(&[ticket], None)).await?;
    let said = desk.conversation(id).await?;
    let missing = put(services, said, now).await?;
    more();
    let texts = stream::iter(missing).map(|thread| async move { desk.thread(id, &thread).await });
    let mut texts = texts.buffered(ABREAST);
    let mut count = 0;
    while let Some(thread) = texts.try_next().await? {
        put_thread(services, id, thread).await?;
        count += 1;
        if count % 8 == 1 {
            more();
        }
    }
    if unread {
        // Opening reads it, as in Desk itself. Whether Desk notes that is no reason to fail.
        let _ = desk.mark_read(id).await;
    }
    Ok(true)
}

/// The ticket; one that Desk does not have any more leaves the cache as well.
async fn known(services: &Services, id: &TicketId) -> Result<Ticket> {
    match services.zoho.desk.ticket(id).await {
        Err(error) if error.kind() == Kind::NotFound => {
            let gone = id.clone();
            services.keeper.put(move |cache| cache.forget_ticket(&gone)).await?;
            Err(Error::TicketGone)
        }
        answer => Ok(answer?),
    }
}

/// Puts the list away; gives the threads whose text is still missing, newest first.
async fn put(services: &Services, said: Conversation, now: Timestamp) -> Result<Vec<ThreadId>> {
    let ticket = said.ticket.clone();
    let known = services
        .keeper
        .put(move |cache| {
            cache.put_conversation(&said)?;
            cache.set_fetched(&Key::Conversation(ticket.clone()), now)?;
            cache.conversation(&ticket)
        })
        .await?;
    let entries = known.map(|known| known.entries).unwrap_or_default();
    let missing = entries.into_iter().rev().filter_map(|entry| match entry {
        Entry::Thread(Thread { id, body: Body { kind: BodyKind::Missing, .. }, .. }) => Some(id),
        _ => None,
    });
    Ok(missing.collect())
}

async fn put_thread(services: &Services, ticket: &TicketId, thread: Thread) -> Result<()> {
    let ticket = ticket.clone();
    services.keeper.put(move |cache| cache.put_entry(&ticket, &Entry::Thread(thread))).await?;
    Ok(())
}
