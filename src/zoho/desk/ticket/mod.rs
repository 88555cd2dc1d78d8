//! Tickets: lists, one, new, changed.

mod change;
mod create;
mod list;
mod show;
mod wire;

pub use list::TicketList;
