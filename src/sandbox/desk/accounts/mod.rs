//! Accounts (sheet §9). The contacts of an account are under [`super::contacts::linked`].

/// Twins.
pub mod duplicates;
/// Lists.
pub mod list;
/// Several into one.
pub mod merge;
/// The three projections.
pub mod project;
/// One account, and how its tickets stand.
pub mod show;
/// Creation and change.
pub mod write;
