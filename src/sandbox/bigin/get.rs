//! `GET /M/{id}`: one record.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::super::gate::answer;
use super::ask::{Ask, id};
use super::error::BiginError;
use super::show::Show;

/// The record, or 204 when there is none of that id (any more).
pub async fn get(ask: Ask, Path((module, wanted)): Path<(String, String)>) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "READ")?;
    let wanted = id(&wanted)?;
    let names = ask.optional_fields()?;
    let world = ask.shared.world();
    let Some(record) = world.bigin.records(kind).get(wanted).filter(|record| record.is_live()) else {
        return Ok(answer::no_content());
    };
    let show = Show::new(&world.bigin);
    let row = match names {
        Some(names) => show.row(record, &show.chosen(kind, &names)),
        None => show.all(record),
    };
    Ok(answer::json(StatusCode::OK, &json!({ "data": [row] })))
}
