//! Messages and comments together.

use crate::{
    model::{Conversation, Entry, TicketId},
    zoho::{Desk, Error},
};

impl Desk {
    /// All that was said on a ticket, oldest first. Comments come with their texts, messages without: those are fetched
    /// one by one with [`Desk::thread`] when they are looked at. Two lists rather than `/conversations`, which answers
    /// for tickets that do not exist and shows less.
    pub async fn conversation(&self, ticket: &TicketId) -> Result<Conversation, Error> {
        let (threads, comments) = tokio::join!(self.threads(ticket), self.comments(ticket));
        let threads = threads?.into_iter().map(Entry::Thread);
        let mut entries: Vec<_> = threads.chain(comments?.into_iter().map(Entry::Comment)).collect();
        entries.sort_by_key(Entry::at);
        Ok(Conversation { ticket: ticket.clone(), entries })
    }
}
