//! The command line, a file a command. Without a command, the screen.

/// `balcao company`.
pub mod company;
/// `balcao contact`.
pub mod contact;
/// `balcao deal`.
pub mod deal;
mod demo;
/// How a command ends.
pub mod exit;
mod furniture;
mod log;
mod order;
mod print;
mod record;
/// `balcao sandbox`.
pub mod sandbox;
mod screen;
mod source;
mod target;
/// `balcao ticket`.
pub mod ticket;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Paths;
use crate::text::Lang;

/// The counter between Zoho Bigin and Zoho Desk: find a customer, read their tickets, answer.
#[derive(Debug, Parser)]
#[command(name = "balcao", version, max_term_width = 100, after_long_help = exit::HELP)]
pub struct Cli {
    /// Everything that says who and where; valid before and after the command.
    #[command(flatten)]
    pub target: target::TargetArgs,
    /// What to do; without it, the screen opens.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Look around: opens the screen on a sandbox of its own, with a believable company in it
    Demo(demo::Args),
    /// Serve a local stand-in of Zoho Accounts, Bigin and Desk
    Sandbox(sandbox::Args),
    /// What is done at the counter
    #[command(flatten)]
    Order(order::Order),
}

/// Reads the arguments and does what they ask. Tells the exit code.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let result = match runtime {
        Ok(runtime) => runtime.block_on(dispatch(cli)),
        Err(error) => Err(error.into()),
    };
    match result {
        Ok(code) => code,
        Err(report) => {
            complain(&report);
            ExitCode::FAILURE
        }
    }
}

async fn dispatch(cli: Cli) -> color_eyre::Result<ExitCode> {
    if let Some(Command::Sandbox(args)) = cli.command {
        return sandbox::run(args).await;
    }
    let paths = Paths::find(|name| std::env::var(name).ok())?;
    let _log = log::start(&paths);
    let lang = match &cli.target.lang {
        Some(lang) => lang.parse::<Lang>()?,
        None => Lang::detect(|name| std::env::var(name).ok()),
    };
    match cli.command {
        Some(Command::Demo(args)) => demo::run(args, &cli.target, &paths, lang).await,
        Some(Command::Sandbox(_)) | None => screen::run(&cli.target, &paths, lang).await,
        Some(Command::Order(order)) => Ok(order::run(order, &cli.target, &paths, lang).await),
    }
}

/// The chain of reasons on standard error, each a sentence; no backtrace for what a person can mend.
#[expect(clippy::print_stderr, reason = "this is where the command line speaks")]
fn complain(report: &color_eyre::Report) {
    eprintln!("balcao: {report}");
    for cause in report.chain().skip(1) {
        eprintln!("  {cause}");
    }
}
