//! `balcao company`.

use super::exit::Failure;
use super::record::{self, ListArgs, ShowArgs};
use super::target::Open;
use crate::model::Module;

/// What to do with companies.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Company {
    /// List companies
    List(ListArgs),
    /// Show a company, where it stands in Desk, its tickets in numbers, and what happened around it
    Show(ShowArgs),
}

impl Company {
    /// Whether the answer shall be JSON.
    pub fn json(&self) -> bool {
        match self {
            Self::List(args) => args.json,
            Self::Show(args) => args.json,
        }
    }
}

/// Does it.
pub async fn run(command: Company, open: &Open) -> Result<(), Failure> {
    match command {
        Company::List(args) => record::list(Module::Companies, args, open).await,
        Company::Show(args) => Box::pin(record::show(Module::Companies, args, open)).await,
    }
}
