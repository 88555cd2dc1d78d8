//! Asking Zoho and putting the answer into the cache. Each tells whether the cache changed.

mod activities;
mod conversation;
mod furniture;
mod module;
mod queue;
mod record;
mod tickets;

pub use activities::activities_of;
pub use conversation::conversation;
pub use furniture::furniture;
pub use module::module;
pub use queue::queue;
pub use record::{company, contact, deal, people_of};
pub use tickets::{scope_of, ticket, ticket_by_number, tickets_of};
