//! Why nobody is signed in.

use crate::zoho;

/// Why nobody is signed in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Zoho, or the way there.
    #[error(transparent)]
    Zoho(#[from] zoho::Error),
    /// Somebody said no.
    #[error("The sign-in was refused in the browser.")]
    Denied,
    /// Nobody typed the code in time.
    #[error("The code ran out.")]
    Expired,
    /// Zoho gave a token for an hour and nothing to renew it with.
    #[error("Zoho gave no refresh token.")]
    NoRefreshToken,
    /// The browser has nowhere to come back to.
    #[error("{address} cannot be listened on: {why}.")]
    NoListener {
        /// Where.
        address: String,
        /// What the system said.
        why: String,
    },
    /// Whoever signed in belongs to a data centre that is not known here.
    #[error("The sign-in belongs to the data centre {0}, which is not known.")]
    UnknownCentre(String),
}
