//! `PUT /M/{id}`, `PUT /M`: changes. An update that changes nothing moves the modification time all the same.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::super::world::World;
use super::super::super::world::bigin::{Deed, Kind};
use super::super::super::world::id::Id;
use super::super::ask::{Ask, Sent, id, id_value};
use super::super::error::BiginError;
use super::super::show::Show;
use super::outcome::{Outcome, answer, written};
use super::{change, input};

/// `PUT /M/{id}`: the id of the path counts.
pub async fn one(
    ask: Ask,
    Path((module, wanted)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "UPDATE")?;
    let wanted = id(&wanted)?;
    let elements = input::elements(&sent.0)?;
    let element = elements.first().ok_or_else(|| BiginError::body("jsonarray"))?;
    let mut world = ask.shared.world();
    let done = change_one(&mut world, ask.user(), kind, wanted, 0, element);
    Ok(answer(&world.bigin, &[done]))
}

/// `PUT /M`: each element names its record.
pub async fn many(ask: Ask, Path(module): Path<String>, sent: Sent) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "UPDATE")?;
    let elements = input::elements(&sent.0)?;
    let mut world = ask.shared.world();
    let outcomes = elements.iter().enumerate().map(|(at, element)| {
        let Some(named) = element.get("id") else {
            return Err(BiginError::mandatory("id", &format!("$.data[{at}].id")));
        };
        let wanted = id_value(named).ok_or_else(|| unknown(at))?;
        change_one(&mut world, ask.user(), kind, wanted, at, element)
    });
    let outcomes: Vec<Outcome> = outcomes.collect();
    Ok(answer(&world.bigin, &outcomes))
}

fn unknown(at: usize) -> BiginError {
    let details = json!({ "api_name": "id", "json_path": format!("$.data[{at}].id") });
    BiginError::bad("INVALID_DATA", details, "the id given seems to be invalid")
}

/// One changed record.
pub fn change_one(
    world: &mut World,
    user: Id,
    kind: Kind,
    wanted: Id,
    at: usize,
    element: &Map<String, Value>,
) -> Outcome {
    let now = world.now();
    let bigin = &mut world.bigin;
    let found = bigin.records(kind).get(wanted).filter(|record| record.is_live());
    let was = found.cloned().ok_or_else(|| unknown(at))?;
    let mut record = was.clone();
    record.modified = now;
    record.modified_by = user;
    change::apply(bigin, at, &mut record, element)?;
    let entry = written(&Show::new(bigin), &record, "record updated");
    bigin.tell(kind, wanted, Deed::Edit, record.changed_since(&was));
    bigin.records_mut(kind).insert(record);
    Ok((StatusCode::OK, entry))
}
