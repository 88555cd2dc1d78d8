//! The stale-thread guard: a message does not leave when the ticket grew while it was written.

use jiff::Timestamp;

use super::own::{Own, own};
use crate::counter::{Result, Services};
use crate::model::{Conversation, Delivery, Draft, Entry};
use crate::store::cache::Key;

/// Whether the ticket grew.
pub enum News {
    /// It did not.
    None,
    /// By so many messages and comments.
    Some(usize),
}

/// Reads the ticket again and counts what its writer has not seen. What is new goes into the cache, so that it can be
/// shown at once.
pub async fn news(services: &Services, draft: &Draft, now: Timestamp) -> Result<News> {
    let said = services.zoho.desk.conversation(&draft.ticket).await?;
    let own = own(services, &draft.ticket).await?;
    let count = unseen(draft, &said, &own);
    let ticket = draft.ticket.clone();
    services
        .keeper
        .put(move |cache| {
            cache.put_conversation(&said)?;
            cache.set_fetched(&Key::Conversation(ticket), now)
        })
        .await?;
    Ok(if count == 0 { News::None } else { News::Some(count) })
}

/// How many entries are newer than what the writer saw; drafts that lie in Desk do not count, nor what the writer sent
/// meanwhile.
fn unseen(draft: &Draft, said: &Conversation, own: &Own) -> usize {
    let newer = |entry: &&Entry| draft.seen.until.is_none_or(|until| entry.at() > until);
    let count = |entry: &&Entry| {
        !matches!(entry, Entry::Thread(thread) if thread.delivery == Delivery::Draft) && !own.knows(entry)
    };
    said.entries.iter().filter(newer).filter(count).count()
}
