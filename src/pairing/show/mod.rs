//! What people want to know of a pairing, read from its ledger: how it stands, what was done, why a record is as it is.
//! Nothing here asks a service.

mod explain;
mod name;
mod overview;
mod page;
mod rows;
mod status;
mod wished;

pub use crate::model::pairing::List;
pub use explain::{Account, FieldState, explain};
pub use name::{Names, find};
pub use overview::{overview, run_line, tallies, tally};
pub use page::page;
pub use rows::{keys, rows};
pub use status::{Item, KindStatus, Status, status};
pub use wished::{Wished, wished};
