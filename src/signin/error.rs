//! Why nobody is signed in.

use crate::counter;
use crate::text::Words;
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

impl Error {
    /// What happened and what to do, in the reader's language. `redirect` is where a browser would have come back to.
    pub fn sentence(&self, words: &Words, redirect: &str) -> String {
        match self {
            Self::Denied => words.say("login-denied"),
            Self::Expired => words.say("login-expired"),
            Self::NoRefreshToken => words.say("login-no-refresh"),
            Self::UnknownCentre(centre) => {
                words.say_with("login-unknown-centre", &[("centre", centre.as_str().into())])
            }
            Self::NoListener { address, why } => {
                let args = [("address", address.as_str().into()), ("why", why.as_str().into())];
                words.say_with("login-no-listener", &args)
            }
            Self::Zoho(error) => match refusal(error) {
                Some((id, code)) => {
                    words.say_with(id, &[("code", code.into()), ("address", redirect.into())])
                }
                None => counter::Error::Zoho(error.clone()).sentence(words),
            },
        }
    }

    /// Zoho's own word for why it does not sign anybody in, when it is one about the client, its code or its addresses.
    pub fn refusal(&self) -> Option<&str> {
        match self {
            Self::Zoho(error) => refusal(error).map(|(_, code)| code),
            _ => None,
        }
    }
}

fn refusal(error: &zoho::Error) -> Option<(&'static str, &str)> {
    let zoho::Error::SignIn { code } = error else { return None };
    let id = match code.as_str() {
        "invalid_client" | "invalid_client_secret" => "login-bad-client",
        "invalid_scope" => "login-bad-scope",
        "invalid_redirect_uri" => "login-bad-redirect",
        "invalid_code" => "login-bad-code",
        _ => return None,
    };
    Some((id, code))
}
