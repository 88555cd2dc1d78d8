//! `GET /M`: the records of a module.

use axum::body::Body;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};

use super::super::gate::answer;
use super::super::world::bigin::{Bigin, Kind};
use super::super::world::{Id, Key};
use super::ask::{Ask, id};
use super::error::BiginError;
use super::page::{Page, Spot};
use super::show::{Row, Show};

/// How many records `ids` may name.
const MOST_IDS: usize = 100;

/// The records of a module that the parameters leave, a page of them.
pub async fn list(ask: Ask, Path(module): Path<String>) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "READ")?;
    let names = ask.fields()?;
    let (sort_by, descending) = sorting(&ask)?;
    let since = ask.modified_since()?;
    let world = ask.shared.world();
    let page = Page::of(&ask, &module, world.now())?;
    let bigin = &world.bigin;
    let narrowed = narrowed(&ask, bigin, kind, since)?;
    let rows = narrowed.map(|ids| sorted(bigin, kind, ids, sort_by));
    let cut =
        page.cut(rows.as_deref().unwrap_or_else(|| bigin.records(kind).order(sort_by).rows()), descending);
    if cut.ids.is_empty() {
        let nothing = if since.is_some() { StatusCode::NOT_MODIFIED } else { StatusCode::NO_CONTENT };
        return Ok(answer::empty(nothing));
    }
    let show = Show::new(bigin);
    let mut info = page.info_with_tokens(&cut, &show);
    info["sort_by"] = json!(sort_by);
    info["sort_order"] = json!(if descending { "desc" } else { "asc" });
    Ok(rows_of(&show, kind, &names, &cut.ids, &info))
}

/// The answer that lists records: written straight into its body.
pub fn rows_of(show: &Show, kind: Kind, names: &[&str], ids: &[Id], info: &Value) -> Response {
    let fields = show.chosen(kind, names);
    let records = ids.iter().filter_map(|id| show.record(kind, *id));
    let data: Vec<Row> = records.map(|record| Row { show, record, fields: &fields }).collect();
    let mut body = Vec::with_capacity(data.len() * (fields.len() + 1) * 48);
    // A row can't fail to be JSON, and a Vec takes everything.
    match serde_json::to_writer(&mut body, &Listed { data, info }) {
        Ok(()) => {
            let mut answer = Response::new(Body::from(body));
            answer.headers_mut().insert(CONTENT_TYPE, answer::JSON);
            answer
        }
        Err(error) => {
            tracing::error!(%error, "a list can't be written");
            answer::empty(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

#[derive(Serialize)]
struct Listed<'a> {
    data: Vec<Row<'a>>,
    info: &'a Value,
}

/// `sort_by` and whether it goes down; by id, newest block first, when nothing is said.
fn sorting(ask: &Ask) -> Result<(&'static str, bool), BiginError> {
    if ask.get("cvid").is_some() && ask.get("sort_by").is_some() {
        return Err(BiginError::ambiguous(&["cvid", "sort_by"]));
    }
    if ask.get("cvid").is_some() {
        // There are no custom views here, so no id of one.
        return Err(BiginError::parameter("cvid"));
    }
    let sort_by = match ask.get("sort_by") {
        None | Some("id") => "id",
        Some("Created_Time") => "Created_Time",
        Some("Modified_Time") => "Modified_Time",
        Some(_) => return Err(BiginError::parameter("sort_by")),
    };
    match ask.get("sort_order") {
        None | Some("desc") => Ok((sort_by, true)),
        Some("asc") => Ok((sort_by, false)),
        Some(_) => Err(BiginError::parameter("sort_order")),
    }
}

/// The records that a filter leaves; `None` without a filter.
fn narrowed(
    ask: &Ask,
    bigin: &Bigin,
    kind: Kind,
    since: Option<Timestamp>,
) -> Result<Option<Vec<Id>>, BiginError> {
    let records = bigin.records(kind);
    let mut ids: Option<Vec<Id>> = None;
    if let Some(text) = ask.get("ids") {
        let named = super::ask::ids(text)?;
        if named.len() > MOST_IDS {
            return Err(BiginError::too_many("ids", MOST_IDS));
        }
        ids = Some(named);
    }
    if kind == Kind::Pipelines
        && let Some(text) = ask.get("pipeline_id")
    {
        let pipeline = id(text)?;
        if !bigin.module(kind).layouts.iter().any(|layout| layout.id == pipeline) {
            return Err(BiginError::parameter("pipeline_id"));
        }
        let inside = records.under(&Key::Pipeline(pipeline));
        ids = Some(match ids {
            None => inside.ids().collect(),
            Some(ids) => {
                let inside: std::collections::HashSet<Id> = inside.ids().collect();
                ids.into_iter().filter(|id| inside.contains(id)).collect()
            }
        });
    }
    if let Some(since) = since {
        let newer =
            |id: &Id| records.get(*id).is_some_and(|record| record.modified.as_second() > since.as_second());
        let rows = || records.order("Modified_Time").since(since.as_second() + 1).iter().map(|(_, id)| *id);
        ids = Some(ids.map_or_else(|| rows().collect(), |ids| ids.into_iter().filter(newer).collect()));
    }
    Ok(ids)
}

/// The live ones of some records with their places in an order, smallest first.
pub fn sorted(bigin: &Bigin, kind: Kind, ids: Vec<Id>, sort_by: &str) -> Vec<Spot> {
    let found = ids.into_iter().filter_map(|id| bigin.records(kind).get(id));
    let mut rows: Vec<Spot> = found
        .filter(|record| record.is_live())
        .map(|record| match sort_by {
            "Created_Time" => (record.created.as_second(), record.id),
            "Modified_Time" => (record.modified.as_second(), record.id),
            _ => (i64::try_from(record.id.0).unwrap_or(i64::MAX), record.id),
        })
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}
