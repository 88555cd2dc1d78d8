//! `balcao demo`: the screen on a sandbox of its own.

use std::process::ExitCode;

use color_eyre::Result;

use super::screen;
use super::target::{Open, TargetArgs, profile_of};
use crate::config::{Paths, Settings};
use crate::sandbox::options::Options;
use crate::sandbox::server;
use crate::store::cache::Cache;
use crate::text::Lang;

/// Look around: opens the screen on a sandbox of its own, with a believable company in it
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// That many contacts, and twice as many tickets
    #[arg(long, value_name = "CONTACTS")]
    pub scale: Option<u32>,
    /// The source of every choice of the story
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

/// Starts the sandbox on a free port of this machine and opens the screen on it. The story begins anew each time, so
/// what was cached of it is forgotten; what was written and not sent is kept.
pub async fn run(args: Args, target: &TargetArgs, paths: &Paths, lang: Lang) -> Result<ExitCode> {
    screen::look(&Settings::read(&paths.settings())?).check()?;
    let Args { scale, seed } = args;
    let options = Options { seed, scale, ..Options::default() };
    let running = server::start(options).await?;
    // The port, which is another one each time, is no part of the name: drafts and what was held are found again.
    let name = format!("demo {seed} {}", scale.map(|scale| scale.to_string()).unwrap_or_default());
    let profile = profile_of(&running.hello, target.agent.as_deref(), name.trim_end())?;
    let folder = paths.cache(&profile.name);
    Paths::make(&folder)?;
    Cache::forget(&folder)?;
    let open = Open::with(profile, paths, lang)?;
    let code = Box::pin(screen::show(open, paths)).await?;
    running.shutdown().await;
    Ok(code)
}
