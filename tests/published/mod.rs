//! What Zoho publishes of its services, and what the tests hold against it: every answer that the sandbox gives in a test,
//! and every request that the client can send. Where the files are not at hand (`ZOHO_SCHEMAS`, `../shared/api`), nothing
//! is held against anything, and the tests say so.

/// An answer against the description of its operation.
pub mod answer;
/// What is otherwise on purpose.
pub mod deviations;
/// In which way something may be otherwise.
pub mod differs;
/// What a refusal looks like.
mod errors;
/// The files.
pub mod files;
/// Every answer that a test reads.
pub mod look;
/// The operations.
pub mod operation;
/// A request against the description of its operation.
pub mod request;
/// A schema with its references written out.
mod schema;
/// Shapes that the files do not have.
pub mod sheet;

pub use files::Files;
pub use operation::{Operation, Service};

#[allow(clippy::print_stderr, reason = "who runs the tests shall see what was not tested")]
/// Whether the files of both services are at hand; says so where they are not.
pub fn at_hand() -> bool {
    let at_hand = [Service::Bigin, Service::Desk].iter().all(|service| Files::of(*service).is_some());
    if !at_hand {
        eprintln!("skipped: Zoho's OpenAPI files are not at hand (set ZOHO_SCHEMAS)");
    }
    at_hand
}
