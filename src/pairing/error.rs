//! What can be wrong with a pairing, in sentences for logs; people read those of the command line, in their language.

use std::path::PathBuf;

use crate::store::ledger::{LeadError, LedgerError};
use crate::sync::mapping::file::Fault;
use crate::zoho;

/// What is wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Zoho, or the way there.
    #[error(transparent)]
    Zoho(#[from] zoho::Error),
    /// The ledger.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The right to lead.
    #[error(transparent)]
    Lead(#[from] LeadError),
    /// A file of this machine.
    #[error("{}: {why}", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        why: String,
    },
    /// The mapping does not hold together.
    #[error("{} is wrong: {}", .path.display(), list(.faults))]
    Mapping {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        faults: Vec<Fault>,
    },
    /// A mapping that was put in force by another version of the program cannot be read by this one.
    #[error("the mapping in force (revision {revision}) is wrong: {}", list(.faults))]
    InForce {
        /// Its revision.
        revision: u32,
        /// What is wrong with it.
        faults: Vec<Fault>,
    },
    /// The mapping was changed and is not in force.
    #[error("the mapping was changed and is not in force")]
    Behind,
    /// The line of a field cannot be changed: it is not found, or says so already.
    #[error("{}: the line cannot be changed", .0.display())]
    Line(PathBuf),
    /// There is no such revision.
    #[error("there is no revision {0} of the mapping")]
    NoRevision(u32),
}

fn list(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
