//! The commands that are carried out at the counter and then end.

use std::process::ExitCode;

use super::exit::Failure;
use super::print;
use super::target::{Open, TargetArgs};
use super::{company, contact, deal, ticket};
use crate::config::Paths;
use crate::text::Lang;

/// One of them.
#[derive(Debug, clap::Subcommand)]
pub enum Order {
    /// Contacts of Bigin
    #[command(subcommand)]
    Contact(contact::Contact),
    /// Companies of Bigin
    #[command(subcommand)]
    Company(company::Company),
    /// Deals of Bigin's pipelines
    #[command(subcommand)]
    Deal(deal::Deal),
    /// Tickets of Desk: list, read, create, answer, change
    #[command(subcommand)]
    Ticket(ticket::Ticket),
}

impl Order {
    /// Whether the answer shall be JSON.
    fn json(&self) -> bool {
        match self {
            Self::Contact(command) => command.json(),
            Self::Company(command) => command.json(),
            Self::Deal(command) => command.json(),
            Self::Ticket(command) => command.json(),
        }
    }
}

/// Opens the counter, does it, and tells by the exit code how it ended.
pub async fn run(order: Order, target: &TargetArgs, paths: &Paths, lang: Lang) -> ExitCode {
    let json = order.json();
    match carry_out(order, target, paths, lang).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(json),
    }
}

async fn carry_out(order: Order, target: &TargetArgs, paths: &Paths, lang: Lang) -> Result<(), Failure> {
    let open = Open::new(target, paths, lang).await.map_err(|report| Failure::before(&report))?;
    if let Some(damage) = super::screen::damage(&open) {
        print::note(&damage);
    }
    match order {
        Order::Contact(command) => contact::run(command, &open).await,
        Order::Company(command) => company::run(command, &open).await,
        Order::Deal(command) => deal::run(command, &open).await,
        Order::Ticket(command) => ticket::run(command, &open).await,
    }
}
