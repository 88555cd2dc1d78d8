//! Webhooks (sheet §18): who is told, what happened, and the telling.

/// Whether an address answers.
pub mod check;
/// What happened, from the records that changed.
mod happen;
/// What goes wrong with a delivery.
pub mod mishap;
/// Which changes are which events.
mod occasion;
/// Telling.
pub mod post;
/// A webhook on the wire.
mod project;
/// Reading them.
pub mod read;
/// The key, the signature, and the page of keys.
pub mod sign;
/// Events and their filters.
mod subscription;
/// Making, changing, removing them.
pub mod write;

pub use crate::sandbox::faults::Mishap;
pub use happen::watched;
pub use post::Post;
