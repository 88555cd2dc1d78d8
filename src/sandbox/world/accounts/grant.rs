//! What Accounts gives out: codes, refresh tokens, access tokens, device codes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A grant that lives until it is revoked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Refresh {
    /// The client it was given to.
    pub client: String,
    /// Whose it is: [`Person::email`](super::Person::email).
    pub email: String,
    /// Scopes, as granted.
    pub scopes: Vec<String>,
    /// When access tokens were made from it in the last ten minutes, sandbox time.
    pub minted: Vec<Timestamp>,
    /// Its number among all secrets: the lowest is the oldest.
    #[serde(default)]
    pub number: u64,
    /// When it was given; `None` for those that the sandbox announces.
    #[serde(default)]
    pub given: Option<Timestamp>,
    /// The data centre that knows it; empty = every one.
    #[serde(default)]
    pub location: String,
}

/// A code that waits to be exchanged.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Grant {
    /// The client it was given to.
    pub client: String,
    /// Who agreed: [`Person::email`](super::Person::email).
    pub email: String,
    /// Scopes that were agreed to.
    pub scopes: Vec<String>,
    /// Must be repeated in the exchange when it was given.
    pub redirect: Option<String>,
    /// Whether a refresh token comes with it.
    pub offline: bool,
    /// When it dies.
    pub expires: Timestamp,
    /// The data centre that knows it; empty = every one.
    #[serde(default)]
    pub location: String,
}

/// An access token.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Access {
    /// The refresh token it was made from, if any.
    pub refresh: Option<String>,
    /// Whose it is: [`Person::email`](super::Person::email).
    pub email: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// When it dies, sandbox time.
    pub expires: Timestamp,
    /// When it was made.
    pub made: Timestamp,
    /// The data centre that knows it; empty = every one.
    #[serde(default)]
    pub location: String,
}

/// What somebody said to a device that asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// Nothing yet.
    Nothing,
    /// Yes, with the address of whoever said it.
    Yes(String),
    /// No.
    No,
}

/// A device that waits for somebody to type its user code elsewhere.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Device {
    /// What people type: eight letters.
    pub user_code: String,
    /// The client that asks.
    pub client: String,
    /// What it asks for.
    pub scopes: Vec<String>,
    /// Whether it wants a refresh token.
    pub offline: bool,
    /// When the codes die.
    pub expires: Timestamp,
    /// When it asked last.
    pub polled: Option<Timestamp>,
    /// What was said to it.
    pub said: Said,
}
