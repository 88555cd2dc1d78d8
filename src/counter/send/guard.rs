//! The stale-thread guard: a message does not leave when the ticket grew while it was written.

use jiff::Timestamp;

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
    let count = unseen(draft, &said);
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

/// How many entries are newer than what the writer saw; drafts that lie in Desk do not count.
fn unseen(draft: &Draft, said: &Conversation) -> usize {
    let Some(until) = draft.seen.until else {
        return said.entries.iter().filter(|entry| counts(entry)).count();
    };
    said.entries.iter().filter(|entry| counts(entry) && entry.at() > until).count()
}

fn counts(entry: &Entry) -> bool {
    !matches!(entry, Entry::Thread(thread) if thread.delivery == Delivery::Draft)
}
