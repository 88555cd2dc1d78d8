//! Asking Zoho and putting the answer into the cache. Each tells whether the cache changed.

mod activities;
mod conversation;
mod deals;
mod furniture;
mod module;
mod queue;
mod record;
mod search;
mod tickets;
mod totals;

pub use activities::activities_of;
pub use conversation::conversation;
pub use deals::deals_of;
pub use furniture::furniture;
pub use module::module;
pub use queue::queue;
pub use record::{company, contact, deal, people_of};
pub use search::search;
pub use tickets::{scope_of, ticket, ticket_by_number, tickets_of, tickets_of_candidate};
pub use totals::{is_cut, on_shelf, totals};
