//! `PUT /M/{id}`, `PUT /M`: changes. An update that changes nothing moves the modification time all the same.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::super::world::World;
use super::super::super::world::bigin::Kind;
use super::super::super::world::id::Id;
use super::super::ask::{Ask, id};
use super::super::error::BiginError;
use super::super::show::Show;
use super::outcome::{Outcome, answer, written};
use super::{change, input};

/// `PUT /M/{id}`: the id of the path counts.
pub async fn one(
    ask: Ask,
    Path((module, wanted)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "UPDATE")?;
    let wanted = id(&wanted)?;
    let elements = input::elements(&body)?;
    let element = elements.first().ok_or_else(|| BiginError::body("jsonarray"))?;
    let mut world = ask.shared.world();
    Ok(answer(&[change_one(&mut world, ask.user(), kind, wanted, 0, element)]))
}

/// `PUT /M`: each element names its record.
pub async fn many(ask: Ask, Path(module): Path<String>, body: Bytes) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "UPDATE")?;
    let elements = input::elements(&body)?;
    let mut world = ask.shared.world();
    let outcomes = elements.iter().enumerate().map(|(at, element)| {
        let Some(named) = element.get("id") else {
            let details = input::place(at, "id");
            return Err(BiginError::bad("MANDATORY_NOT_FOUND", details, "required field not found"));
        };
        let wanted = named.as_str().and_then(|named| named.parse().ok()).ok_or_else(|| unknown(at))?;
        change_one(&mut world, ask.user(), kind, wanted, at, element)
    });
    let outcomes: Vec<Outcome> = outcomes.collect();
    Ok(answer(&outcomes))
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
    let mut record = found.cloned().ok_or_else(|| unknown(at))?;
    record.modified = now;
    record.modified_by = user;
    change::apply(bigin, at, &mut record, element)?;
    let entry = written(&Show::new(bigin), &record, "record updated");
    bigin.records_mut(kind).insert(record);
    Ok((StatusCode::OK, entry))
}
