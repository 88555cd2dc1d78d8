//! `POST /M/upsert`: update what is there by a unique field, else insert.

use axum::extract::Path;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::super::world::World;
use super::super::super::world::bigin::{Bigin, Kind, Name};
use super::super::super::world::id::Id;
use super::super::ask::{Ask, Sent};
use super::super::error::BiginError;
use super::outcome::{Outcome, answer};
use super::{change, create, input, update};

const CHECKS: &str = "duplicate_check_fields";

/// Up to 100 records; each result says what was done and by which field.
pub async fn upsert(ask: Ask, Path(module): Path<String>, sent: Sent) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "CREATE")?;
    ask.module(&module, "UPDATE")?;
    let elements = input::elements(&sent.0)?;
    let mut world = ask.shared.world();
    let by = unique_fields(&world.bigin, kind, input::object(&sent.0)?.get("duplicate_check_fields"))?;
    let outcomes: Vec<Outcome> = elements
        .iter()
        .enumerate()
        .map(|(at, element)| one(&mut world, ask.user(), kind, &by, at, element))
        .collect();
    Ok(answer(&world.bigin, &outcomes))
}

/// The fields to look by: those that are named, else the module's own unique one.
fn unique_fields(
    bigin: &Bigin,
    kind: Kind,
    named: Option<&Value>,
) -> Result<Vec<(String, Name)>, BiginError> {
    let module = bigin.module(kind);
    match named {
        None | Some(Value::Null) => {
            let own = module.fields.iter().filter(|field| field.unique);
            Ok(own.map(|field| (field.api_name.clone(), field.name)).collect())
        }
        Some(Value::Array(list)) => list
            .iter()
            .map(|name| {
                let field = name.as_str().and_then(|name| module.field(name)).filter(|field| field.unique);
                field.map(|field| (field.api_name.clone(), field.name)).ok_or_else(|| {
                    let details = json!({ "api_name": CHECKS, "json_path": format!("$.{CHECKS}") });
                    BiginError::bad("INVALID_DATA", details, "the field given is not a unique field")
                })
            })
            .collect(),
        Some(_) => Err(BiginError::key(CHECKS, &format!("$.{CHECKS}"), "jsonarray")),
    }
}

fn one(
    world: &mut World,
    user: Id,
    kind: Kind,
    checks: &[(String, Name)],
    at: usize,
    element: &Map<String, Value>,
) -> Outcome {
    let known = checks.iter().find_map(|(api_name, name)| {
        let value = element.get(api_name)?.as_str().filter(|value| !value.is_empty())?;
        Some((api_name, change::same(&world.bigin, kind, *name, value)?.id))
    });
    let (done, action, field) = match known {
        Some((field, id)) => (update::change_one(world, user, kind, id, at, element), "update", json!(field)),
        None => (create::one(world, user, kind, at, element), "insert", Value::Null),
    };
    done.map(|(status, mut entry)| {
        entry["action"] = json!(action);
        entry["duplicate_field"] = field;
        (status, entry)
    })
}
