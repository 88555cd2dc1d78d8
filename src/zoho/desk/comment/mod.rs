//! Comments on a ticket.

mod add;
mod list;
mod mention;
mod wire;

pub use add::NewComment;
pub use mention::{read_mentions, write_mentions};
