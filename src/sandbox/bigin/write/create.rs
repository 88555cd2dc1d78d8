//! `POST /M`: new records.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value};

use super::super::super::world::World;
use super::super::super::world::bigin::{Deed, Kind, Name, Record};
use super::super::super::world::id::Id;
use super::super::ask::{Ask, Sent};
use super::super::error::BiginError;
use super::super::show::Show;
use super::outcome::{Outcome, answer, written};
use super::{change, input};

/// Makes up to 100 records; each has its own result.
pub async fn create(ask: Ask, Path(module): Path<String>, sent: Sent) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "CREATE")?;
    Ok(all(&ask, kind, &input::elements(&sent.0)?))
}

/// The answer to elements that are ready.
pub fn all(ask: &Ask, kind: Kind, elements: &[Map<String, Value>]) -> Response {
    let mut world = ask.shared.world();
    let outcomes: Vec<Outcome> = elements
        .iter()
        .enumerate()
        .map(|(at, element)| one(&mut world, ask.user(), kind, at, element))
        .collect();
    answer(&world.bigin, &outcomes)
}

/// One new record.
pub fn one(world: &mut World, user: Id, kind: Kind, at: usize, element: &Map<String, Value>) -> Outcome {
    let now = world.now();
    let bigin = &mut world.bigin;
    let id = bigin.make_id();
    let mut record = Record::new(kind, id, user, now);
    change::apply(bigin, at, &mut record, element)?;
    if kind == Kind::Notes {
        touch_parent(world, &record);
    }
    let entry = written(&Show::new(&world.bigin), &record, "record added");
    world.bigin.tell(kind, id, Deed::Create, record.changed_since(&Record::new(kind, id, user, now)));
    world.bigin.records_mut(kind).insert(record);
    Ok((StatusCode::CREATED, entry))
}

/// A note moves its record's last activity, not its modification time (sheet §9.6).
fn touch_parent(world: &mut World, note: &Record) {
    let Some(parent) = note.values.link(Name::PARENT_ID) else { return };
    for kind in [Kind::Contacts, Kind::Accounts, Kind::Pipelines, Kind::Products] {
        world.bigin.records_mut(kind).edit(parent, |record| record.activity = Some(note.created));
    }
}
