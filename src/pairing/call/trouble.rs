//! What the core is told when a call fails, and whether the run can go on.

use super::{Trouble, Weight};
use crate::sync::{
    Millis,
    engine::{Answer, Request},
};
use crate::zoho::{self, Kind};

/// The answer that an error stands for.
pub(super) fn of(error: zoho::Error, request: &Request) -> (Answer, Trouble) {
    let wait = error.retry_after().and_then(|wait| Millis::try_from(wait.as_millis()).ok());
    let (answer, weight) = match error.kind() {
        // Nothing was sent, or certainly nothing done: the work stays on the list.
        Kind::Offline | Kind::Busy | Kind::Spent => (Answer::Busy { wait }, Weight::Passing),
        Kind::Forbidden if matches!(request, Request::Gone { .. }) => {
            let date = 0;
            (Answer::Gone { rows: Vec::new(), more: false, date }, Weight::Partial)
        }
        Kind::SignIn | Kind::Setup | Kind::File | Kind::Forbidden | Kind::NotFound => {
            (Answer::Busy { wait: None }, Weight::Fatal)
        }
        // A question that is refused would be refused again; a write is the matter of its records.
        Kind::Refused if !matches!(request, Request::Write(_)) => {
            (Answer::Busy { wait: None }, Weight::Fatal)
        }
        Kind::Refused => (Answer::Denied(words(&error)), Weight::Passing),
        Kind::Slow | Kind::Broken | Kind::Unknown | Kind::Down | Kind::Garbled => {
            (Answer::Lost, Weight::Passing)
        }
    };
    (answer, Trouble { error, weight })
}

/// The service's own words.
fn words(error: &zoho::Error) -> String {
    match error {
        zoho::Error::Refused { code, message, .. } => format!("{} ({code})", message.trim_end_matches('.')),
        other => other.to_string(),
    }
}
