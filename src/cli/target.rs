//! Who and where: a profile of the real service, or a sandbox. From here on nothing knows which of the two it is.

use std::path::{Path, PathBuf};

use crate::config::{HostNames, Paths, Profile, Settings, SignIn};
use crate::counter::Services;
use crate::model::OrgId;
use crate::sandbox::server::Hello;
use crate::store::Keeper;
use crate::store::cache::Cache;
use crate::text::{Lang, Words};
use crate::zoho::{self, DataCentre, Hosts, Zoho};
use color_eyre::eyre::{Result, WrapErr, bail};
use jiff::{Timestamp, tz::TimeZone};

/// Who and where.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct TargetArgs {
    /// The language: en or pt-BR (else as LANG says)
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    /// A running sandbox, such as `http://127.0.0.1:8300`
    #[arg(long, global = true, value_name = "URL", env = "BALCAO_SANDBOX")]
    pub sandbox: Option<String>,
    /// Which of the agents of the sandbox or the demo to be (else the first)
    #[arg(long = "as", global = true, value_name = "EMAIL")]
    pub agent: Option<String>,
    /// The profile to use
    #[arg(long, global = true, value_name = "NAME", env = "BALCAO_PROFILE", default_value = "default")]
    pub profile: String,
}

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
    /// Where the damaged cache was put, if it was.
    pub set_aside: Option<PathBuf>,
    /// Where the damaged drafts and outbox were put, if they were, and how many of them could be read.
    pub words_set_aside: Option<(PathBuf, usize)>,
    /// Whether this is a sandbox.
    pub sandbox: bool,
}

impl Open {
    /// Opens the cache and gets ready to call; nothing is sent yet.
    pub async fn new(args: &TargetArgs, paths: &Paths, lang: Lang) -> Result<Self> {
        let profile = match &args.sandbox {
            Some(url) => of_sandbox(url, args.agent.as_deref(), paths).await?,
            None if args.agent.is_some() => {
                bail!(
                    "--as chooses among the agents of a sandbox: give --sandbox URL, or use `balcao demo --as EMAIL`."
                )
            }
            None => Profile::read(paths, &args.profile)?,
        };
        Self::with(profile, paths, lang)
    }

    /// The same for a profile that is known.
    pub fn with(profile: Profile, paths: &Paths, lang: Lang) -> Result<Self> {
        let settings = Settings::read(&paths.settings())?;
        let lang = match &settings.language {
            Some(set) if std::env::args_os().all(|arg| arg != "--lang") => set.parse::<Lang>()?,
            _ => lang,
        };
        let folder = paths.cache(&profile.name);
        Paths::make(&folder)?;
        let opened = Cache::open(&folder)?;
        opened.cache.recover(Timestamp::now())?;
        let hosts = match &profile.hosts {
            HostNames::Centre(code) => Hosts::of(code.parse::<DataCentre>()?),
            HostNames::Single { accounts, bigin, desk } => Hosts::parse(accounts, bigin, desk)?,
        };
        let SignIn { client_id, client_secret, refresh_token } = profile.sign_in;
        let sign_in = zoho::SignIn { client_id, client_secret, refresh_token };
        let zoho = Zoho::connect(hosts, sign_in, profile.org.map(OrgId::new), zoho::Settings::default())?
            .with_token_cache(folder.join("token.json"))?;
        Ok(Self {
            services: Services { zoho, keeper: Keeper::start(opened.cache) },
            words: Words::new(lang),
            zone: TimeZone::system(),
            settings,
            set_aside: opened.set_aside,
            words_set_aside: opened.words_set_aside.map(|path| (path, opened.salvaged)),
            sandbox: profile.sandbox,
        })
    }
}

/// The profile of a running sandbox, from what it tells about itself (`GET /_sandbox/hello`).
async fn of_sandbox(url: &str, agent: Option<&str>, paths: &Paths) -> Result<Profile> {
    // The same rule as for every host: in the clear only to this machine.
    Hosts::single(url)?;
    zoho::install_crypto();
    let client = reqwest::Client::builder().no_proxy().timeout(std::time::Duration::from_secs(10)).build()?;
    let asked = client.get(format!("{}/_sandbox/hello", url.trim_end_matches('/'))).send().await;
    let answer = asked.and_then(reqwest::Response::error_for_status);
    let kept = paths.cache(&format!("hello {url}")).join("hello.json");
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) => {
            // One that was here before is known by what it said then: the cache opens without it, as it does for Zoho.
            let said = std::fs::read_to_string(&kept)
                .ok()
                .and_then(|said| serde_json::from_str::<Hello>(&said).ok());
            let away = || format!("No sandbox answers at {url}. Start one with `balcao sandbox`.");
            let hello = said.ok_or(error).wrap_err_with(away)?;
            return profile_of(&hello, agent, &format!("sandbox {} {}", hello.base_url, hello.org_id));
        }
    };
    let hello: Hello = answer.json().await.wrap_err_with(|| format!("{url} is no sandbox of balcao"))?;
    remember(&kept, &hello);
    profile_of(&hello, agent, &format!("sandbox {} {}", hello.base_url, hello.org_id))
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
pub fn profile_of(hello: &Hello, agent: Option<&str>, name: &str) -> Result<Profile> {
    let found = match agent {
        Some(email) => hello.agents.iter().find(|one| one.email.eq_ignore_ascii_case(email)),
        None => hello.agents.first(),
    };
    let Some(found) = found else {
        let known: Vec<_> = hello.agents.iter().map(|one| one.email.as_str()).collect();
        bail!("{} is no agent of this sandbox. Its agents are: {}", agent.unwrap_or("-"), known.join(", "));
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
    })
}
