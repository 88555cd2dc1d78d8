//! Contacts (sheet §8).

/// The contacts of an account, the accounts of a contact.
pub mod linked;
/// Lists.
pub mod list;
/// The three projections.
pub mod project;
/// One contact, and how its tickets stand.
pub mod show;
/// Creation and change.
pub mod write;
