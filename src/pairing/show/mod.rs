//! What people want to know of a pairing, read from its ledger: how it stands, what was done, why a record is as it is.
//! Nothing here asks a service.

mod explain;
mod name;
mod status;

pub use explain::{Account, FieldState, explain};
pub use name::{Names, find};
pub use status::{Item, KindStatus, List, Status, status};
