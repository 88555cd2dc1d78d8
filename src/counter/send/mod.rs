//! Handing a message of the outbox to Desk, at most once. The order is the promise: what is sent was committed before;
//! a claim on the row comes before the call; an answer that was lost is looked up before anything is sent again.

mod again;
mod deliver;
mod guard;
mod look;
mod look_up;
mod own;

pub use again::check_again;
pub use deliver::{Around, Delivered, Word, deliver};
pub use look::look;
