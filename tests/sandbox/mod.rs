//! The sandbox over real HTTP, as a stranger's client sees it.

/// Tokens.
mod accounts;
/// Bigin v2.
mod bigin;
/// Signing in and calling.
pub(crate) mod client;
/// The clock, inbound events, the summary.
mod control;
/// Desk v1.
mod desk;
/// What the control plane breaks.
mod faults;
/// What survives a restart.
mod restart;

pub use client::http;
