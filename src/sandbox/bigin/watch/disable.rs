//! `DELETE /actions/watch?channel_ids=a,b`: the end of channels.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::super::gate::answer;
use super::super::super::world::bigin::Channel;
use super::super::ask::Ask;
use super::super::error::BiginError;
use super::{MOST, modules, resource_uri};

/// How it succeeds.
const SAID: &str = "Successfully un-subscribed from actions-watch";

/// An entry a module; 202 when one of them is not subscribed to, whose entry then names no channel.
pub async fn disable(ask: Ask) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.notifications.DELETE"])?;
    let named = ask.get("channel_ids").ok_or_else(|| BiginError::missing("channel_ids"))?;
    let numbers: Result<Vec<u64>, _> = named.split(',').map(|one| one.trim().parse()).collect();
    let numbers = numbers.map_err(|_| BiginError::parameter("channel_ids"))?;
    if numbers.len() > MOST {
        return Err(BiginError::too_many("channel_ids", MOST));
    }
    let mut world = ask.shared.world();
    let now = world.now();
    let bigin = &mut world.bigin;
    bigin.settings.channels.retain(|channel| channel.expiry > now);
    let mut entries: Vec<Value> = Vec::new();
    let mut status = StatusCode::OK;
    for number in numbers {
        let own = |channel: &Channel| channel.user == ask.user() && channel.number == number;
        let Some(place) = bigin.settings.channels.iter().position(own) else {
            status = StatusCode::ACCEPTED;
            entries.push(json!({
                "code": "NOT_SUBSCRIBED", "details": {},
                "message": "the given channel is not subscribed for actions-watch", "status": "error",
            }));
            continue;
        };
        let channel = bigin.settings.channels.remove(place);
        bigin.dirty = true;
        entries.extend(modules(&channel).into_iter().map(|kind| {
            let details = json!({
                "resource_uri": resource_uri(&ask.shared.base_url, kind),
                "resource_id": bigin.module(kind).id, "channel_id": number.to_string(),
            });
            json!({ "code": "SUCCESS", "details": details, "message": SAID, "status": "success" })
        }));
    }
    Ok(answer::json(status, &json!({ "watch": entries })))
}
