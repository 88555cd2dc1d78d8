//! `GET /M/{id}/{list}`: what hangs on a record; `POST /M/{id}/Notes`.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::gate::answer;
use super::super::world::bigin::{Bigin, Kind, Name};
use super::super::world::{Id, Key};
use super::ask::{Ask, id};
use super::error::BiginError;
use super::list::sorted;
use super::page::Page;
use super::show::Show;
use super::write;

/// A page of a related list; 204 when the record is unknown or nothing hangs on it.
pub async fn related(
    ask: Ask,
    Path((module, parent, list)): Path<(String, String, String)>,
) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "READ")?;
    let parent = id(&parent)?;
    let names = ask.fields()?;
    let target = target(kind, &list)?;
    let Some(target) = target else { return Ok(answer::no_content()) };
    ask.module(target.api_name(), "READ")?;
    let world = ask.shared.world();
    let bigin = &world.bigin;
    let page = Page::of(&ask, &format!("{module}/{parent}/{list}"), world.now())?;
    if bigin.records(kind).get(parent).is_none_or(|record| !record.is_live()) {
        return Ok(answer::no_content());
    }
    let mut ids = hanging(bigin, kind, parent, target);
    if target == Kind::Pipelines
        && let Some(text) = ask.get("pipeline_id")
    {
        let pipeline = id(text)?;
        let inside = |id: &Id| {
            let record = bigin.records(target).get(*id);
            record.is_some_and(|record| record.values.link(Name::PIPELINE) == Some(pipeline))
        };
        ids.retain(inside);
    }
    let ids = sorted(bigin, target, ids, "Created_Time", true);
    let show = Show::new(bigin);
    let fields = show.chosen(target, &names);
    let rows = ids.iter().skip(page.skip).take(page.size);
    let records = rows.filter_map(|id| bigin.records(target).get(*id));
    let data: Vec<Value> = records.map(|record| show.row(record, &fields)).collect();
    if data.is_empty() {
        return Ok(answer::no_content());
    }
    let info = page.info_with_tokens(data.len(), ids.len() > page.skip + data.len(), &show);
    Ok(answer::json(StatusCode::OK, &json!({ "data": data, "info": info })))
}

/// `POST /M/{id}/Notes`: a note on that record.
pub async fn add(
    ask: Ask,
    Path((module, parent, list)): Path<(String, String, String)>,
    body: Bytes,
) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "READ")?;
    let parent = id(&parent)?;
    if list != "Notes" {
        return Err(no_such_list());
    }
    ask.module("Notes", "CREATE")?;
    let mut elements = write::input::elements(&body)?;
    for element in &mut elements {
        element.insert("Parent_Id".to_owned(), json!(parent));
        element.insert("$se_module".to_owned(), json!(kind.api_name()));
    }
    Ok(write::create::all(&ask, Kind::Notes, &elements))
}

/// The module that a related list shows; `None` for lists that are always empty here.
fn target(kind: Kind, list: &str) -> Result<Option<Kind>, BiginError> {
    let parents = [Kind::Contacts, Kind::Accounts, Kind::Pipelines, Kind::Products];
    if !parents.contains(&kind) {
        return Err(no_such_list());
    }
    match (kind, list) {
        (_, "Notes") => Ok(Some(Kind::Notes)),
        (_, "Tasks" | "All_Tasks" | "Open_Tasks" | "Closed_Tasks") => Ok(Some(Kind::Tasks)),
        (_, "Events" | "All_Events") => Ok(Some(Kind::Events)),
        (_, "Calls" | "All_Calls") => Ok(Some(Kind::Calls)),
        (Kind::Accounts | Kind::Pipelines, "Contacts") => Ok(Some(Kind::Contacts)),
        (Kind::Contacts | Kind::Accounts, "Pipelines" | "Deals") => Ok(Some(Kind::Pipelines)),
        (_, "Products" | "Attachments" | "Emails" | "Social" | "Contacts" | "Pipelines") => Ok(None),
        _ => Err(no_such_list()),
    }
}

fn no_such_list() -> BiginError {
    let details = json!({ "resource_path_index": 2 });
    BiginError::bad("INVALID_DATA", details, "the relation name given seems to be invalid")
}

fn hanging(bigin: &Bigin, kind: Kind, parent: Id, target: Kind) -> Vec<Id> {
    let records = bigin.records(target);
    let under = |key: &Key| records.under(key).ids().collect::<Vec<Id>>();
    match (kind, target) {
        (Kind::Contacts, Kind::Pipelines) => under(&Key::Contact(parent)),
        (Kind::Accounts, Kind::Contacts | Kind::Pipelines) => under(&Key::Account(parent)),
        (Kind::Pipelines, Kind::Contacts) => {
            let deal = bigin.records(kind).get(parent);
            deal.and_then(|deal| deal.values.link(Name::CONTACT_NAME)).into_iter().collect()
        }
        (Kind::Contacts, Kind::Tasks | Kind::Events | Kind::Calls) => {
            let mut ids = under(&Key::Contact(parent));
            ids.extend(under(&Key::Parent(parent)));
            ids
        }
        _ => under(&Key::Parent(parent)),
    }
}
