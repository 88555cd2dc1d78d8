//! `balcao demo`: the screen on a sandbox of its own.

use std::process::ExitCode;

use super::exit::Failure;
use super::ground::Ground;
use super::target::{Open, TargetArgs, profile_of};
use super::{screen, sentence};
use crate::sandbox::options::Options;
use crate::sandbox::server;
use crate::store::cache::Cache;

/// Look around: open the screen on a sandbox of its own, with a believable company in it
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// That many contacts, and twice as many tickets, beside the small story
    #[arg(long, value_name = "CONTACTS")]
    pub scale: Option<u32>,
    /// The source of every choice of the story
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

impl Default for Args {
    fn default() -> Self {
        Self { scale: None, seed: 1 }
    }
}

/// Starts the sandbox on a free port of this machine and opens the screen on it. The story begins anew each time, so
/// what was cached of it is forgotten; what was written and not sent is kept.
pub async fn run(args: Args, target: &TargetArgs, ground: &Ground) -> Result<ExitCode, Failure> {
    let words = &ground.words;
    screen::look(&ground.settings).check().map_err(|refusal| sentence::of_refusal(refusal, words))?;
    let Args { scale, seed } = args;
    let options = Options { seed, scale, ..Options::default() };
    let running = server::start(options).await.map_err(|error| {
        sentence::of_report(&color_eyre::Report::new(error), ("sandbox", "cli-sandbox-failed"), words)
    })?;
    // The port, which is another one each time, is no part of the name: drafts and what was held are found again.
    let name = format!("demo {seed} {}", scale.map(|scale| scale.to_string()).unwrap_or_default());
    let profile = profile_of(&running.hello, target.agent.as_deref(), name.trim_end(), words)?;
    let forgotten = Cache::forget(&ground.paths.cache(&profile.name));
    // Where nothing can be kept there is nothing to forget.
    if let Err(error) = forgotten.or_else(|error| if error.is_place() { Ok(()) } else { Err(error) }) {
        return Err(Failure::of(&error.into(), words));
    }
    let open = Open::with(profile, ground)?;
    let code = Box::pin(screen::show(open, ground)).await?;
    running.shutdown().await;
    Ok(code)
}
