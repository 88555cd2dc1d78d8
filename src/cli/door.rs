//! The front door, for a profile with which nobody is signed in.

use std::io::{self, IsTerminal};

use super::exit::Failure;
use super::ground::Ground;
use super::screen::{keymap, look, theme};
use super::sentence;
use super::target::TargetArgs;
use crate::app::door::{Centre, Left, Right};
use crate::config::{Error, HostNames, Profile};
use crate::run::door::{self, Parts};
use crate::signin::{Site, scopes};
use crate::zoho::{self, DataCentre};

/// Whether nobody is signed in, and somebody is there who can be asked. A script gets the sentence instead.
pub(super) fn is_wanted(args: &TargetArgs, ground: &Ground) -> bool {
    let person = io::stdin().is_terminal() && io::stdout().is_terminal();
    let elsewhere = args.sandbox.is_some() || args.agent.is_some();
    person && !elsewhere && Profile::is_name(name(args)) && {
        let read = Profile::read(&ground.paths, name(args));
        matches!(read, Err(Error::NoProfile { .. } | Error::NoSecrets(_)))
    }
}

fn name(args: &TargetArgs) -> &str {
    args.profile.as_deref().unwrap_or("default")
}

/// Shows the door; when somebody came in by it, the profile is there.
pub(super) async fn show(args: &TargetArgs, ground: &Ground) -> Result<Left, Failure> {
    let words = &ground.words;
    zoho::install_crypto();
    let look = look(&ground.settings);
    let (keymap, _) = keymap(&ground.paths, words)?;
    let centres = DataCentre::ALL.iter().filter_map(|centre| {
        let site = Site::of(HostNames::Centre(centre.to_string())).ok()?;
        let accounts = site.hosts.accounts.host_str()?.to_owned();
        Some(Centre { code: centre.to_string(), accounts })
    });
    let rights = scopes::ALL.iter();
    let rights = rights.map(|scope| Right { scope: scope.name.to_owned(), what_for: scope.what_for });
    let before = Profile::signed_out(&ground.paths, name(args)).and_then(|(hosts, client)| match hosts {
        HostNames::Centre(code) => Some((Ok(code), client)),
        HostNames::Single { accounts, bigin, desk } if accounts == bigin && bigin == desk => {
            Some((Err(accounts), client))
        }
        // The door asks for one address: three stand in the profile, and `balcao login` takes them from there.
        HostNames::Single { .. } => None,
    });
    let shown = Box::pin(door::run(Parts {
        paths: ground.paths.clone(),
        profile: name(args).to_owned(),
        words: words.clone(),
        keymap,
        look,
        theme: theme(&ground.settings.theme, look).with_ascii(look.ascii),
        centres: centres.collect(),
        rights: rights.collect(),
        before,
    }));
    shown.await.map_err(|report| sentence::of_report(&report, ("terminal", "error-terminal"), words))
}
