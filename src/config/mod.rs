//! Settings, paths, profiles, secrets: what a person writes down, read once at start. Nothing here talks to the
//! network; host names are checked where they are used (`zoho`).

mod error;
mod keep;
mod paths;
mod profile;
mod settings;

pub use error::Error;
pub use keep::New;
pub use paths::Paths;
pub use profile::{Budget, HostNames, Profile, SignIn};
pub use settings::{ColourWish, Known, Settings};
