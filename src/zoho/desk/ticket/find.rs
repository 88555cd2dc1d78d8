//! Tickets by their number or their words.

use crate::{
    model::Ticket,
    zoho::{Desk, Error, transport::Call},
};

/// The fewest letters that Desk searches for.
const SHORTEST: usize = 3;

/// How many tickets a search by words gives.
const MOST: u32 = 50;

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

    /// Up to 50 tickets with these words, the best first, from the search index, which lags behind by up to minutes
    /// (desk.md §11). Fewer than three letters are not asked: Desk refuses them.
    pub async fn search_tickets(&self, words: &str) -> Result<Vec<Ticket>, Error> {
        // A comma means *or*, a star any letters, and a dollar begins a function: none of that was typed.
        let plain: String =
            words.chars().map(|c| if matches!(c, ',' | '*' | '$') { ' ' } else { c }).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        if plain.chars().count() < SHORTEST {
            return Ok(Vec::new());
        }
        let call = Call::desk(&["tickets", "search"])
            .with("_all", format!("{plain}*"))
            .with("sortBy", "relevance")
            .with("from", 0)
            .with("limit", MOST);
        Ok(self.read(&call, 0, MOST).await?.rows)
    }
}
