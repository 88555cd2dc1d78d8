//! `balcao doctor`: whether everything is as it should be, step by step, and what to do where it is not.

mod finding;
mod here;
mod terminal;
mod there;

use serde_json::json;

use super::exit::{Exit, Failure};
use super::ground::Ground;
use super::print;
use super::target::{self, TargetArgs};
use crate::zoho;
use finding::{Finding, State};

/// How it is told.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Args {
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// Looks at everything, and tells all of it; what stands in the way is the exit code.
pub(super) async fn run(args: Args, target: &TargetArgs, ground: &Ground) -> Result<(), Failure> {
    zoho::install_crypto();
    let name = target.profile.as_deref().unwrap_or("default");
    let mut found = here::settings(ground);
    found.push(terminal::look(ground));
    match target::profile(target, ground).await {
        Ok(profile) => {
            found.push(here::profile(&profile, name, ground));
            found.push(here::folder(&profile, ground));
            found.extend(there::zoho(&profile, name, ground).await);
            found.push(here::ledger(&profile, ground));
        }
        Err(failure) => found.push(here::no_profile(&failure, name, target, ground)),
    }
    if args.json {
        let rows: Vec<_> = found.iter().map(Finding::json).collect();
        print::json(&json!({ "ok": found.iter().all(|one| one.state != State::Bad), "checks": rows }))?;
    } else {
        let text: String = found.iter().map(|one| one.text(&ground.settings)).collect();
        print::out(&text)?;
    }
    // What is wrong was said above, each with what to do; the code is that of the first.
    match found.iter().find(|one| one.state == State::Bad) {
        None => Ok(()),
        Some(bad) => Err(Failure::new(bad.exit.unwrap_or(Exit::Machine), bad.kind, bad.sentence.clone())),
    }
}
