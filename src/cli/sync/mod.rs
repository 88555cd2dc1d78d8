//! `balcao sync` and what belongs to it: a file a verb.

mod explain;
mod history;
mod link;
mod lint;
mod mapping;
mod once;
mod pin;
mod plan;
mod resolve;
mod retry;
mod revert;
mod say;
mod start;
mod status;
mod value;

use super::exit::Failure;
use super::target::Open;

/// What to do with the pairing of Bigin and Desk.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Sync {
    /// Bring Bigin and Desk together: once, or for as long as it runs
    Sync(once::Args),
    /// How Bigin and Desk stand, and what waits for a person
    Status(status::Args),
    /// What was written and decided, field by field
    History(history::Args),
    /// Why a record is as it is, and what to do about it
    Explain(explain::Args),
    /// Try again what a service refused, with the next run
    Retry(retry::Args),
    /// Decide a conflict, or let go on what was stopped
    Resolve(resolve::Args),
    /// Say that two records belong together
    Link(link::LinkArgs),
    /// Say that two records do not belong together: both are left alone
    Unlink(link::UnlinkArgs),
    /// Keep a record, or a field of it, as it is: neither side is written
    Pin(pin::Args),
    /// And no longer
    Unpin(pin::Args),
    /// Take writes back, where what they wrote still stands
    Revert(revert::Args),
    /// Which field goes where, and who wins
    #[command(subcommand)]
    Mapping(mapping::Mapping),
    /// Write down what a run would do, to be looked at and applied
    Plan(plan::PlanArgs),
    /// Do what a plan says and nothing else
    Apply(plan::ApplyArgs),
}

impl Sync {
    /// Whether the answer shall be JSON.
    pub fn json(&self) -> bool {
        match self {
            Self::Sync(args) => args.json,
            Self::Status(args) => args.json,
            Self::History(args) => args.json,
            Self::Explain(args) => args.json,
            Self::Retry(args) => args.json,
            Self::Resolve(args) => args.json,
            Self::Link(args) => args.json,
            Self::Unlink(args) => args.json,
            Self::Pin(args) | Self::Unpin(args) => args.json,
            Self::Revert(args) => args.json,
            Self::Mapping(command) => command.json(),
            Self::Plan(args) => args.json,
            Self::Apply(args) => args.json,
        }
    }
}

/// Does it.
pub async fn run(command: Sync, open: &Open) -> Result<(), Failure> {
    match command {
        Sync::Sync(args) => Box::pin(once::run(args, open)).await,
        Sync::Status(args) => status::run(&args, open),
        Sync::History(args) => history::run(&args, open),
        Sync::Explain(args) => Box::pin(explain::run(args, open)).await,
        Sync::Retry(args) => retry::run(&args, open),
        Sync::Resolve(args) => resolve::run(&args, open),
        Sync::Link(args) => link::link(&args, open),
        Sync::Unlink(args) => link::unlink(&args, open),
        Sync::Pin(args) => pin::run(&args, true, open),
        Sync::Unpin(args) => pin::run(&args, false, open),
        Sync::Revert(args) => revert::run(&args, open),
        Sync::Mapping(command) => Box::pin(mapping::run(command, open)).await,
        Sync::Plan(args) => Box::pin(plan::plan(args, open)).await,
        Sync::Apply(args) => Box::pin(plan::apply(args, open)).await,
    }
}
