//! `PUT /actions/watch`: everything about channels anew; `PATCH`: a part of it.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::super::world::bigin::Channel;
use super::super::ask::{Ask, Sent};
use super::super::error::BiginError;
use super::super::show::Show;
use super::super::write::outcome::{Outcome, answer_as};
use super::set;
use super::wish::{Wish, elements, usual};

/// How it succeeds.
const SAID: &str = "Successfully updated the subscription of actions-watch";

/// `PUT`: what is not said goes back to how it begins.
pub async fn put(ask: Ask, sent: Sent) -> Result<Response, BiginError> {
    update(&ask, &sent, true)
}

/// `PATCH`: what is not said stays; with `_delete_events`, the events named are taken away.
pub async fn patch(ask: Ask, sent: Sent) -> Result<Response, BiginError> {
    update(&ask, &sent, false)
}

fn update(ask: &Ask, sent: &Sent, whole: bool) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.notifications.UPDATE"])?;
    let elements = elements(&sent.0)?;
    let mut world = ask.shared.world();
    let now = world.now();
    let bigin = &mut world.bigin;
    let usual = usual(bigin.settings.switches);
    bigin.settings.channels.retain(|channel| channel.expiry > now);
    let done = elements.iter().enumerate().map(|(at, element)| {
        let wish = Wish { usual, at, element };
        let number = wish.number()?;
        let own = |channel: &Channel| channel.user == ask.user() && channel.number == number;
        let place = bigin.settings.channels.iter().position(own).ok_or_else(|| not_subscribed(number))?;
        let was = &bigin.settings.channels[place];
        let mut channel = if whole { wish.channel(ask.user(), now)? } else { was.clone() };
        if !whole {
            wish.change(&mut channel, now)?;
            if element.get("_delete_events").and_then(Value::as_bool) == Some(true) {
                let gone = std::mem::replace(&mut channel.events, was.events.clone());
                channel.events.retain(|event| !gone.contains(event));
            }
        }
        let expiry = Show::new(bigin).time(channel.expiry);
        let details = set(bigin, &ask.shared.base_url, &channel, &expiry);
        if channel.events.is_empty() {
            bigin.settings.channels.remove(place);
        } else {
            bigin.settings.channels[place] = channel;
        }
        bigin.dirty = true;
        Ok((
            StatusCode::OK,
            json!({ "code": "SUCCESS", "details": details, "message": SAID, "status": "success" }),
        ))
    });
    let done: Vec<Outcome> = done.collect();
    Ok(answer_as(&world.bigin, "watch", &done))
}

/// There is no such channel (any more).
pub fn not_subscribed(number: u64) -> BiginError {
    let details = json!({ "channel_id": number.to_string() });
    BiginError::bad("NOT_SUBSCRIBED", details, "the given channel is not subscribed for actions-watch")
}
