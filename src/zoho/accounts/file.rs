//! The access token in a file that several processes of one person share: Zoho gives only 10 in 10 minutes. Readable
//! and writable by its owner alone, and refused when it is laxer than that. Whoever wants to change it holds its lock;
//! a half-written file counts as empty.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read, Seek, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::PathBuf,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use super::{SignIn, Token};
use crate::zoho::Error;

/// How long to stand in line for the lock: longer than one refresh takes.
const PATIENCE: Duration = Duration::from_secs(40);

#[derive(Debug)]
pub(super) struct TokenFile {
    path: PathBuf,
    owner: String,
}

/// The file, locked; letting go of it unlocks it.
#[derive(Debug)]
pub(super) struct Held<'a> {
    of: &'a TokenFile,
    file: File,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    /// Which sign-in the token belongs to: a fingerprint, no secret.
    owner: String,
    access_token: String,
    expires: Timestamp,
}

impl Token {
    pub(super) fn same_as(&self, other: &Self) -> bool {
        self.secret.expose_secret() == other.secret.expose_secret()
    }
}

impl TokenFile {
    /// Makes the file if there is none, and refuses one that others can read.
    pub(super) fn open(path: PathBuf, sign_in: &SignIn) -> Result<Self, Error> {
        let owner = fingerprint(&[&sign_in.client_id, sign_in.refresh_token.expose_secret()]);
        let file = Self { path, owner };
        file.handle()?;
        Ok(file)
    }

    pub(super) async fn lock(&self) -> Result<Held<'_>, Error> {
        let file = self.handle()?;
        let since = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Held { of: self, file }),
                Err(TryLockError::Error(error)) => return Err(self.broken(&error.to_string())),
                Err(TryLockError::WouldBlock) if since.elapsed() > PATIENCE => {
                    return Err(self.broken("another process holds it and does not let go; end that process"));
                }
                Err(TryLockError::WouldBlock) => tokio::time::sleep(Duration::from_millis(25)).await,
            }
        }
    }

    fn handle(&self) -> Result<File, Error> {
        let no_follow = i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or(0);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .custom_flags(no_follow)
            .open(&self.path)
            .map_err(|error| self.broken(&error.to_string()))?;
        let about = file.metadata().map_err(|error| self.broken(&error.to_string()))?;
        if !about.is_file() {
            return Err(self.broken("it is no plain file"));
        }
        let mode = about.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(self.broken(&format!(
                "others may read or write it (mode {mode:o}); run chmod 600 on it, or delete it"
            )));
        }
        Ok(file)
    }

    fn broken(&self, why: &str) -> Error {
        Error::TokenFile { path: self.path.display().to_string(), why: why.to_owned() }
    }
}

impl Held<'_> {
    /// The token, if one of this sign-in is in it.
    pub(super) fn read(&mut self) -> Result<Option<Token>, Error> {
        let mut text = String::new();
        let read = self
            .file
            .rewind()
            .and_then(|()| Read::by_ref(&mut self.file).take(64 * 1024).read_to_string(&mut text));
        if let Err(error) = read {
            return Err(self.of.broken(&error.to_string()));
        }
        let stored =
            serde_json::from_str::<Stored>(&text).ok().filter(|stored| stored.owner == self.of.owner);
        Ok(stored
            .map(|stored| Token { secret: SecretString::from(stored.access_token), expires: stored.expires }))
    }

    pub(super) fn write(&mut self, token: &Token) -> Result<(), Error> {
        let stored = Stored {
            owner: self.of.owner.clone(),
            access_token: token.secret.expose_secret().to_owned(),
            expires: token.expires,
        };
        let text = serde_json::to_string(&stored).map_err(|error| self.of.broken(&error.to_string()))?;
        let mut write = || {
            self.file.set_len(0)?;
            self.file.rewind()?;
            self.file.write_all(text.as_bytes())
        };
        write().map_err(|error: std::io::Error| self.of.broken(&error.to_string()))
    }
}

/// FNV-1a over the parts: tells sign-ins apart, and cannot be turned back.
fn fingerprint(parts: &[&str]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign_in(refresh: &str) -> SignIn {
        SignIn {
            client_id: "1000.C".into(),
            client_secret: "s".to_owned().into(),
            refresh_token: refresh.to_owned().into(),
        }
    }

    #[tokio::test]
    async fn a_token_is_read_by_its_own_sign_in_only() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("token.json");
        let file = TokenFile::open(path.clone(), &sign_in("r1")).unwrap();
        let token =
            Token { secret: "1000.t".to_owned().into(), expires: Timestamp::now() + Duration::from_secs(9) };
        {
            let mut held = file.lock().await.unwrap();
            assert!(held.read().unwrap().is_none());
            held.write(&token).unwrap();
            assert!(held.read().unwrap().unwrap().same_as(&token));
        }
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let other = TokenFile::open(path.clone(), &sign_in("r2")).unwrap();
        assert!(other.lock().await.unwrap().read().unwrap().is_none());
        std::fs::write(&path, "{\"acc").unwrap();
        assert!(file.lock().await.unwrap().read().unwrap().is_none());
    }

    #[test]
    fn a_file_that_others_can_read_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("token.json");
        std::fs::write(&path, "").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        let error = TokenFile::open(path.clone(), &sign_in("r")).unwrap_err();
        assert!(error.to_string().contains("chmod 600"), "{error}");
        let link = dir.path().join("link");
        std::os::unix::fs::symlink(dir.path().join("elsewhere"), &link).unwrap();
        assert!(TokenFile::open(link, &sign_in("r")).is_err());
    }
}
