//! How the pairing of Bigin and Desk stands, as people look at it: lists, one record, runs, and what can be asked for.
//! Plain data; `pairing` reads it from the ledger and carries out what is asked.

mod act;
mod id;
mod list;
mod overview;
mod page;
mod run;
mod side;

pub use act::{Act, Change, Wins};
pub use id::{CallId, FieldId, LinkId, OpId, RecordId};
pub use list::{List, Note, Row, RowKey};
pub use overview::{Meter, Overview, Tallies};
pub use page::{Candidate, FieldLine, JournalLine, Page};
pub use run::{Progress, RunEnd, RunLine};
pub use side::{Kind, Per, Side};
