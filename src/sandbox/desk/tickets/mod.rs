//! Tickets (sheet §10).

/// Counts.
pub mod counts;
/// Creation.
pub mod create;
/// Filters of lists.
mod filter;
/// Agents who follow.
pub mod followers;
/// The search projection.
pub mod found;
/// The whole record.
pub mod full;
/// What happened.
pub mod history;
/// Lists.
pub mod list;
/// Several at once.
pub mod many;
/// Several into one.
pub mod merge;
/// How long things took.
pub mod metrics;
/// Orders of lists.
mod order;
/// Pieces of all projections.
pub mod parts;
/// Read and unread.
pub mod read;
/// What solved it.
pub mod resolution;
/// The list projection.
mod row;
/// One ticket.
pub mod show;
/// One message into a ticket of its own.
pub mod split;
/// Tags.
pub mod tags;
/// Change.
pub mod update;
/// What a body asks for.
mod wish;
