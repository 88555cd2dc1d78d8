//! `balcao login`: from nothing to a profile.

/// Asking a person.
pub(super) mod ask;
mod browser;
mod client;
mod code;
mod device;
mod failure;
mod portal;

use serde_json::{Value, json};

use super::exit::{Exit, Failure};
use super::ground::Ground;
use super::print;
use super::sentence;
use super::target::TargetArgs;
use crate::config::{HostNames, New, Profile, SignIn};
use crate::signin::scopes::{self, Scope};
use crate::signin::{Signed, Site};
use crate::text::Words;
use crate::zoho;
use ask::{Asker, tell};

/// Where, as which client, and how.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Args {
    /// The data centre of the Zoho account: us, eu, in, au, jp, ca, sa, cn, uk (asked for when it is left out)
    #[arg(long, value_name = "CODE")]
    dc: Option<String>,
    /// The client's id, as the API console gave it (asked for when it is left out; its secret always is)
    #[arg(long, value_name = "ID")]
    client_id: Option<String>,
    /// Sign in with any browser on any machine, by typing a code there: what happens when nothing else is said
    #[arg(long, group = "way")]
    device: bool,
    /// Sign in with a code of a self client; it is asked for, or read from standard input after the secret
    #[arg(long, group = "way")]
    code: bool,
    /// Sign in with a browser on this machine
    #[arg(long, group = "way")]
    browser: bool,
    /// With --browser: the port of http://127.0.0.1:PORT/, which the client must have as an address to come back to
    #[arg(long, value_name = "PORT", default_value_t = 8399, requires = "browser")]
    port: u16,
    /// Desk's portal, for people of several
    #[arg(long, value_name = "ID")]
    org: Option<String>,
    /// Sign in anew for a profile that is there already
    #[arg(long)]
    replace: bool,
    /// Answer in JSON, a line for each step
    #[arg(long)]
    pub json: bool,
}

/// Everything that the steps share.
struct Desk<'a> {
    args: &'a Args,
    words: &'a Words,
    asker: Asker,
}

impl Desk<'_> {
    fn say(&self, id: &str) -> String {
        self.words.say(id)
    }
}

/// Signs somebody in and writes the profile.
pub(super) async fn run(args: Args, target: &TargetArgs, ground: &Ground) -> Result<(), Failure> {
    zoho::install_crypto();
    let words = &ground.words;
    let name = target.profile.as_deref().unwrap_or("default");
    let desk = Desk { args: &args, words, asker: Asker::new() };
    may_be_written(name, &desk, ground)?;
    let (site, client) = client::find(&desk, target, ground).await?;
    if !args.json {
        tell(&wanted(words));
    }
    let signed = if args.code {
        code::sign_in(&desk, site, &client).await?
    } else if args.browser {
        browser::sign_in(&desk, site, &client).await?
    } else {
        device::sign_in(&desk, site, &client).await?
    };
    let (who, org) = portal::choose(&desk, &signed, &client).await?;
    let sign_in = SignIn {
        client_id: client.id.clone(),
        client_secret: client.secret.clone(),
        refresh_token: signed.refresh_token.clone(),
    };
    let new = New { hosts: &signed.site.names, sign_in: &sign_in, org: org.as_deref() };
    let path =
        Profile::keep(&ground.paths, name, &new).map_err(|error| sentence::of_config(&error, words))?;
    if args.json {
        let missing: Vec<_> = scopes::missing(&signed.scopes).iter().map(|scope| scope.name).collect();
        return print::json(&json!({
            "profile": name, "path": path, "site": site_json(&signed.site), "missing_scopes": missing,
            "bigin": who.bigin_json(), "desk": who.desk_json(),
        }));
    }
    print::out(&format!("{}{}", who.text(words), kept(name, &path.display().to_string(), &signed, words)))
}

/// Whether a profile of this name can be written: it is none yet, or somebody wants it anew.
fn may_be_written(name: &str, desk: &Desk, ground: &Ground) -> Result<(), Failure> {
    let say = |id| desk.words.say_with(id, &[("name", name.into())]);
    if !Profile::is_name(name) {
        return Err(Failure::new(Exit::Usage, "arguments", say("login-bad-name")));
    }
    let free = desk.args.replace || !Profile::is_there(&ground.paths, name);
    if free || desk.asker.agrees(&say("login-ask-replace"))? {
        return Ok(());
    }
    Err(Failure::new(Exit::Usage, "profile_exists", say("login-there")))
}

/// The scopes with what each is for.
fn wanted(words: &Words) -> String {
    // Those with one purpose stand in one line, the later ones by their last word.
    let line = |alike: &[Scope]| {
        let later = alike[1..].iter().filter_map(|scope| scope.name.rsplit('.').next());
        let names = later.fold(alike[0].name.to_owned(), |names, verb| names + " ." + verb);
        (names, words.say(alike[0].what_for))
    };
    let lines: Vec<_> = scopes::ALL.chunk_by(|a, b| a.what_for == b.what_for).map(line).collect();
    let wide = lines.iter().map(|(names, _)| names.len()).max().unwrap_or(0);
    let mut text = words.say("login-scopes");
    for (names, what) in lines {
        text += &format!("\n  {names:wide$}  {what}");
    }
    text
}

fn kept(name: &str, path: &str, signed: &Signed, words: &Words) -> String {
    let mut text = String::new();
    for scope in scopes::missing(&signed.scopes) {
        let args = [("scope", scope.name.into()), ("what", words.say(scope.what_for).into())];
        text += &format!("{}\n", words.say_with("login-missing", &args));
    }
    let command = if name == "default" { "balcao".to_owned() } else { format!("balcao --profile {name}") };
    let args = [("name", name.into()), ("path", path.into()), ("command", command.into())];
    text + &words.say_with("login-kept", &args) + "\n"
}

fn site_json(site: &Site) -> Value {
    match &site.names {
        HostNames::Centre(code) => json!({ "data_centre": code }),
        HostNames::Single { accounts, bigin, desk } => {
            json!({ "hosts": { "accounts": accounts, "bigin": bigin, "desk": desk } })
        }
    }
}
