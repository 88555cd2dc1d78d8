//! `GET /actions/watch?channel_id=&module=`: the caller's own channels.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::super::gate::answer;
use super::super::super::world::bigin::Kind;
use super::super::ask::Ask;
use super::super::error::BiginError;
use super::super::page::Page;
use super::super::show::Show;
use super::{modules, resource_uri};

/// A row a channel and module, those that have ended left out; 204 when there is none.
pub async fn details(ask: Ask) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.notifications.READ"])?;
    let number: Option<u64> = match ask.get("channel_id") {
        Some(text) => Some(text.parse().map_err(|_| BiginError::parameter("channel_id"))?),
        None => None,
    };
    let kind = ask.get("module").map(|name| Kind::of(name).ok_or_else(BiginError::module)).transpose()?;
    let world = ask.shared.world();
    let page = Page::plain(&ask, world.now())?;
    let (bigin, now) = (&world.bigin, world.now());
    let show = Show::new(bigin);
    let own = bigin.settings.channels.iter().filter(|channel| {
        channel.user == ask.user()
            && channel.expiry > now
            && number.is_none_or(|number| channel.number == number)
    });
    let rows = own.flat_map(|channel| {
        let kinds = modules(channel).into_iter().filter(|own| kind.is_none_or(|kind| kind == *own));
        kinds.map(|kind| {
            let events = channel.events.iter().filter(|(own, _)| *own == kind);
            let events = events.map(|(kind, deed)| format!("{}.{}", kind.api_name(), deed.word()));
            json!({
                "channel_id": channel.number.to_string(), "resource_id": bigin.module(kind).id,
                "resource_uri": resource_uri(&ask.shared.base_url, kind), "resource_name": kind.api_name(),
                "notify_url": channel.notify_url, "events": events.collect::<Vec<String>>(),
                "token": channel.token, "channel_expiry": show.time(channel.expiry), "fields": null,
                "notification_condition": null, "notify_on_related_action": channel.related,
                "return_affected_field_values": channel.return_affected,
            })
        }).collect::<Vec<Value>>()
    });
    let rows: Vec<Value> = rows.collect();
    let shown: Vec<&Value> = rows.iter().skip(page.skip()).take(page.size).collect();
    if shown.is_empty() {
        return Ok(answer::no_content());
    }
    let info = page.info(shown.len(), rows.len() > page.skip() + shown.len());
    Ok(answer::json(StatusCode::OK, &json!({ "watch": shown, "info": info })))
}
