//! The ticket that somebody means: by number, or by id.

use serde_json::json;

use crate::cli::exit::{Exit, Failure};
use crate::cli::source::Source;
use crate::counter::{Error, fetch};
use crate::model::{Ticket, TicketId};
use crate::zoho::Kind;

/// Ids are longer than any ticket's number.
const ID: usize = 12;

/// Finds it: in the cache, else at Desk.
pub async fn find(wanted: &str, source: &Source<'_>) -> Result<Ticket, Failure> {
    let open = source.open;
    let plain = wanted.trim().trim_start_matches('#').to_owned();
    let none = || {
        let sentence = open.words.say_with("cli-no-such-ticket", &[("id", wanted.into())]);
        Failure::new(Exit::NotFound, "no_ticket", sentence).with("wanted", json!(wanted))
    };
    if plain.is_empty() || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(none());
    }
    let asked = plain.clone();
    let known = open.ask(move |cache| match cache.ticket_by_number(&asked)? {
        Some(ticket) => Ok(Some(ticket)),
        None => cache.ticket(&TicketId::new(asked)),
    });
    if let Some(ticket) = known.await? {
        return Ok(ticket);
    }
    if !source.is_live() {
        // It may well be there.
        return Err(source.never(&[open.words.say_with("cli-never-ticket", &[("id", wanted.into())])]));
    }
    let found = if plain.len() < ID {
        fetch::ticket_by_number(&open.services, &plain).await
    } else {
        fetch::ticket(&open.services, &TicketId::new(plain)).await
    };
    found.map_err(|error| match &error {
        Error::NoTicket(_) => none(),
        Error::Zoho(zoho) if zoho.kind() == Kind::NotFound => none(),
        _ => open.failure(&error),
    })
}
