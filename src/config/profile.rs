//! A profile: which Zoho, and as whom. `profile.toml` may be shown to anybody; what must not stands in `secrets.toml`
//! beside it, mode 0600, and is refused when laxer.

use std::os::unix::fs::MetadataExt;
use std::path::Path;

use secrecy::SecretString;
use serde::{Deserialize, de::DeserializeOwned};

use super::error::line_of;
use super::{Error, Paths};

/// Which Zoho, and as whom.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its name: also that of its cache.
    pub name: String,
    /// The data centre (`us`, `eu`, …) or the hosts themselves.
    pub hosts: HostNames,
    /// As whom.
    pub sign_in: SignIn,
    /// Desk's portal, for people of several.
    pub org: Option<String>,
    /// Whether this is a sandbox: said on the screen.
    pub sandbox: bool,
    /// How far Bigin and Desk are brought together, in the word of the profile; none when it does not say.
    pub sync: Option<String>,
    /// How many credits of each service the integration may spend in a day; all of them when it does not say.
    pub budget: Budget,
}

/// How many credits of each service may be spent in a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// Of Bigin.
    pub bigin: Option<u32>,
    /// Of Desk.
    pub desk: Option<u32>,
}

/// Where Zoho is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostNames {
    /// By the code of the data centre.
    Centre(String),
    /// By address.
    Single {
        /// Zoho Accounts.
        accounts: String,
        /// Bigin.
        bigin: String,
        /// Desk.
        desk: String,
    },
}

