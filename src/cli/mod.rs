//! The command line, a file a command. Without a command, the screen.

/// `balcao company`.
pub mod company;
/// `balcao contact`.
pub mod contact;
/// `balcao deal`.
pub mod deal;
mod demo;
mod doctor;
mod door;
/// How a command ends.
pub mod exit;
mod furniture;
mod ground;
mod log;
mod login;
mod logout;
mod order;
mod portuguese;
mod print;
mod record;
/// `balcao sandbox`.
pub mod sandbox;
mod screen;
mod sentence;
mod source;
/// `balcao sync` and what belongs to it.
pub mod sync;
mod target;
/// `balcao ticket`.
pub mod ticket;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use exit::{Exit, Failure};
use ground::Ground;

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
    /// Look around: open the screen on a sandbox of its own, with a believable company in it
    Demo(demo::Args),
    /// Serve a local stand-in of Zoho Accounts, Bigin and Desk
    Sandbox(sandbox::Args),
    /// Sign in to Zoho, and write the profile
    Login(login::Args),
    /// Sign out: Zoho forgets the sign-in, and its secrets leave this machine
    Logout(logout::Args),
    /// Look whether everything is as it should be, and say what to do where it is not
    Doctor(doctor::Args),
    /// What is done at the counter
    #[command(flatten)]
    Order(order::Order),
}

/// Reads the arguments and does what they ask. Tells the exit code.
pub fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    let Cli { target, command } = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(error) => return portuguese::tell(&args, &error),
    };
    let cli = Cli { target: target.completed(|name| std::env::var(name).ok()), command };
    let words = ground::spoken(cli.target.lang);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(dispatch(cli)),
        Err(error) => {
            Err(sentence::of_report(&color_eyre::Report::new(error), ("setup", "error-no-runtime"), &words))
        }
    };
    done.unwrap_or_else(|failure| failure.report(false))
}

async fn dispatch(cli: Cli) -> Result<ExitCode, Failure> {
    let lang = cli.target.lang;
    if let Some(Command::Sandbox(args)) = cli.command {
        let served = sandbox::run(args).await;
        let trouble = ("sandbox", "cli-sandbox-failed");
        return served.map_err(|report| sentence::of_report(&report, trouble, &ground::spoken(lang)));
    }
    let ground = Ground::find(lang);
    let trace = cli.target.trace.as_deref();
    let _log = log::start(ground.as_ref().ok().map(|ground| &ground.paths), trace).map_err(|error| {
        let why = error.to_string();
        let file = trace.map(|file| file.display().to_string()).unwrap_or_default();
        let args = [("file", file.into()), ("why", why.into())];
        Failure::new(Exit::Usage, "arguments", ground::spoken(lang).say_with("cli-trace-failed", &args))
    })?;
    match cli.command {
        Some(Command::Demo(args)) => Box::pin(demo::run(args, &cli.target, &ground?)).await,
        Some(Command::Login(args)) => {
            let json = args.json;
            let run = async |ground| Box::pin(login::run(args, &cli.target, &ground)).await;
            Ok(ended(json, run, ground).await)
        }
        Some(Command::Logout(args)) => {
            let json = args.json;
            let run = async |ground| Box::pin(logout::run(args, &cli.target, &ground)).await;
            Ok(ended(json, run, ground).await)
        }
        Some(Command::Doctor(args)) => {
            let json = args.json;
            let run = async |ground| Box::pin(doctor::run(args, &cli.target, &ground)).await;
            Ok(ended(json, run, ground).await)
        }
        Some(Command::Sandbox(_)) | None => Box::pin(screen::run(&cli.target, &ground?)).await,
        Some(Command::Order(order)) => Ok(Box::pin(order::run(order, &cli.target, ground)).await),
    }
}

/// Carries a command out that needs no counter, and says why when it was not done.
async fn ended(
    json: bool,
    run: impl AsyncFnOnce(Ground) -> Result<(), Failure>,
    ground: Result<Ground, Failure>,
) -> ExitCode {
    let done = match ground {
        Ok(ground) => run(ground).await,
        Err(failure) => Err(failure),
    };
    done.map_or_else(|failure| failure.report(json), |()| ExitCode::SUCCESS)
}
