//! One folder a screen, as in `app`.

pub(super) mod conversation;
pub(super) mod counter;
pub(super) mod queue;
pub(super) mod sync;
