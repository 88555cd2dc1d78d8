//! Who and where: a profile of the real service, or a sandbox. From here on nothing knows which of the two it is.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use jiff::{Timestamp, tz::TimeZone};
use serde_json::json;

use super::exit::{Exit, Failure};
use super::ground::Ground;
use super::sentence;
use crate::config::{Budget, HostNames, Paths, Profile, Settings, SignIn};
use crate::counter::Services;
use crate::model::{OrgId, Outgoing};
use crate::pairing::Place;
use crate::sandbox::server::Hello;
use crate::store::Keeper;
use crate::store::cache::{Cache, Opened};
use crate::text::{Lang, Words};
use crate::zoho::{self, DataCentre, Hosts, Zoho};

/// Who and where.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct TargetArgs {
    /// The language: en or pt-BR (else as the settings or LANG say)
    #[arg(long, global = true, value_name = "LANG", value_parser = language)]
    pub lang: Option<Lang>,
    /// A running sandbox.
    #[arg(long, global = true, value_name = "URL")]
    #[arg(help = "A running sandbox, such as http://127.0.0.1:8300 (else as BALCAO_SANDBOX says)")]
    pub sandbox: Option<String>,
    /// Which of the agents of the sandbox or the demo to be (else the first)
    #[arg(long = "as", global = true, value_name = "EMAIL")]
    pub agent: Option<String>,
    /// The profile to use.
    #[arg(long, global = true, value_name = "NAME")]
    #[arg(help = "The profile to use (else as BALCAO_PROFILE says, else “default”)")]
    pub profile: Option<String>,
    /// Add a line of JSON for each call of Zoho to this file: names, ids, statuses and times, nothing that was typed
    #[arg(long, global = true, value_name = "FILE")]
    pub trace: Option<PathBuf>,
}

impl TargetArgs {
    /// What the command line leaves open is as the environment says. Not the argument reader's `env`: its usage lines
    /// then show these options as if they had to be given.
    #[must_use]
    pub fn completed(self, env: impl Fn(&str) -> Option<String>) -> Self {
        let env = |name: &str| env(name).filter(|value| !value.is_empty());
        Self {
            sandbox: self.sandbox.or_else(|| env("BALCAO_SANDBOX")),
            profile: self.profile.or_else(|| env("BALCAO_PROFILE")),
            ..self
        }
    }
}

/// A language by its code; the sentence that refuses it names those that there are. (In English, as everything the argument
/// reader is given; the Portuguese stands with its other complaints.)
fn language(code: &str) -> Result<Lang, String> {
    let known = Lang::ALL.map(|lang| lang.to_string()).join(", ");
    code.parse().map_err(|_| format!("There is no such language here. There are: {known}."))
}

/// What standard input held. It can be read once, and a command may begin anew.
pub type Stdin = Arc<OnceLock<Vec<u8>>>;

/// Everything a command needs.
pub struct Open {
    /// Zoho and the cache.
    pub services: Services,
    /// The reader's language.
    pub words: Words,
    /// The reader's time zone.
    pub zone: TimeZone,
    /// How the program looks and behaves.
    pub settings: Settings,
    /// What is to be said first, in sentences: wrong settings, a cache that was damaged, a place that keeps nothing.
    pub remarks: Vec<String>,
    /// Whether nothing is kept: the cache is in memory, and drafts and outbox end with the program.
    pub unkept: bool,
    /// What stands in the outbox of the disk while nothing can be kept there; none when it cannot even be read.
    pub left: Option<Vec<Outgoing>>,
    /// Standard input, once it was read.
    pub stdin: Stdin,
    /// Whether this is a sandbox.
    pub sandbox: bool,
    /// Where the pairing of Bigin and Desk lies.
    pub pairing: Place,
    /// How far the profile brings them together, if it says so.
    pub sync: Option<String>,
    /// What it may cost in a day.
    pub budget: Budget,
}

impl Open {
    /// Opens the cache and gets ready to call; nothing is sent yet.
    pub async fn new(args: &TargetArgs, ground: &Ground) -> Result<Self, Failure> {
        Self::with(profile(args, ground).await?, ground)
    }

    /// The same for a profile that is known.
    pub fn with(profile: Profile, ground: &Ground) -> Result<Self, Failure> {
        let place = kept(&ground.paths.cache(&profile.name), ground)?;
        Self::on(place, profile, ground)
    }

