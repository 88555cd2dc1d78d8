//! `GET /_sandbox/switches`, `PUT /_sandbox/switches`: behaviours of Desk that no source settles.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::super::gate::answer;
use super::super::server::Shared;
use super::read;

/// The switches to turn; those not named stay.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    /// Replies and comments move a ticket's `modifiedTime`.
    talk_moves_modified: Option<bool>,
    /// Query parameters that an operation does not know are refused.
    strict_query: Option<bool>,
    /// A webhook's `ignoreSourceId` is refused.
    refuse_source_id: Option<bool>,
}

/// How they stand.
pub async fn show(State(shared): State<Shared>) -> Response {
    answer::json(StatusCode::OK, &json!(shared.world().desk.settings.switches))
}

/// Turns some; answers like [`show`].
pub async fn put(State(shared): State<Shared>, body: Bytes) -> Response {
    let wish: Wish = match read(&body) {
        Ok(wish) => wish,
        Err(refusal) => return *refusal,
    };
    {
        let mut world = shared.world();
        let switches = &mut world.desk.settings.switches;
        switches.talk_moves_modified = wish.talk_moves_modified.unwrap_or(switches.talk_moves_modified);
        switches.strict_query = wish.strict_query.unwrap_or(switches.strict_query);
        switches.refuse_source_id = wish.refuse_source_id.unwrap_or(switches.refuse_source_id);
        world.desk.dirty = true;
    }
    shared.keep().await;
    show(State(shared)).await
}
