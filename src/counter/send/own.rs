//! What this agent sent to a ticket lately, as the outbox remembers it: no news to its writer, and no sign of another
//! message with the same words.

use std::collections::HashSet;

use jiff::Timestamp;

use crate::counter::{Result, Services};
use crate::model::{Body, BodyKind, Entry, Fate, ThreadId, TicketId};
use crate::text::{fold, letter};

/// Messages that left the outbox.
pub(super) struct Own {
    threads: HashSet<ThreadId>,
    comments: HashSet<String>,
}

/// What the outbox remembers of a ticket.
pub(super) async fn own(services: &Services, ticket: &TicketId) -> Result<Own> {
    let sent = services.keeper.ask(|cache| cache.sent_recently(Timestamp::MIN)).await?;
    let mut own = Own { threads: HashSet::new(), comments: HashSet::new() };
    for message in sent.into_iter().filter(|message| message.draft.ticket == *ticket) {
        match message.fate {
            Fate::Sent { thread: Some(thread), .. } => drop(own.threads.insert(thread)),
            _ => drop(own.comments.insert(plain(&Body { kind: BodyKind::Plain, text: message.draft.body }))),
        }
    }
    Ok(own)
}

impl Own {
    /// Whether this message is certainly one of them.
    pub(super) fn has(&self, entry: &Entry) -> bool {
        matches!(entry, Entry::Thread(thread) if self.threads.contains(&thread.id))
    }

    /// Whether its writer knows this entry: it is one of them, or a comment with the words of one.
    pub(super) fn knows(&self, entry: &Entry) -> bool {
        self.has(entry)
            || matches!(entry, Entry::Comment(comment) if self.comments.contains(&plain(&comment.body)))
    }
}

/// The words alone: what the way through HTML and back leaves the same.
pub(super) fn plain(body: &Body) -> String {
    let text = letter(body, 200).text();
    fold(&text).chars().filter(|c| c.is_alphanumeric()).collect()
}
