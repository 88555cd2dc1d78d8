//! The sandbox over real HTTP, as a stranger's client sees it.

/// Tokens.
mod accounts;
/// A service restored from a backup.
mod backups;
/// Bigin v2.
pub(crate) mod bigin;
/// Signing in and calling.
pub(crate) mod client;
/// The consent page.
mod consent;
/// The clock, inbound events, the summary.
mod control;
/// Desk v1.
pub(crate) mod desk;
/// The device flow.
mod device;
/// What the control plane breaks.
mod faults;
/// Late commits, partial batches, cut bodies, dying tokens, clocks that are wrong.
mod mishaps;
/// What survives a restart.
mod restart;
/// What is written comes back.
mod roundtrip;
/// Every route without its scope.
mod scopes;
/// What programs of others do.
mod strangers;

pub use client::http;
