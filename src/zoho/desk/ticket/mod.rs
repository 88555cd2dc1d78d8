//! Tickets: lists, one, new, changed.

mod change;
mod changed;
mod count;
mod create;
mod find;
mod list;
mod show;
mod wire;

pub use list::TicketList;
