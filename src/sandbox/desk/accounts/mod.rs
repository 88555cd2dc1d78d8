//! Accounts (sheet §9). The contacts of an account are under [`super::contacts::linked`].

/// Lists.
pub mod list;
/// The three projections.
pub mod project;
/// One account, and how its tickets stand.
pub mod show;
/// Creation and change.
pub mod write;
