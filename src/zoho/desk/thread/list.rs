//! The messages of a ticket, as summaries.

use super::wire::WireThread;
use crate::{
    model::{Thread, TicketId},
    zoho::{Desk, Error, transport::Call},
};

impl Desk {
    /// All messages of a ticket, oldest first, without their texts.
    pub async fn threads(&self, ticket: &TicketId) -> Result<Vec<Thread>, Error> {
        let call = Call::desk(&["tickets", ticket.as_str(), "threads"]).with("sortBy", "sendDateTime");
        let rows = self.whole::<WireThread>(&call, 200).await?;
        let mut threads: Vec<_> = rows.into_iter().filter_map(WireThread::into_model).collect();
        threads.sort_by_key(|thread| thread.at);
        Ok(threads)
    }
}
