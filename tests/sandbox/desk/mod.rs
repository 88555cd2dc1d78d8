//! Desk v1 of the sandbox over real HTTP.

/// Tasks, calls, events; products, templates.
mod activities;
/// Comments and mentions.
mod comments;
/// Contacts and accounts.
mod customers;
/// Who sees and makes what where.
mod departments;
/// Drafts.
mod drafts;
/// Uploads and attachments.
mod files;
/// An address that webhooks are told at.
mod hook;
/// What the control plane lets happen.
mod inbound;
/// Ticket lists: projections, filters, orders, pages.
mod lists;
/// One field of many records.
mod many;
/// Merging, splitting, twins, ties.
mod merges;
/// Due times that pass.
mod overdue;
/// Permissions and scopes.
mod permissions;
/// The portal and what it is set up with.
mod portal;
/// The recycle bin.
mod recycle;
/// Replies and what they move.
mod replies;
/// Searches and the index lag.
mod search;
/// What the tests share.
pub(crate) mod stage;
/// Tags, followers, history, counts, metrics.
mod subrecords;
/// Creation, change, the status machine.
mod tickets;
/// Every operation that is served, asked once.
pub(crate) mod walk;
/// Webhooks.
mod webhooks;