/// The client and its refresh token.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// The client's id.
    pub client_id: String,
    /// The client's secret.
    pub client_secret: SecretString,
    /// What access tokens are made from.
    pub refresh_token: SecretString,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    data_centre: Option<String>,
    hosts: Option<HostsTable>,
    client_id: String,
    org: Option<String>,
    sync: Option<SyncTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SyncTable {
    mode: String,
    #[serde(default)]
    budget: Budget,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HostsTable {
    accounts: String,
    bigin: String,
    desk: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Secrets {
    client_secret: SecretString,
    refresh_token: SecretString,
}

impl Profile {
    /// Where, and as which client, nobody is signed in any more: what stays of a profile after signing out.
    pub fn signed_out(paths: &Paths, name: &str) -> Option<(HostNames, String)> {
        let path = paths.profile(name);
        let mut file: File = parse(&path, false).ok()?;
        Some((file.hosts(&path).ok()?, file.client_id))
    }

    /// Reads a profile by name.
    pub fn read(paths: &Paths, name: &str) -> Result<Self, Error> {
        let path = paths.profile(name);
        if !path.exists() {
            return Err(Error::NoProfile { name: name.to_owned(), path });
        }
        let mut file: File = parse(&path, false)?;
        let secrets_path = path.with_file_name("secrets.toml");
        refuse_lax(&secrets_path)?;
        let secrets: Secrets = parse(&secrets_path, true)?;
        let hosts = file.hosts(&path)?;
        Ok(Self {
            name: name.to_owned(),
            hosts,
            sign_in: SignIn {
                client_id: file.client_id,
                client_secret: secrets.client_secret,
                refresh_token: secrets.refresh_token,
            },
            org: file.org,
            sandbox: false,
            budget: file.sync.as_ref().map_or_else(Budget::default, |sync| sync.budget),
            sync: file.sync.map(|sync| sync.mode),
        })
    }
}

impl File {
    /// Where Zoho is; the United States when it does not say.
    fn hosts(&mut self, path: &Path) -> Result<HostNames, Error> {
        match (self.data_centre.take(), self.hosts.take()) {
            (None, Some(HostsTable { accounts, bigin, desk })) => {
                Ok(HostNames::Single { accounts, bigin, desk })
            }
            (Some(centre), None) => Ok(HostNames::Centre(centre)),
            (None, None) => Ok(HostNames::Centre("us".to_owned())),
            (Some(_), Some(_)) => Err(Error::TwoPlaces(path.to_owned())),
        }
    }
}

fn parse<T: DeserializeOwned>(path: &Path, secret: bool) -> Result<T, Error> {
    let text =
        std::fs::read_to_string(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
    toml::from_str(&text).map_err(|error| {
        let line = line_of(&text, error.span().map_or(0, |span| span.start));
        // What the parser says may quote a value: not when that value may be a secret.
        let what = if secret && error.message().contains("invalid") { "a value" } else { error.message() };
        Error::Syntax { path: path.to_owned(), line, what: what.to_owned() }
    })
}

fn refuse_lax(path: &Path) -> Result<(), Error> {
    let meta = std::fs::metadata(path).map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => Error::NoSecrets(path.to_owned()),
        _ => Error::Read { path: path.to_owned(), source },
    })?;
    let mode = meta.mode() & 0o777;
    let others = mode & 0o077;
    if others == 0 { Ok(()) } else { Err(Error::Lax(path.display().to_string(), mode)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;
    use std::os::unix::fs::PermissionsExt;

    fn home(profile: &str, secrets: &str, mode: u32) -> (tempfile::TempDir, Paths) {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(dir.path());
        let path = paths.profile("work");
        std::fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
        std::fs::write(&path, profile).expect("a file");
        let beside = path.with_file_name("secrets.toml");
        std::fs::write(&beside, secrets).expect("a file");
        std::fs::set_permissions(&beside, std::fs::Permissions::from_mode(mode)).expect("a mode");
        (dir, paths)
    }

    const SECRETS: &str = "client_secret = \"s3cret\"\nrefresh_token = \"1000.x\"";

    #[test]
    fn reads_who_and_where() {
        let (_dir, paths) = home("data_centre = \"eu\"\nclient_id = \"1000.A\"", SECRETS, 0o600);
        let profile = Profile::read(&paths, "work").expect("a profile");
        assert_eq!(profile.hosts, HostNames::Centre("eu".into()));
        assert_eq!(profile.sign_in.refresh_token.expose_secret(), "1000.x");
        assert!(!format!("{profile:?}").contains("s3cret"));
    }

    #[test]
    fn reads_how_far_and_how_much() {
        let sync = "client_id = \"1000.A\"\n[sync]\nmode = \"two-way\"\n";
        let (_dir, paths) = home(&format!("{sync}budget = {{ desk = 50000 }}"), SECRETS, 0o600);
        let profile = Profile::read(&paths, "work").expect("a profile");
        assert_eq!(profile.sync.as_deref(), Some("two-way"));
        assert_eq!(profile.budget, Budget { bigin: None, desk: Some(50_000) });
        let (_dir, paths) = home(sync, SECRETS, 0o600);
        assert_eq!(Profile::read(&paths, "work").expect("a profile").budget, Budget::default());
    }

    #[test]
    fn refuses_secrets_that_others_can_read() {
        let (_dir, paths) = home("client_id = \"1000.A\"", SECRETS, 0o640);
        let error = Profile::read(&paths, "work").expect_err("too lax");
        assert!(matches!(error, Error::Lax(_, 0o640)), "{error}");
    }

    #[test]
    fn says_that_the_secrets_are_missing() {
        let (dir, paths) = home("client_id = \"1000.A\"", SECRETS, 0o600);
        std::fs::remove_file(dir.path().join("config/profiles/work/secrets.toml")).expect("it is there");
        let error = Profile::read(&paths, "work").expect_err("none");
        assert!(matches!(&error, Error::NoSecrets(path) if path.ends_with("secrets.toml")), "{error}");
    }

    #[test]
    fn a_broken_secrets_file_is_not_quoted() {
        let (_dir, paths) = home("client_id = \"1000.A\"", "client_secret = \"s3cret\nx", 0o600);
        let error = Profile::read(&paths, "work").expect_err("broken").to_string();
        assert!(!error.contains("s3cret"), "{error}");
    }

    #[test]
    fn says_where_a_missing_profile_would_be() {
        let (_dir, paths) = home("client_id = \"1000.A\"", SECRETS, 0o600);
        let error = Profile::read(&paths, "other").expect_err("none").to_string();
        assert!(error.contains("profiles/other/profile.toml"), "{error}");
    }
}
