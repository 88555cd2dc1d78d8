//! `POST /actions/watch`: new channels. One that is there already is set anew.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::super::ask::{Ask, Sent};
use super::super::error::BiginError;
use super::super::show::Show;
use super::super::write::outcome::{Outcome, answer_as};
use super::wish::{Wish, elements, usual};
use super::{MOST, set};

/// How it succeeds.
const SAID: &str = "Successfully subscribed for actions-watch of the given module";

/// Up to 100 channels, each with its own result.
pub async fn enable(ask: Ask, sent: Sent) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.notifications.CREATE"])?;
    let elements = elements(&sent.0)?;
    let mut world = ask.shared.world();
    let now = world.now();
    let bigin = &mut world.bigin;
    let usual = usual(bigin.settings.switches);
    bigin.settings.channels.retain(|channel| channel.expiry > now);
    let done = elements.iter().enumerate().map(|(at, element)| {
        let channel = Wish { usual, at, element }.channel(ask.user(), now)?;
        let own = |other: &super::Channel| other.user == channel.user;
        if bigin.settings.channels.iter().filter(|other| own(other) && other.number != channel.number).count()
            >= MOST
        {
            return Err(BiginError::bad(
                "LIMIT_REACHED",
                json!({ "limit": MOST }),
                "the limit of channels is reached",
            ));
        }
        bigin.settings.channels.retain(|other| !own(other) || other.number != channel.number);
        let expiry = Show::new(bigin).time(channel.expiry);
        let details = set(bigin, &ask.shared.base_url, &channel, &expiry);
        bigin.settings.channels.push(channel);
        bigin.dirty = true;
        Ok((
            StatusCode::CREATED,
            json!({ "code": "SUCCESS", "details": details, "message": SAID, "status": "success" }),
        ))
    });
    let done: Vec<Outcome> = done.collect();
    Ok(answer_as(&world.bigin, "watch", &done))
}
