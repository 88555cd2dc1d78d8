//! Signing in and out: from nothing to a profile, and back. The screen and the command line share it. Nothing is asked of
//! a person here, and nothing is said to one: callers do.

mod browser;
mod code;
mod device;
mod error;
mod leave;
mod portal;
/// What is asked for, and what for.
pub mod scopes;
mod site;

use secrecy::SecretString;

pub use browser::{Pages, Visit};
pub use code::exchange;
pub use device::{Wait, begin, wait};
pub use error::Error;
pub use leave::leave;
pub use portal::{Who, who};
pub use site::Site;

/// What the API console gave: which program asks.
#[derive(Clone, Debug)]
pub struct Client {
    /// The client's id, such as `1000.ABC…`: no secret.
    pub id: String,
    /// The client's secret.
    pub secret: SecretString,
}

/// Somebody is signed in.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Where: not always where it was asked, since people belong to one data centre.
    pub site: Site,
    /// What access tokens are made from, until it is revoked.
    pub refresh_token: SecretString,
    /// What was agreed to, as far as Zoho said.
    pub scopes: Vec<String>,
}
