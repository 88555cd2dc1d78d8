//! The commands that are carried out at the counter and then end.

use std::process::ExitCode;

use super::exit::Failure;
use super::ground::Ground;
use super::print;
use super::target::{Open, TargetArgs};
use super::{company, contact, deal, screen, ticket};

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
pub async fn run(order: Order, target: &TargetArgs, ground: Result<Ground, Failure>) -> ExitCode {
    let json = order.json();
    let done = match ground {
        Ok(ground) => Box::pin(carry_out(order, target, &ground)).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(json),
    }
}

async fn carry_out(order: Order, target: &TargetArgs, ground: &Ground) -> Result<(), Failure> {
    let open = Open::new(target, ground).await?;
    open.remarks.iter().for_each(|remark| print::note(remark));
    let done = match order {
        Order::Contact(command) => contact::run(command, &open).await,
        Order::Company(command) => company::run(command, &open).await,
        Order::Deal(command) => deal::run(command, &open).await,
        // All commands of tickets in one are too large a future for the stack.
        Order::Ticket(command) => Box::pin(ticket::run(command, &open)).await,
    };
    screen::put_away(&open.services.keeper).await;
    done
}
