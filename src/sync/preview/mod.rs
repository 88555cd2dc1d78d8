//! The preview: what would be written, without writing. A *rehearsal* runs the engine that ships over a copy of the ledger;
//! what it asks is asked for real, what it writes is noted and answered as done. A *plan* is what was noted, and an engine
//! that was given one writes exactly that: a record whose inputs have moved is refused by name.

mod approved;
mod plan;
mod rehearsal;

pub use approved::{Approved, Moved as MovedOn};
pub use plan::{Plan, Planned};
pub use rehearsal::{Rehearsal, Scratch, Wants};

#[cfg(test)]
mod tests;
