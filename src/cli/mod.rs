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

use exit::Failure;

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
        Some(Command::Contact(command)) => {
            let json = command.json();
            finish(json, async |open| contact::run(command, open).await, &cli.target, &paths, lang).await
        }
        Some(Command::Company(command)) => {
            let json = command.json();
            finish(json, async |open| company::run(command, open).await, &cli.target, &paths, lang).await
        }
        Some(Command::Deal(command)) => {
            let json = command.json();
            finish(json, async |open| deal::run(command, open).await, &cli.target, &paths, lang).await
        }
        Some(Command::Ticket(command)) => {
            let json = command.json();
            finish(json, async |open| ticket::run(command, open).await, &cli.target, &paths, lang).await
        }
    }
}

/// Opens the counter for one command; tells by the exit code how it ended.
async fn finish(
    json: bool,
    run: impl AsyncFnOnce(&target::Open) -> Result<(), Failure>,
    target: &target::TargetArgs,
    paths: &Paths,
    lang: Lang,
) -> color_eyre::Result<ExitCode> {
    let done = match target::Open::new(target, paths, lang).await {
        Ok(open) => {
            if let Some(path) = &open.set_aside {
                let args = [("path", path.display().to_string().into())];
                print::note(&open.words.say_with("error-store-corrupt", &args));
            }
            run(&open).await
        }
        Err(report) => Err(Failure::before(&report)),
    };
    Ok(match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(json),
    })
}

/// The chain of reasons on standard error, each a sentence; no backtrace for what a person can mend.
#[expect(clippy::print_stderr, reason = "this is where the command line speaks")]
fn complain(report: &color_eyre::Report) {
    eprintln!("balcao: {report}");
    for cause in report.chain().skip(1) {
        eprintln!("  {cause}");
    }
}
