//! What lives on disk. [`cache`](crate::store::cache) is one agent's read model of Bigin and Desk with the agent's own
//! words beside it; [`Keeper`](crate::store::Keeper) is the thread that owns it. Nothing here knows the network, the
//! screen or the settings: paths and times come from the caller.

pub mod cache;
mod keeper;
pub mod ledger;

pub use keeper::Keeper;
