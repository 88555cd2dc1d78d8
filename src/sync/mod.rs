//! The sync core: two systems agree, and nothing is lost, doubled or echoed.
//!
//! Pure: `engine` is a function of the events it is given and of the `ledger` it reads. It knows no network, no disk,
//! no clock, no threads and no floating point; what shall happen leaves it as effects, and every effect is a place where
//! the program may die. The rules are those of `docs/sync.md`; `rules` names each one that the simulation can switch off.

/// When two spellings say the same.
pub mod canon;
/// One cycle after the other: observe, match, plan, write.
pub mod engine;
/// What is known and agreed, behind an interface of its own.
pub mod ledger;
/// Which field goes where, and who wins.
pub mod mapping;
/// Which sides may be written, as types.
pub mod mode;
/// What would be written, without writing.
pub mod preview;
/// The rules by name.
pub mod rules;

mod decimal;
mod fields;
mod text;
mod value;

pub use crate::model::pairing::{CallId, FieldId, Kind, LinkId, OpId, Per, RecordId, Side};
pub use decimal::Decimal;
pub use fields::Fields;
pub use text::Text;
pub use value::Value;

/// Milliseconds since 1970, as the caller's clock has them.
pub type Millis = i64;

/// Whole seconds since 1970, as a service's clock has them: the finest that either service tells.
pub type Seconds = i64;
