//! The sandbox over real HTTP, as a stranger's client sees it.

/// Tokens.
mod accounts;
/// Signing in and calling.
pub(crate) mod client;
/// The clock, inbound events, the summary.
mod control;
/// Desk v1.
pub(crate) mod desk;
/// What the control plane breaks.
mod faults;
/// Lists and records of Bigin.
mod records;
/// What survives a restart.
mod restart;
/// Searches.
mod search;
/// Results of writes.
mod writes;

pub use client::http;
