//! One folder a screen: its state beside its rules.

pub mod conversation;
pub mod counter;
pub mod queue;
pub mod sync;
