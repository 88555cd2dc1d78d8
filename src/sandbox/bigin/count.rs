//! `GET /M/actions/count`: how many records there are, or how many a search finds.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::super::gate::answer;
use super::ask::Ask;
use super::error::BiginError;
use super::search;

/// `{"count":N}`.
pub async fn count(ask: Ask, Path(module): Path<String>) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "READ")?;
    let world = ask.shared.world();
    let count = match search::Wanted::of(&ask, &world.bigin, kind)? {
        Some(wanted) => search::find(&world.bigin, kind, &wanted).len(),
        None => world.bigin.records(kind).order("id").len(),
    };
    Ok(answer::json(StatusCode::OK, &json!({ "count": count })))
}
