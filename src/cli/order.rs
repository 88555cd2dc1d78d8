//! The commands that are carried out at the counter and then end.

use std::process::ExitCode;

use super::exit::Failure;
use super::ground::Ground;
use super::print;
use super::target::{self, Open, TargetArgs};
use super::{company, contact, deal, screen, sync, ticket};

/// One of them.
#[derive(Clone, Debug, clap::Subcommand)]
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
    /// What brings Bigin and Desk together
    #[command(flatten)]
    Pairing(sync::Sync),
}

impl Order {
    /// Whether the answer shall be JSON.
    fn json(&self) -> bool {
        match self {
            Self::Contact(command) => command.json(),
            Self::Company(command) => command.json(),
            Self::Deal(command) => command.json(),
            Self::Ticket(command) => command.json(),
            Self::Pairing(command) => command.json(),
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
    let profile = target::profile(target, ground).await?;
    let open = Open::with(profile.clone(), ground)?;
    open.remarks.iter().for_each(|remark| print::note(remark));
    let done = perform(order.clone(), &open).await;
    screen::put_away(&open.services.keeper).await;
    match done {
        // The disk filled up meanwhile. Nothing was handed over yet, so the command begins anew, from memory.
        Err(failure) if failure.place && !open.unkept => {
            let mut memory = Open::in_memory(profile, ground, failure.sentence)?;
            // What was read and signed in already is not asked for again.
            memory.stdin = open.stdin.clone();
            memory.services.zoho = open.services.zoho.clone();
            memory.remarks.last().into_iter().for_each(|remark| print::note(remark));
            perform(order, &memory).await
        }
        done => done,
    }
}

async fn perform(order: Order, open: &Open) -> Result<(), Failure> {
    match order {
        Order::Contact(command) => Box::pin(contact::run(command, open)).await,
        Order::Company(command) => Box::pin(company::run(command, open)).await,
        Order::Deal(command) => Box::pin(deal::run(command, open)).await,
        Order::Ticket(command) => Box::pin(ticket::run(command, open)).await,
        Order::Pairing(command) => Box::pin(sync::run(command, open)).await,
    }
}
