//! `GET /M/deleted`: what was deleted, newest first.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::super::gate::answer;
use super::super::world::bigin::{Fate, Record};
use super::ask::Ask;
use super::error::BiginError;
use super::page::Page;
use super::show::Show;

/// How long a record stays in the recycle bin: as in CRM (sheet §4.6).
const BIN: SignedDuration = SignedDuration::from_hours(60 * 24);

/// A page of the deleted records; `If-Modified-Since` is compared with the time of deletion.
pub async fn deleted(ask: Ask, Path(module): Path<String>) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "READ")?;
    let wanted = match ask.get("type") {
        None => "all",
        Some(kind @ ("all" | "recycle" | "permanent")) => kind,
        Some(_) => return Err(BiginError::parameter("type")),
    };
    let since = ask.modified_since()?;
    let world = ask.shared.world();
    let page = Page::plain(&ask, world.now())?;
    let show = Show::new(&world.bigin);
    let records = world.bigin.records(kind);
    let order = records.order("deleted");
    let rows = since.map_or(order.rows(), |since| order.since(since.as_second() + 1));
    let found: Vec<Value> = rows
        .iter()
        .rev()
        .filter_map(|(_, id)| records.get(*id))
        .filter_map(|record| row(record, &show, world.now()))
        .filter(|row| wanted == "all" || row["type"] == wanted)
        .collect();
    let total = found.len();
    let data: Vec<Value> = found.into_iter().skip(page.skip()).take(page.size).collect();
    if data.is_empty() {
        let nothing = if since.is_some() { StatusCode::NOT_MODIFIED } else { StatusCode::NO_CONTENT };
        return Ok(answer::empty(nothing));
    }
    let info = page.info(data.len(), total > page.skip() + data.len());
    Ok(answer::json(StatusCode::OK, &json!({ "data": data, "info": info })))
}

fn row(record: &Record, show: &Show, now: Timestamp) -> Option<Value> {
    let (kind, by, at) = match record.fate {
        Fate::Live => return None,
        Fate::Trashed { by, at } if now.duration_since(at) > BIN => ("permanent", by, at),
        Fate::Trashed { by, at } => ("recycle", by, at),
        Fate::Gone { by, at } => ("permanent", by, at),
    };
    Some(json!({
        "deleted_by": show.user_name(by),
        "id": record.id,
        "display_name": record.display_name(),
        "type": kind,
        "created_by": show.user_name(record.created_by),
        "deleted_time": show.time(at),
    }))
}
