//! Why nobody is signed in, as the command line tells it.

use serde_json::json;

use super::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::counter;
use crate::signin::{Error, Visit};

/// What happened and what to do.
pub(super) fn of(error: &Error, desk: &Desk) -> Failure {
    let sentence = error.sentence(desk.words, &Visit::redirect(desk.args.port));
    let (exit, kind) = match error {
        Error::Denied => (Exit::NotAllowed, "denied"),
        Error::Expired => (Exit::NotAllowed, "expired"),
        Error::NoRefreshToken => (Exit::NotAllowed, "no_refresh_token"),
        Error::UnknownCentre(_) => (Exit::NotAllowed, "other_dc"),
        Error::NoListener { .. } => (Exit::Machine, "port"),
        Error::Zoho(zoho) => {
            return match error.refusal() {
                Some(code) => Failure::new(Exit::NotAllowed, "sign_in", sentence).with("code", json!(code)),
                None => Failure::of(&counter::Error::Zoho(zoho.clone()), desk.words),
            };
        }
    };
    Failure::new(exit, kind, sentence)
}
