//! `balcao logout`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::exit::{Exit, Failure};
use super::ground::Ground;
use super::login::ask::Asker;
use super::print;
use super::sentence;
use super::target::TargetArgs;
use crate::config::{self, Profile};
use crate::counter;
use crate::signin::{self, Site};
use crate::store::cache::Cache;
use crate::text::Words;
use crate::zoho;

/// How much goes.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Args {
    /// Throw away cache, drafts, outbox, ledger and the profile itself as well
    #[arg(long)]
    everything: bool,
    /// Take the secrets off this machine without telling Zoho
    #[arg(long)]
    local: bool,
    /// Throw away what would be asked about
    #[arg(long)]
    yes: bool,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// Signs out.
pub(super) async fn run(args: Args, target: &TargetArgs, ground: &Ground) -> Result<(), Failure> {
    zoho::install_crypto();
    let (words, paths) = (&ground.words, &ground.paths);
    let name = target.profile.as_deref().unwrap_or("default");
    let say = |id: &str| words.say_with(id, &[("name", name.into())]);
    if !Profile::is_name(name) {
        return Err(Failure::new(Exit::Usage, "arguments", say("login-bad-name")));
    }
    let profile = match Profile::read(paths, name) {
        Ok(profile) => Some(profile),
        Err(config::Error::NoProfile { .. } | config::Error::NoSecrets(_)) => None,
        // What cannot be read cannot be revoked; it can be thrown away.
        Err(_) if args.local => None,
        Err(error) => return Err(sentence::of_config(&error, words)),
    };
    if profile.is_none() && !args.everything && !args.local {
        return Err(Failure::new(Exit::NotFound, "nobody", say("logout-nobody")));
    }
    let folder = paths.cache(name);
    if args.everything {
        may_go(&folder, &args, words)?;
    }
    let told = match &profile {
        Some(profile) if !args.local => tell_zoho(profile, words).await?,
        _ => false,
    };
    Profile::forget(paths, name).map_err(|error| sentence::of_config(&error, words))?;
    let mut gone = vec![folder.join("token.json")];
    if args.everything {
        gone.push(folder.clone());
        gone.extend(paths.profile(name).parent().map(Path::to_owned));
    }
    gone.iter().try_for_each(|path| remove(path, words))?;
    if args.json {
        let stays = (!args.everything).then_some(&folder);
        return print::json(&json!({
            "profile": name, "revoked": told, "everything": args.everything, "stays": stays,
        }));
    }
    let done = if told { "logout-done" } else { "logout-local" };
    let rest = if args.everything { words.say("logout-everything") } else { stays(name, &folder, words) };
    print::out(&format!("{}\n{rest}\n", say(done)))
}

/// Lets Zoho forget the sign-in.
async fn tell_zoho(profile: &Profile, words: &Words) -> Result<bool, Failure> {
    let left = async {
        let site = Site::of(profile.hosts.clone())?;
        signin::leave(&site, &profile.sign_in.refresh_token).await
    };
    left.await.map(|()| true).map_err(|error| match error {
        signin::Error::Zoho(error) => {
            let failure = Failure::of(&counter::Error::Zoho(error), words);
            let args = [("reason", failure.sentence.as_str().into())];
            Failure { sentence: words.say_with("logout-away", &args), ..failure }
        }
        error => Failure::new(Exit::Away, "sign_in", error.to_string()),
    })
}

/// Whether everything may be thrown away: nobody works with it, and no word is lost that nobody was asked about.
fn may_go(folder: &Path, args: &Args, words: &Words) -> Result<(), Failure> {
    if Cache::is_used(folder) {
        return Err(Failure::new(Exit::Machine, "in_use", words.say("logout-in-use")));
    }
    let count = unsent(folder, words)?;
    let counted = |id| words.say_with(id, &[("count", count.into())]);
    if args.yes || count == 0 || Asker::new().agrees(&counted("logout-asks"))? {
        return Ok(());
    }
    Err(Failure::new(Exit::Asked, "unsent", counted("logout-needs-yes")).with("unsent", json!(count)))
}

/// How many drafts and messages have not left.
fn unsent(folder: &Path, words: &Words) -> Result<usize, Failure> {
    if !folder.join("words.db").exists() {
        return Ok(0);
    }
    let opened = Cache::open(folder);
    let count = opened.and_then(|opened| {
        let cache = opened.cache;
        Ok(cache.drafts()?.len() + cache.outbox()?.len() + cache.forms()?.len())
    });
    count.map_err(|error| Failure::of(&error.into(), words))
}

fn remove(path: &PathBuf, words: &Words) -> Result<(), Failure> {
    let gone = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match gone {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            let error = config::Error::Make { path: path.clone(), source };
            Err(sentence::of_config(&error, words))
        }
        _ => Ok(()),
    }
}

fn stays(name: &str, folder: &Path, words: &Words) -> String {
    let profile = if name == "default" { String::new() } else { format!(" --profile {name}") };
    let command = format!("balcao logout --everything{profile}");
    words.say_with(
        "logout-stays",
        &[("path", folder.display().to_string().into()), ("command", command.into())],
    )
}
