//! What the integration does: joins the sync core, the two services and the ledger. The core decides; here its effects are
//! carried out, and what it wrote down is told to people. Not here: what is printed, and the rules themselves (`sync`).

/// What people ask for.
pub mod act;
/// One call of the core, made over HTTP.
pub mod call;
/// One run, from the right to lead to what is kept of it.
pub mod carry;
/// Whether a mapping fits the portals.
pub mod check;
/// What is different between two mappings.
pub mod difference;
mod error;
/// What fields both services have.
pub mod known;
mod place;
/// What a run would write, in a file.
pub mod plan;
/// What a run would write, without writing it.
pub mod rehearse;
/// The effects of the engine, carried out.
pub mod run;
/// How a pairing stands, for people.
pub mod show;
mod way;
/// Names and spellings of the services.
pub mod wire;

pub use error::Error;
pub use place::{Pairing, Place, Setup, put};
pub use way::{NoWay, Way};
