//! Comments of tickets (sheet §13).

/// Mentions in a text.
mod mentions;
/// Comments of contacts and accounts.
pub mod of_people;
/// What a comment looks like.
pub mod project;
/// Reading.
pub mod read;
/// Writing.
pub mod write;
