//! `GET /M`: the records of a module.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::super::gate::{Weight, answer};
use super::super::world::bigin::{Bigin, Kind};
use super::super::world::{Id, Key};
use super::ask::{Ask, id};
use super::error::BiginError;
use super::page::Page;
use super::show::Show;

/// What a list with a custom view costs.
const VIEW_COST: Weight = Weight(3);

/// The records of a module that the parameters leave, a page of them.
pub async fn list(ask: Ask, Path(module): Path<String>) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "READ")?;
    let names = ask.fields()?;
    let (sort_by, descending) = sorting(&ask)?;
    let since = ask.modified_since()?;
    let world = ask.shared.world();
    let page = Page::of(&ask, &module, world.now())?;
    let bigin = &world.bigin;
    let show = Show::new(bigin);
    let fields = show.chosen(kind, &names);
    let (rows, total) = if let Some(ids) = narrowed(&ask, bigin, kind, since)? {
        let sorted = sorted(bigin, kind, ids, sort_by, descending);
        let total = sorted.len();
        (sorted.into_iter().skip(page.skip).take(page.size).collect(), total)
    } else {
        let order = bigin.records(kind).order(sort_by);
        let rows: Vec<Id> = if descending {
            order.ids().rev().skip(page.skip).take(page.size).collect()
        } else {
            order.ids().skip(page.skip).take(page.size).collect()
        };
        (rows, order.len())
    };
    if rows.is_empty() {
        let nothing = if since.is_some() { StatusCode::NOT_MODIFIED } else { StatusCode::NO_CONTENT };
        return Ok(answer::empty(nothing));
    }
    let more = total > page.skip + rows.len();
    let records = rows.iter().filter_map(|id| bigin.records(kind).get(*id));
    let data: Vec<Value> = records.map(|record| show.row(record, &fields)).collect();
    let mut info = page.info_with_tokens(data.len(), more, &show);
    info["sort_by"] = json!(sort_by);
    info["sort_order"] = json!(if descending { "desc" } else { "asc" });
    let mut answer = answer::json(StatusCode::OK, &json!({ "data": data, "info": info }));
    if ask.get("cvid").is_some() {
        answer.extensions_mut().insert(VIEW_COST);
    }
    Ok(answer)
}

/// `sort_by` and whether it goes down; by id, newest block first, when nothing is said.
fn sorting(ask: &Ask) -> Result<(&'static str, bool), BiginError> {
    if ask.get("cvid").is_some() && ask.get("sort_by").is_some() {
        let details = json!({ "ambiguity_due_to": [{ "param_name": "cvid" }, { "param_name": "sort_by" }] });
        let message = "ambiguity while processing the request";
        return Err(BiginError::bad("AMBIGUITY_DURING_PROCESSING", details, message));
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
        let named: Result<Vec<Id>, _> = text.split(',').map(|one| id(one.trim())).collect();
        ids = Some(named?);
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

/// The live ones of some records, sorted.
pub fn sorted(bigin: &Bigin, kind: Kind, ids: Vec<Id>, sort_by: &str, descending: bool) -> Vec<Id> {
    let found = ids.into_iter().filter_map(|id| bigin.records(kind).get(id));
    let mut rows: Vec<(i64, Id)> = found
        .filter(|record| record.is_live())
        .map(|record| match sort_by {
            "Created_Time" => (record.created.as_second(), record.id),
            "Modified_Time" => (record.modified.as_second(), record.id),
            _ => (0, record.id),
        })
        .collect();
    rows.sort_unstable();
    rows.dedup();
    if descending {
        rows.reverse();
    }
    rows.into_iter().map(|(_, id)| id).collect()
}
