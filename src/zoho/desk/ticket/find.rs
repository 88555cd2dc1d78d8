//! A ticket by its number.

use crate::{
    model::Ticket,
    zoho::{Desk, Error, transport::Call},
};

impl Desk {
    /// The ticket with this number (without `#`), from the search index (desk.md §11), which lags behind new tickets;
    /// none when the index does not have it.
    pub async fn ticket_by_number(&self, number: &str) -> Result<Option<Ticket>, Error> {
        let call =
            Call::desk(&["tickets", "search"]).with("ticketNumber", number).with("from", 0).with("limit", 10);
        let page = self.read(&call, 0, 10).await?;
        // The index may answer with more than was asked for.
        Ok(page.rows.into_iter().find(|ticket| ticket.number == number))
    }
}
