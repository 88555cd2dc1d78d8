//! Contacts (sheet §8).

/// Twins.
pub mod duplicates;
/// What happened in their tickets.
pub mod history;
/// Tying them to accounts.
pub mod link;
/// The contacts of an account, the accounts of a contact.
pub mod linked;
/// Lists.
pub mod list;
/// Several into one.
pub mod merge;
/// The three projections.
pub mod project;
/// One contact, and how its tickets stand.
pub mod show;
/// Creation and change.
pub mod write;