    /// The same in memory, because `reason` stands against the disk.
    pub fn in_memory(profile: Profile, ground: &Ground, reason: String) -> Result<Self, Failure> {
        Self::on(Err(reason), profile, ground)
    }

    fn on(place: Result<Opened, String>, profile: Profile, ground: &Ground) -> Result<Self, Failure> {
        let words = &ground.words;
        let zoho_failed = |error: zoho::Error| Failure::of(&error.into(), words);
        let hosts = match &profile.hosts {
            HostNames::Centre(code) => Hosts::of(code.parse::<DataCentre>().map_err(zoho_failed)?),
            HostNames::Single { accounts, bigin, desk } => {
                Hosts::parse(accounts, bigin, desk).map_err(zoho_failed)?
            }
        };
        let folder = ground.paths.cache(&profile.name);
        let pairing = Place { folder: folder.clone(), mapping: ground.paths.mapping(&profile.name) };
        let (sync, budget) = (profile.sync.clone(), profile.budget);
        let mut remarks = ground.complaints.clone();
        let (cache, unkept, left) = match place {
            Ok(opened) => {
                remarks.extend(damage(&opened, words));
                (opened.cache, false, Some(Vec::new()))
            }
            Err(reason) => {
                remarks.push(words.say_with("error-unkept", &[("reason", reason.into())]));
                let cache = Cache::fleeting().map_err(|error| Failure::of(&error.into(), words))?;
                let left = Cache::left_in(&folder);
                let left = left.inspect_err(|error| tracing::warn!(%error, "the outbox cannot be read"));
                (cache, true, left.ok())
            }
        };
        let SignIn { client_id, client_secret, refresh_token } = profile.sign_in;
        let sign_in = zoho::SignIn { client_id, client_secret, refresh_token };
        let zoho = Zoho::connect(hosts, sign_in, profile.org.map(OrgId::new), zoho::Settings::default());
        let zoho = zoho.map_err(zoho_failed)?;
        let zoho = if unkept {
            zoho
        } else {
            zoho.with_token_cache(folder.join("token.json")).map_err(zoho_failed)?
        };
        Ok(Self {
            services: Services { zoho, keeper: Keeper::start(cache) },
            words: words.clone(),
            zone: TimeZone::system(),
            settings: ground.settings.clone(),
            remarks,
            unkept,
            left,
            stdin: Stdin::default(),
            sandbox: profile.sandbox,
            pairing,
            sync,
            budget,
        })
    }
}

/// Which Zoho, and as whom.
pub async fn profile(args: &TargetArgs, ground: &Ground) -> Result<Profile, Failure> {
    let words = &ground.words;
    match &args.sandbox {
        Some(url) => of_sandbox(url, args.agent.as_deref(), ground).await,
        None if args.agent.is_some() => {
            Err(Failure::new(Exit::Usage, "arguments", words.say("cli-as-needs-sandbox")))
        }
        None => Profile::read(&ground.paths, args.profile.as_deref().unwrap_or("default"))
            .map_err(|error| sentence::of_config(&error, words)),
    }
}

/// The cache on the disk; the inner error is the sentence about a place that cannot be written to.
fn kept(folder: &Path, ground: &Ground) -> Result<Result<Opened, String>, Failure> {
    let words = &ground.words;
    if let Err(error) = Paths::make(folder) {
        return Ok(Err(sentence::of_config(&error, words).sentence));
    }
    let opened = Cache::open(folder).and_then(|opened| {
        opened.cache.recover(Timestamp::now())?;
        Ok(opened)
    });
    match opened {
        Ok(opened) => Ok(Ok(opened)),
        Err(error) if error.is_place() => Ok(Err(sentence::of_store(&error, words))),
        Err(error) => Err(Failure::of(&error.into(), words)),
    }
}

/// What was damaged and set aside, in sentences; the words a person typed come first.
fn damage(opened: &Opened, words: &Words) -> Vec<String> {
    let shown = |path: &PathBuf| path.display().to_string();
    let typed = opened.words_set_aside.as_ref().map(|path| {
        let args = [("path", shown(path).into()), ("count", opened.salvaged.into())];
        words.say_with("error-words-corrupt", &args)
    });
    let cache = opened.set_aside.as_ref();
    let cache = cache.map(|path| words.say_with("error-store-corrupt", &[("path", shown(path).into())]));
    typed.into_iter().chain(cache).collect()
}

