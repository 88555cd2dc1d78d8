//! `balcao contact`.

use super::exit::Failure;
use super::record::{self, ListArgs, ShowArgs};
use super::target::Open;
use crate::model::Module;

/// What to do with contacts.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Contact {
    /// List contacts
    List(ListArgs),
    /// Show a contact, where they stand in Desk, their tickets in numbers, and what happened around them
    Show(ShowArgs),
}

impl Contact {
    /// Whether the answer shall be JSON.
    pub fn json(&self) -> bool {
        match self {
            Self::List(args) => args.json,
            Self::Show(args) => args.json,
        }
    }
}

/// Does it.
pub async fn run(command: Contact, open: &Open) -> Result<(), Failure> {
    match command {
        Contact::List(args) => record::list(Module::Contacts, args, open).await,
        Contact::Show(args) => Box::pin(record::show(Module::Contacts, args, open)).await,
    }
}
