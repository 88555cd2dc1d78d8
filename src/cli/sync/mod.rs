//! `balcao sync` and what belongs to it: a file a verb.

mod once;
mod say;
mod start;

use super::exit::Failure;
use super::target::Open;

/// What to do with the pairing of Bigin and Desk.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Sync {
    /// Bring Bigin and Desk together: once, or for as long as it runs
    Sync(once::Args),
}

impl Sync {
    /// Whether the answer shall be JSON.
    pub fn json(&self) -> bool {
        match self {
            Self::Sync(args) => args.json,
        }
    }
}

/// Does it.
pub async fn run(command: Sync, open: &Open) -> Result<(), Failure> {
    match command {
        Sync::Sync(args) => Box::pin(once::run(args, open)).await,
    }
}
