//! Signing in with a browser on this machine: the page on which somebody agrees, and what the browser brings back
//! (desk.md §2.1).

use reqwest::Url;
use secrecy::SecretString;

use super::Accounts;
use crate::zoho::Service;

/// The page on which somebody agrees.
#[derive(Clone, Debug)]
pub struct Consent {
    /// Its address, to be opened in a browser.
    pub address: String,
    /// What the browser has to bring back, so that nobody can slip in a code of their own.
    state: String,
}

/// What the browser brought back.
#[derive(Clone, Debug)]
pub enum Brought {
    /// Somebody agreed.
    Code {
        /// The code, for a minute or two.
        code: SecretString,
        /// The data centre of whoever agreed, if that was told.
        place: Option<String>,
    },
    /// Somebody said no, or Zoho did: its word for it.
    Refused(String),
    /// It is the answer to another question.
    Other,
}

impl Accounts {
    /// The page for these scopes. `redirect` has to be one of the client's addresses in the API console, to the letter.
    pub fn consent(&self, client_id: &str, scopes: &str, redirect: &str) -> Consent {
        let state = secret_word();
        let mut url = self.http.url(Service::Accounts, &["oauth", "v2", "auth"]);
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", client_id)
            .append_pair("scope", scopes)
            .append_pair("redirect_uri", redirect)
            .append_pair("access_type", "offline")
            // Without, somebody who agreed before gets no refresh token.
            .append_pair("prompt", "consent")
            .append_pair("state", &state);
        Consent { address: url.into(), state }
    }
}

impl Consent {
    /// Reads what the browser asked this machine for: a path with a query.
    pub fn brought(&self, target: &str) -> Brought {
        let Ok(url) = Url::parse("http://127.0.0.1/").and_then(|base| base.join(target)) else {
            return Brought::Other;
        };
        let told =
            |name: &str| url.query_pairs().find(|(own, _)| own == name).map(|(_, value)| value.into_owned());
        let (code, refused) = (told("code"), told("error"));
        match (code, refused) {
            // Zoho does not say that it repeats the state with a refusal; a refusal can do no harm.
            (None, Some(error)) => Brought::Refused(error),
            _ if told("state").as_deref() != Some(self.state.as_str()) => Brought::Other,
            (Some(code), _) => Brought::Code { code: code.into(), place: told("location") },
            (None, None) => Brought::Other,
        }
    }
}

/// A number of sixteen bytes that nobody can guess.
fn secret_word() -> String {
    let mut bytes = [0; 16];
    let mut filled = 0;
    while filled < bytes.len() {
        let more = rustix::rand::getrandom(&mut bytes[filled..], rustix::rand::GetRandomFlags::empty());
        // It fails only when a signal comes before the first byte.
        filled += more.unwrap_or(0);
    }
    u128::from_be_bytes(bytes).to_string()
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;
    use crate::zoho::{Hosts, Settings};

    fn consent() -> Consent {
        let accounts =
            Accounts::new(Hosts::single("http://127.0.0.1:1").unwrap(), Settings::default()).unwrap();
        accounts.consent("1000.A", "Desk.tickets.READ,Desk.basic.READ", "http://127.0.0.1:8399/")
    }

    #[test]
    fn only_an_answer_to_this_question_is_taken() {
        let consent = consent();
        assert!(consent.address.starts_with("http://127.0.0.1:1/oauth/v2/auth?"), "{}", consent.address);
        let good = format!("/?code=1000.c&location=eu&state={}", consent.state);
        let Brought::Code { code, place } = consent.brought(&good) else { panic!("a code") };
        assert_eq!((code.expose_secret(), place.as_deref()), ("1000.c", Some("eu")));
        for other in ["/favicon.ico", "/?code=1000.c", "/?code=1000.c&state=mine", "//[", ""] {
            assert!(matches!(consent.brought(other), Brought::Other), "{other}");
        }
        assert!(
            matches!(consent.brought("/?error=access_denied"), Brought::Refused(why) if why == "access_denied")
        );
    }

    #[test]
    fn no_two_questions_are_alike() {
        assert_ne!(consent().state, consent().state);
    }
}
