//! Desk v1: the portal's furniture, people, tickets, conversations, files. Lists count from 1, searches from 0; an
//! empty list is 204; updates are PATCH; a created record comes back with 200 (desk.md §3).

mod agent;
mod channel;
mod comment;
mod department;
mod field;
mod file;
mod from_address;
mod me;
mod organization;
mod people;
mod permission;
mod records;
mod rows;
mod signed;
mod thread;
mod ticket;

use super::transport::Transport;
pub use comment::{NewComment, read_mentions, write_mentions};
pub use records::Sort;
pub use signed::{Keys, Unsigned};
pub use thread::Reply;
pub use ticket::TicketList;

/// Desk, as the agent is signed in to it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Desk {
    transport: Transport,
}

impl Desk {
    pub(super) fn over(transport: Transport) -> Self {
        Self { transport }
    }
}
