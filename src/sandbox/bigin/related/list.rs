//! `GET /M/{id}/{list}`: what hangs on a record; `POST /M/{id}/Notes`.

use axum::extract::Path;
use axum::response::Response;
use serde_json::json;

use super::super::super::gate::answer;
use super::super::super::world::bigin::{Bigin, Kind, Name};
use super::super::super::world::{Id, Key};
use super::super::ask::{Ask, Sent, id};
use super::super::error::BiginError;
use super::super::list::{rows_of, sorted};
use super::super::page::Page;
use super::super::show::Show;
use super::super::write;
use super::relation::{How, Relation, named};

/// A page of a related list; 204 when the record is unknown or nothing hangs on it.
pub async fn related(
    ask: Ask,
    Path((module, parent, list)): Path<(String, String, String)>,
) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "READ")?;
    let parent = id(&parent)?;
    let relation = named(kind, &list)?;
    let target = relation.target;
    let names = ask.fields()?;
    ask.module(target.api_name(), "READ")?;
    let world = ask.shared.world();
    let bigin = &world.bigin;
    let page = Page::of(&ask, &format!("{module}/{parent}/{list}"), world.now())?;
    if bigin.records(kind).get(parent).is_none_or(|record| !record.is_live()) {
        return Ok(answer::no_content());
    }
    let mut ids = hanging(bigin, kind, parent, relation);
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
    let cut = page.cut(&sorted(bigin, target, ids, "Created_Time"), true);
    if cut.ids.is_empty() {
        return Ok(answer::no_content());
    }
    let show = Show::new(bigin);
    let info = page.info_with_tokens(&cut, &show);
    Ok(rows_of(&show, target, &names, &cut.ids, &info))
}

/// `POST /M/{id}/Notes`: a note on that record.
pub async fn add(
    ask: Ask,
    Path((module, parent, list)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "READ")?;
    let parent = id(&parent)?;
    if named(kind, &list)?.target != Kind::Notes {
        return Err(super::super::url::method());
    }
    ask.module("Notes", "CREATE")?;
    let mut elements = write::input::elements(&sent.0)?;
    for element in &mut elements {
        element.insert("Parent_Id".to_owned(), json!(parent));
        element.insert("$se_module".to_owned(), json!(kind.api_name()));
    }
    Ok(write::create::all(&ask, Kind::Notes, &elements))
}

fn hanging(bigin: &Bigin, kind: Kind, parent: Id, relation: Relation) -> Vec<Id> {
    let records = bigin.records(relation.target);
    let under = |key: &Key| records.under(key).ids().collect::<Vec<Id>>();
    match (relation.how, kind, relation.target) {
        (How::Holds, _, target) => {
            let Some(own) = bigin.records(kind).get(parent) else { return Vec::new() };
            let first = own.values.link(Name::CONTACT_NAME).filter(|_| target == Kind::Contacts);
            first.into_iter().chain(own.linked_to(target).map(|link| link.to)).collect()
        }
        (How::Held, Kind::Products, _) => under(&Key::Product(parent)),
        (How::Held, _, _) => under(&Key::Contact(parent)),
        (How::Hangs, Kind::Accounts, Kind::Contacts | Kind::Pipelines) => under(&Key::Account(parent)),
        (How::Hangs, Kind::Contacts, Kind::Tasks | Kind::Events | Kind::Calls) => {
            let mut ids = under(&Key::Contact(parent));
            ids.extend(under(&Key::Parent(parent)));
            ids
        }
        (How::Hangs, _, _) => under(&Key::Parent(parent)),
    }
}
