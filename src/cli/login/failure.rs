//! Why nobody is signed in, in the reader's language.

use serde_json::json;

use super::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::counter;
use crate::signin::{Error, Visit};
use crate::zoho;

/// What happened and what to do.
pub(super) fn of(error: &Error, desk: &Desk) -> Failure {
    let words = desk.words;
    let not_allowed = |kind, sentence| Failure::new(Exit::NotAllowed, kind, sentence);
    match error {
        Error::Denied => not_allowed("denied", words.say("login-denied")),
        Error::Expired => not_allowed("expired", words.say("login-expired")),
        Error::NoRefreshToken => not_allowed("no_refresh_token", words.say("login-no-refresh")),
        Error::UnknownCentre(centre) => {
            let args = [("centre", centre.as_str().into())];
            not_allowed("other_dc", words.say_with("login-unknown-centre", &args))
        }
        Error::NoListener { address, why } => {
            let args = [("address", address.as_str().into()), ("why", why.as_str().into())];
            Failure::new(Exit::Machine, "port", words.say_with("login-no-listener", &args))
        }
        Error::Zoho(zoho::Error::SignIn { code }) => {
            let redirect = Visit::redirect(desk.args.port);
            let args = [("code", code.as_str().into()), ("address", redirect.into())];
            let id = match code.as_str() {
                "invalid_client" | "invalid_client_secret" => "login-bad-client",
                "invalid_scope" => "login-bad-scope",
                "invalid_redirect_uri" => "login-bad-redirect",
                "invalid_code" => "login-bad-code",
                _ => return other(error, desk),
            };
            not_allowed("sign_in", words.say_with(id, &args)).with("code", json!(code))
        }
        Error::Zoho(_) => other(error, desk),
    }
}

fn other(error: &Error, desk: &Desk) -> Failure {
    match error {
        Error::Zoho(error) => Failure::of(&counter::Error::Zoho(error.clone()), desk.words),
        error => Failure::new(Exit::NotAllowed, "sign_in", error.to_string()),
    }
}
