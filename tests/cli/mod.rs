//! The command line as a script sees it: the real binary against a sandbox, its exit codes, both its outputs.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

/// Status, and creating tickets.
mod changing;
/// When Zoho is away, or loses the answer.
mod failing;
/// Files of tickets.
mod files;
/// A disk that fills up.
mod full;
/// What was never fetched.
mod never;
/// Bigin and Desk brought together.
mod pairing;
/// Help and complaints about arguments.
mod portuguese;
/// Contacts, companies, deals.
mod records;
/// Languages, settings, places.
mod signing;
mod speaking;
/// A sandbox, a home, the binary.
mod stand;
/// Single records: kept, taken back, explained.
mod steering;
/// Lists of tickets, and one with its conversation.
mod tickets;
/// The trace for support.
mod tracing;
/// Reply, reply all, forward, comment.
mod writing;