/// The profile of a running sandbox, from what it tells about itself (`GET /_sandbox/hello`).
async fn of_sandbox(url: &str, agent: Option<&str>, ground: &Ground) -> Result<Profile, Failure> {
    let (words, paths) = (&ground.words, &ground.paths);
    let say = |id: &str| words.say_with(id, &[("url", url.into())]);
    // The same rule as for every host: in the clear only to this machine.
    Hosts::single(url).map_err(|error| {
        Failure::new(Exit::Usage, "arguments", say("cli-sandbox-address"))
            .with("detail", json!(error.to_string()))
    })?;
    zoho::install_crypto();
    let client = reqwest::Client::builder().no_proxy().timeout(std::time::Duration::from_secs(10)).build();
    let client = client.map_err(|error| {
        sentence::of_report(&color_eyre::Report::new(error), ("setup", "error-zoho-client"), words)
    })?;
    let asked = client.get(format!("{}/_sandbox/hello", url.trim_end_matches('/'))).send().await;
    let answer = asked.and_then(reqwest::Response::error_for_status);
    let kept = paths.cache(&format!("hello {url}")).join("hello.json");
    let before = std::fs::read_to_string(&kept).ok();
    let before = before.and_then(|said| serde_json::from_str::<Hello>(&said).ok());
    let hello = match answer {
        Ok(answer) => {
            let mut hello: Hello = answer.json().await.map_err(|error| {
                Failure::new(Exit::Away, "garbled", say("cli-no-sandbox"))
                    .with("detail", json!(error.to_string()))
            })?;
            if let Some(before) = &before {
                keep_first(before, &mut hello);
            }
            remember(&kept, &hello);
            hello
        }
        // One that was here before is known by what it said then: the cache opens without it, as it does for Zoho.
        Err(error) => before.ok_or_else(|| {
            Failure::new(Exit::Away, "offline", say("cli-sandbox-away"))
                .with("detail", json!(error.to_string()))
        })?,
    };
    profile_of(&hello, agent, &format!("sandbox {} {}", hello.base_url, hello.org_id), words)
}

/// Whose sign-in was revoked is not announced any more. Nobody becomes somebody else for that: the first agent stays the
/// first, with what they wrote, and is told that the sign-in is not accepted.
fn keep_first(before: &Hello, hello: &mut Hello) {
    let Some(first) = before.agents.first().filter(|_| before.org_id == hello.org_id) else { return };
    if !hello.agents.iter().any(|one| one.email == first.email) {
        hello.agents.insert(0, first.clone());
    }
}

/// Keeps what a sandbox said, readable for its owner alone. Where it cannot be kept, the next start needs the sandbox.
fn remember(kept: &Path, hello: &Hello) {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let Some(folder) = kept.parent().filter(|folder| Paths::make(folder).is_ok()) else { return };
    let mut new = std::fs::OpenOptions::new();
    let file = new.write(true).create(true).truncate(true).mode(0o600).open(folder.join("hello.json"));
    if let (Ok(mut file), Ok(said)) = (file, serde_json::to_vec(hello)) {
        let _ = file.write_all(&said);
    }
}

/// The profile of one of a sandbox's agents. `name` and the agent name its cache.
pub fn profile_of(hello: &Hello, agent: Option<&str>, name: &str, words: &Words) -> Result<Profile, Failure> {
    let found = match agent {
        Some(email) => hello.agents.iter().find(|one| one.email.eq_ignore_ascii_case(email)),
        None => hello.agents.first(),
    };
    let Some(found) = found else {
        let known: Vec<_> = hello.agents.iter().map(|one| one.email.as_str()).collect();
        let args = [("name", agent.unwrap_or("-").into()), ("known", known.join(", ").into())];
        let failure = Failure::new(Exit::NotFound, "no_agent", words.say_with("cli-no-such-agent", &args));
        return Err(failure.with("known", json!(known)));
    };
    let base = hello.base_url.clone();
    Ok(Profile {
        name: format!("{name} {}", found.email),
        hosts: HostNames::Single { accounts: base.clone(), bigin: base.clone(), desk: base },
        sign_in: SignIn {
            client_id: hello.client_id.clone(),
            client_secret: hello.client_secret.clone().into(),
            refresh_token: found.refresh_token.clone().into(),
        },
        org: Some(hello.org_id.clone()),
        sandbox: true,
        sync: None,
        budget: Budget::default(),
    })
}
