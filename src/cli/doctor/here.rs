//! What lies on this machine.

use super::finding::Finding;
use crate::cli::exit::{Exit, Failure};
use crate::cli::ground::Ground;
use crate::cli::sentence;
use crate::cli::target::TargetArgs;
use crate::config::{Paths, Profile};
use crate::pairing::{Pairing, Place};
use crate::store::cache::Cache;

/// The settings, and each thing that is wrong with them.
pub(super) fn settings(ground: &Ground) -> Vec<Finding> {
    if ground.complaints.is_empty() {
        let path = ground.paths.settings().display().to_string();
        let said = ground.words.say_with("doctor-settings", &[("path", path.into())]);
        return vec![Finding::good("settings", said)];
    }
    ground.complaints.iter().map(|said| Finding::poor("settings", said.clone())).collect()
}

pub(super) fn profile(profile: &Profile, name: &str, ground: &Ground) -> Finding {
    let said = if profile.sandbox {
        ground.words.say("doctor-profile-sandbox")
    } else {
        ground.words.say_with("doctor-profile", &[("name", name.into())])
    };
    Finding::good("profile", said)
}

/// No profile at all has its own way out.
pub(super) fn no_profile(failure: &Failure, name: &str, target: &TargetArgs, ground: &Ground) -> Finding {
    let none = target.sandbox.is_none() && !Profile::is_there(&ground.paths, name);
    let said = if none {
        let args = [("name", name.into()), ("command", command(name).into())];
        ground.words.say_with("doctor-profile-none", &args)
    } else {
        failure.sentence.clone()
    };
    Finding::of("profile", failure, said)
}

/// How to sign in for a profile.
pub(super) fn command(name: &str) -> String {
    if name == "default" { "balcao login".to_owned() } else { format!("balcao login --profile {name}") }
}

/// Whether what is typed can be kept.
pub(super) fn folder(profile: &Profile, ground: &Ground) -> Finding {
    let (words, folder) = (&ground.words, ground.paths.cache(&profile.name));
    let made = Paths::make(&folder).map_err(|error| sentence::of_config(&error, words).sentence);
    // Opening it leaves the lock of this process there, so it tells whether anything can be written.
    let opened = made.and_then(|()| Cache::open(&folder).map_err(|error| sentence::of_store(&error, words)));
    match opened {
        Ok(_) => {
            let path = folder.display().to_string();
            Finding::good("folder", words.say_with("doctor-folder", &[("path", path.into())]))
        }
        Err(reason) => {
            let said = words.say_with("doctor-folder-bad", &[("reason", reason.into())]);
            Finding::bad("folder", Exit::Machine, said)
        }
    }
}

/// What is known of both systems.
pub(super) fn ledger(profile: &Profile, ground: &Ground) -> Finding {
    let words = &ground.words;
    let Some(mode) = &profile.sync else {
        return Finding::good("ledger", words.say("doctor-ledger-none"));
    };
    let place =
        Place { folder: ground.paths.cache(&profile.name), mapping: ground.paths.mapping(&profile.name) };
    match Pairing::open(place) {
        Ok(_) => {
            let id = format!("pair-way-{mode}");
            let mode = if words.has(&id) { words.say(&id) } else { mode.clone() };
            Finding::good("ledger", words.say_with("doctor-ledger", &[("mode", mode.into())]))
        }
        Err(error) => {
            let said = words.say_with("doctor-ledger-bad", &[("reason", error.to_string().into())]);
            Finding::bad("ledger", Exit::Machine, said)
        }
    }
}
