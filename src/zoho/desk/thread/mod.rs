//! Messages of a ticket, and with its comments the conversation.

mod conversation;
mod list;
mod reply;
mod show;
mod wire;

pub use reply::Reply;
pub(super) use wire::{Author, body};
