//! What can be wrong with the configuration. The sentences here are for logs; people read those of `cli::sentence`, in
//! their language.

use std::path::PathBuf;

/// What is wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody knows where the home folder is.
    #[error("No home folder is known. Set HOME, or BALCAO_HOME to a folder of your own.")]
    NoHome,
    /// A file cannot be read.
    #[error("{} cannot be read: {source}. Check that it belongs to you.", .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder cannot be made.
    #[error("{} cannot be made: {source}. Make the place writable, or set BALCAO_HOME to another folder.", .path.display())]
    Make {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file is no TOML, or a table of it has not the shape it must have.
    #[error("Line {line} of {} is not understood: {what}.", .path.display())]
    Syntax {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What the parser said; values of secrets are not repeated.
        what: String,
    },
    /// A key that there is not.
    #[error("Line {line} of {}: there is no setting {key}.", .path.display())]
    Key {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The key.
        key: String,
    },
    /// A key with a value that it cannot have.
    #[error("Line {line} of {}: {key} cannot have this value.", .path.display())]
    Value {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The key.
        key: String,
    },
    /// A profile names a data centre and hosts.
    #[error("{} names a data_centre and [hosts]; one of the two decides.", .0.display())]
    TwoPlaces(PathBuf),
    /// A profile has no secrets.
    #[error("{} is missing. It holds client_secret and refresh_token; docs/real-service.md says how to get them.", .0.display())]
    NoSecrets(PathBuf),
    /// Others can read the secrets.
    #[error(
        "{0} can be read by others (mode {1:o}). Run `chmod 600 {0}`, then try again; if others had access, ask for new secrets."
    )]
    Lax(String, u32),
    /// There is no profile of this name.
    #[error("There is no profile “{name}” ({} is missing). Look around with `balcao demo`, or see the README on connecting the real service.", .path.display())]
    NoProfile {
        /// Its name.
        name: String,
        /// Where it would be.
        path: PathBuf,
    },
}

/// The line, from 1, of a place in a text.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
