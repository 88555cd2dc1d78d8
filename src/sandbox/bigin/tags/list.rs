//! `GET /settings/tags?module=`: the tags of a module.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::super::gate::answer;
use super::super::super::world::bigin::{Bigin, Tag};
use super::super::ask::Ask;
use super::super::error::BiginError;
use super::super::settings::asked_module;
use super::super::show::Show;

/// How many tags a module may have.
pub const MOST: usize = 200;

/// The tags; 204 when there are none.
pub async fn list(ask: Ask) -> Result<Response, BiginError> {
    let kind = asked_module(&ask, "tags")?;
    let world = ask.shared.world();
    let tags = world.bigin.settings.tags.get(&kind).map_or(&[][..], Vec::as_slice);
    if tags.is_empty() {
        return Ok(answer::no_content());
    }
    let shown: Vec<Value> = tags.iter().map(|tag| shown(&world.bigin, tag)).collect();
    let info = json!({ "count": tags.len(), "allowed_count": MOST });
    Ok(answer::json(StatusCode::OK, &json!({ "tags": shown, "info": info })))
}

/// A tag with everything about it; one of the story was there from the beginning.
pub fn shown(bigin: &Bigin, tag: &Tag) -> Value {
    let show = Show::new(bigin);
    let first = bigin.settings.users.first().map(|user| (user.id, user.created));
    let (created, modified) = (tag.created.or(first), tag.modified.or(tag.created).or(first));
    let by = |stamp: Option<_>| stamp.map_or(Value::Null, |(id, _)| show.user_name(id));
    let at = |stamp: Option<_>| stamp.map_or(Value::Null, |(_, at)| show.time(at));
    json!({
        "id": tag.id, "name": tag.name, "color_code": tag.color,
        "created_by": by(created), "created_time": at(created),
        "modified_by": by(modified), "modified_time": at(modified),
    })
}
