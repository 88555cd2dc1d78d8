//! The sync core over HTTP, against the sandbox: what both sides come to is read by a checker that knows nothing of the
//! engine.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

/// What both sides have, compared field by field.
mod checker;
/// People work on both sides.
mod edits;
/// Answers that are lost, late or short; services that want to be left alone.
mod faults;
/// Dying at any call.
mod kill;
/// Lists, cut into windows.
mod lists;
/// The first run, in all modes.
mod load;
/// A mapping that changes.
mod mapping;
/// Ten thousand people.
mod scale;
/// Fields that are spelled in another way across.
mod spelling;
/// A sandbox, a ledger, and runs over them.
pub mod stand;
/// Seeds of trouble and people by chance.
mod storm;
