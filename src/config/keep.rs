//! Writing a profile down, and forgetting its secrets. A file is whole or not there: it is written beside and put in place.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use secrecy::ExposeSecret;
use serde::Serialize;

use super::profile::{HostNames, SignIn};
use super::{Error, Paths, Profile};

/// What a sign-in knows of a profile.
#[derive(Debug)]
pub struct New<'a> {
    /// Where.
    pub hosts: &'a HostNames,
    /// As whom.
    pub sign_in: &'a SignIn,
    /// Desk's portal, for people of several.
    pub org: Option<&'a str>,
}

/// `profile.toml`, in the order in which a person reads it.
#[derive(Serialize)]
struct Plain<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    data_centre: Option<&'a str>,
    client_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    org: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hosts: Option<Addresses<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sync: Option<toml::Value>,
}

#[derive(Serialize)]
struct Addresses<'a> {
    accounts: &'a str,
    bigin: &'a str,
    desk: &'a str,
}

#[derive(Serialize)]
struct Secret<'a> {
    client_secret: &'a str,
    refresh_token: &'a str,
}

impl Profile {
    /// Whether a name can be that of a profile: one folder, in its place.
    pub fn is_name(name: &str) -> bool {
        !name.is_empty()
            && !name.starts_with('.')
            && name.len() <= 80
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.@".contains(c))
    }

    /// Whether something of a profile of this name is there.
    pub fn is_there(paths: &Paths, name: &str) -> bool {
        let path = paths.profile(name);
        path.exists() || secrets(&path).exists()
    }

    /// Writes a profile: its folder of mode 0700, its secrets of mode 0600. How Bigin and Desk are brought together stays
    /// as a profile of this name says; what a person wrote is not touched when it says the same already.
    pub fn keep(paths: &Paths, name: &str, new: &New) -> Result<PathBuf, Error> {
        let path = paths.profile(name);
        let folder = path.parent().unwrap_or(&path);
        Paths::make(folder)?;
        let secret = Secret {
            client_secret: new.sign_in.client_secret.expose_secret(),
            refresh_token: new.sign_in.refresh_token.expose_secret(),
        };
        put(&secrets(&path), &written(&secret), 0o600)?;
        let same = Self::read(paths, name).is_ok_and(|old| {
            (&old.hosts, &old.sign_in.client_id, old.org.as_deref())
                == (new.hosts, &new.sign_in.client_id, new.org)
        });
        if !same {
            let before = fs::read_to_string(&path).ok().and_then(|text| text.parse::<toml::Table>().ok());
            let (data_centre, hosts) = match new.hosts {
                HostNames::Centre(code) => (Some(code.as_str()), None),
                HostNames::Single { accounts, bigin, desk } => {
                    (None, Some(Addresses { accounts, bigin, desk }))
                }
            };
            let sync = before.and_then(|mut table| table.remove("sync"));
            let client_id = &new.sign_in.client_id;
            put(&path, &written(&Plain { data_centre, client_id, org: new.org, hosts, sync }), 0o600)?;
        }
        Ok(path)
    }

    /// Takes the secrets of a profile off the disk. What may be shown to anybody stays, so that signing in again finds it.
    pub fn forget(paths: &Paths, name: &str) -> Result<(), Error> {
        let path = secrets(&paths.profile(name));
        match fs::remove_file(&path) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => Err(Error::Make { path, source }),
            _ => Ok(()),
        }
    }
}

fn secrets(profile: &Path) -> PathBuf {
    profile.with_file_name("secrets.toml")
}

fn written(what: &impl Serialize) -> String {
    toml::to_string(what).expect("plain tables of text")
}

fn put(path: &Path, text: &str, mode: u32) -> Result<(), Error> {
    let beside = path.with_extension(format!("toml.{}", std::process::id()));
    let write = || {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(|source| {
        // The reason is told; that the half file could not be taken away either adds nothing to it.
        let _ = fs::remove_file(&beside);
        Error::Make { path: path.to_owned(), source }
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn sign_in(refresh: &str) -> SignIn {
        SignIn {
            client_id: "1000.A".into(),
            client_secret: "s3cret".to_owned().into(),
            refresh_token: refresh.to_owned().into(),
        }
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("it is there").permissions().mode() & 0o777
    }

    #[test]
    fn what_is_kept_reads_back_and_is_its_owners_alone() {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(dir.path());
        let hosts = HostNames::Centre("eu".into());
        let path = Profile::keep(
            &paths,
            "work",
            &New { hosts: &hosts, sign_in: &sign_in("1000.r"), org: Some("7") },
        )
        .expect("kept");
        let read = Profile::read(&paths, "work").expect("read");
        assert_eq!((&read.hosts, read.org.as_deref()), (&hosts, Some("7")));
        assert_eq!(read.sign_in.refresh_token.expose_secret(), "1000.r");
        assert_eq!(mode(&secrets(&path)), 0o600);
        assert_eq!(mode(path.parent().expect("a folder")), 0o700);
        let plain = fs::read_to_string(&path).expect("text");
        assert!(!plain.contains("s3cret") && !plain.contains("1000.r"), "{plain}");
        Profile::forget(&paths, "work").expect("forgotten");
        Profile::forget(&paths, "work").expect("there is nothing to forget");
        assert!(matches!(Profile::read(&paths, "work"), Err(Error::NoSecrets(_))));
        assert!(Profile::is_there(&paths, "work"));
        assert_eq!(Profile::signed_out(&paths, "work"), Some((hosts, "1000.A".to_owned())));
    }

    #[test]
    fn signing_in_again_keeps_what_a_person_wrote() {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(dir.path());
        let hosts = HostNames::Centre("us".into());
        let new = |refresh: &str| {
            Profile::keep(&paths, "work", &New { hosts: &hosts, sign_in: &sign_in(refresh), org: None })
                .expect("kept")
        };
        let path = new("1000.r");
        let mine = "# mine\nclient_id = \"1000.A\"\n[sync]\nmode = \"two-way\"\n";
        fs::write(&path, mine).expect("written");
        new("1000.q");
        assert_eq!(fs::read_to_string(&path).expect("text"), mine);
        // Another place makes another file, and what was said of the sync stays.
        let hosts = HostNames::Single {
            accounts: "http://127.0.0.1:1".into(),
            bigin: "http://127.0.0.1:1".into(),
            desk: "http://127.0.0.1:1".into(),
        };
        Profile::keep(&paths, "work", &New { hosts: &hosts, sign_in: &sign_in("1000.q"), org: None })
            .expect("kept");
        let read = Profile::read(&paths, "work").expect("read");
        assert_eq!((read.hosts, read.sync.as_deref()), (hosts, Some("two-way")));
    }

    #[test]
    fn a_name_is_one_folder() {
        for good in ["default", "ana@jatoba.example", "a-b_c.1"] {
            assert!(Profile::is_name(good), "{good}");
        }
        for bad in ["", "..", ".hidden", "a/b", "../x", "é", &"a".repeat(90)] {
            assert!(!Profile::is_name(bad), "{bad}");
        }
    }
}
