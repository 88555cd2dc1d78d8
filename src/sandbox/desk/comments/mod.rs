//! Comments of tickets (sheet §13).

/// Mentions in a text.
mod mentions;
/// What a comment looks like.
pub mod project;
/// Reading.
pub mod read;
/// Writing.
pub mod write;
