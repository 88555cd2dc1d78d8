//! The outbox: messages with a stated fate. Every step is one transaction that compares before it sets, so that of two
//! processes, or of two clicks, only one wins. The steps:
//!
//! ```text
//! draft --queue--> held --begin--> sending --settle--> sent
//!   ^               |  \              |  \--settle--> failed, stale --begin--> sending
//!   |               |   (owner died)  (owner died, or the answer was lost)
//!   |               |    \-recover-> asked    \-recover, settle-> unknown --look-up--> sent, or begin again
//!   +---take_back---+------------------+   asked --release--> held
//!
//! held, sending, failed, … --settle--> waiting --begin--> sending      (the network was away: certainly not sent)
//! ```
//!
//! What is `sending` or `unknown` may have reached Desk, so nothing but a look-up of the ticket leads out of it. Each row
//! has an owner, the instance that answers for it: the owner alone asks about it, begins, drops and takes it back, and only
//! what belongs to the dead is taken over, by one of the living.

mod begin;
mod peek;
mod queue;
mod recover;
mod row;
mod settle;

pub(super) use recover::dead_owners;

/// All statements of this folder.
#[cfg(test)]
pub(super) fn statements() -> Vec<&'static str> {
    [begin::SQL, queue::SQL, recover::SQL, settle::SQL].concat()
}
