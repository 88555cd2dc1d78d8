//! Where things lie: settings, profiles, caches, logs.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::Error;

/// The folders of this program, of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// `settings.toml`, `keymap.toml`, `profiles/`.
    pub config: PathBuf,
    /// Caches, drafts, the outbox: one folder a profile.
    pub data: PathBuf,
    /// The log.
    pub state: PathBuf,
}

impl Paths {
    /// `BALCAO_HOME` if it is set, else where the system puts such things.
    pub fn find(env: impl Fn(&str) -> Option<String>) -> Result<Self, Error> {
        if let Some(home) = env("BALCAO_HOME").filter(|home| !home.is_empty()) {
            return Ok(Self::under(Path::new(&home)));
        }
        let dirs = ProjectDirs::from("", "", "balcao").ok_or(Error::NoHome)?;
        Ok(Self {
            config: dirs.config_dir().to_owned(),
            data: dirs.data_dir().to_owned(),
            state: dirs.state_dir().unwrap_or_else(|| dirs.data_dir()).to_owned(),
        })
    }

    /// All of it under one folder.
    pub fn under(home: &Path) -> Self {
        Self { config: home.join("config"), data: home.join("data"), state: home.join("state") }
    }

    /// The settings.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.toml")
    }

    /// A person's own keys, laid over the built-in ones.
    pub fn keymap(&self) -> PathBuf {
        self.config.join("keymap.toml")
    }

    /// A profile's file.
    pub fn profile(&self, name: &str) -> PathBuf {
        self.config.join("profiles").join(name).join("profile.toml")
    }

    /// The folder of a profile's cache. The name may be anything; it becomes one folder.
    pub fn cache(&self, name: &str) -> PathBuf {
        self.data.join("cache").join(safe(name))
    }

    /// A profile's mapping between Bigin and Desk. The name may be anything, such as that of a sandbox.
    pub fn mapping(&self, name: &str) -> PathBuf {
        self.config.join("profiles").join(safe(name)).join("mapping.toml")
    }

    /// Makes a folder for one person only (mode 0700).
    pub fn make(folder: &Path) -> Result<(), Error> {
        use std::os::unix::fs::DirBuilderExt;
        let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.map_err(|source| Error::Make { path: folder.to_owned(), source })
    }
}

/// A name as one folder that lies where it should.
fn safe(name: &str) -> String {
    let safe: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.@".contains(c) { c } else { '_' }).collect();
    safe.trim_start_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_name_never_leaves_its_folder() {
        let paths = Paths::under(Path::new("/home/ana"));
        assert_eq!(paths.cache("../../etc"), Path::new("/home/ana/data/cache/_.._etc"));
        assert_eq!(
            paths.cache("http://127.0.0.1:80/ana@x.org"),
            Path::new("/home/ana/data/cache/http___127.0.0.1_80_ana@x.org")
        );
    }

    #[test]
    fn one_variable_moves_everything() {
        let paths = Paths::find(|name| (name == "BALCAO_HOME").then(|| "/srv/b".to_owned())).expect("a home");
        assert_eq!(paths.settings(), Path::new("/srv/b/config/settings.toml"));
    }
}
