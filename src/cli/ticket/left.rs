//! A message in an outbox that cannot be written to (a full disk): it stands there with an end that nobody can note, so
//! that sending it a second time is never right.

use serde_json::json;

use crate::cli::exit::{Exit, Failure};
use crate::cli::target::Open;
use crate::counter::Error;
use crate::model::{Draft, Fate, Outgoing, OutgoingId};

/// Whether two commands ask for the same message.
pub fn same(one: &Draft, other: &Draft) -> bool {
    (&one.ticket, one.kind, &one.body, &one.to, &one.cc, &one.bcc)
        == (&other.ticket, other.kind, &other.body, &other.to, &other.cc, &other.bcc)
}

/// Working from memory: refuses what stands in the outbox of the disk already, since it could not be looked up and
/// settled there.
pub fn check(draft: &Draft, open: &Open) -> Result<(), Failure> {
    let Some(left) = &open.left else {
        return Err(Failure::new(Exit::Machine, "store", open.words.say("cli-left-unread")));
    };
    let ended = |fate: &Fate| matches!(fate, Fate::Sent { .. } | Fate::Stale | Fate::Failed { .. });
    let Some(found) = left.iter().find(|left| !ended(&left.fate) && same(&left.draft, draft)) else {
        return Ok(());
    };
    let Outgoing { id, fate, .. } = found;
    let (exit, kind) = match fate {
        Fate::Sending { .. } | Fate::Unknown { .. } => (Exit::Unknown, "unknown"),
        _ => (Exit::Machine, "store"),
    };
    let args = [("number", draft.ticket_number.as_str().into())];
    let sentence = open.words.say_with("cli-left-same", &args);
    Err(Failure::new(exit, kind, sentence).with("outgoing_id", json!(id)))
}

/// Delivering failed between the steps: when the outbox is at fault, the message stays in it.
pub fn behind(error: &Error, id: &OutgoingId, open: &Open) -> Failure {
    let failure = open.failure(error);
    if matches!(error, Error::Store(_)) { still(failure, id, open) } else { failure }
}

/// The failure, and that the message stays in the outbox all the same.
pub fn still(failure: Failure, id: &OutgoingId, open: &Open) -> Failure {
    let sentence = format!("{} {}", failure.sentence, open.words.say("cli-left-behind"));
    Failure { sentence, ..failure }.with("outgoing_id", json!(id))
}
