//! What can be wrong with the configuration, in sentences.

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
    /// A file says something that is not understood.
    #[error("{} is not understood: {what}", .path.display())]
    Parse {
        /// The file.
        path: PathBuf,
        /// Where and what, as the parser says it; values of secrets are not repeated.
        what: String,
    },
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
