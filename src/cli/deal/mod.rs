//! `balcao deal`.

use super::exit::Failure;
use super::record::{self, ListArgs, ShowArgs};
use super::target::Open;
use crate::model::Module;

/// What to do with deals.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Deal {
    /// List deals
    List(ListArgs),
    /// Show a deal, where its contact and company stand in Desk, their tickets in numbers, and what happened around it
    Show(ShowArgs),
}

impl Deal {
    /// Whether the answer shall be JSON.
    pub fn json(&self) -> bool {
        match self {
            Self::List(args) => args.json,
            Self::Show(args) => args.json,
        }
    }
}

/// Does it.
pub async fn run(command: Deal, open: &Open) -> Result<(), Failure> {
    match command {
        Deal::List(args) => record::list(Module::Pipelines, args, open).await,
        Deal::Show(args) => Box::pin(record::show(Module::Pipelines, args, open)).await,
    }
}
