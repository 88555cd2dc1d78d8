//! What lives on disk. [`cache`](crate::store::cache) is one agent's read model of Bigin and Desk with the agent's own words beside it.
//! Nothing here knows the network, the screen or the settings: paths and times come from the caller.

pub mod cache;
