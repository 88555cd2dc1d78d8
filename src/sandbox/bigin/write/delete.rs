//! `DELETE /M/{id}`, `DELETE /M?ids=`: into the recycle bin. A company takes its contacts along.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::super::super::world::bigin::{Fate, Kind, Record};
use super::super::super::world::{Id, Key, World};
use super::super::ask::{Ask, id};
use super::super::error::BiginError;
use super::MOST;
use super::outcome::{Outcome, answer};

/// `DELETE /M/{id}`.
pub async fn one(ask: Ask, Path((module, wanted)): Path<(String, String)>) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "DELETE")?;
    let wanted = id(&wanted)?;
    let mut world = ask.shared.world();
    Ok(answer(&[trash(&mut world, ask.user(), kind, wanted)]))
}

/// `DELETE /M?ids=a,b`, up to 100.
pub async fn many(ask: Ask, Path(module): Path<String>) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "DELETE")?;
    let ids = ask.get("ids").ok_or_else(|| BiginError::missing("ids"))?;
    let ids: Result<Vec<Id>, _> = ids.split(',').map(|one| id(one.trim())).collect();
    let ids = ids?;
    if ids.len() > MOST {
        let details = json!({ "limit": MOST, "param_name": "ids" });
        return Err(BiginError::bad("LIMIT_EXCEEDED", details, "the number of records exceeds the limit"));
    }
    let mut world = ask.shared.world();
    let outcomes: Vec<Outcome> = ids.iter().map(|id| trash(&mut world, ask.user(), kind, *id)).collect();
    Ok(answer(&outcomes))
}

fn trash(world: &mut World, user: Id, kind: Kind, wanted: Id) -> Outcome {
    let at = world.now();
    let records = world.bigin.records_mut(kind);
    if !records.get(wanted).is_some_and(Record::is_live) {
        let details = json!({ "id": wanted });
        return Err(BiginError::bad("INVALID_DATA", details, "the id given seems to be invalid"));
    }
    records.edit(wanted, |record| record.fate = Fate::Trashed { by: user, at });
    if kind == Kind::Accounts {
        let contacts = world.bigin.records_mut(Kind::Contacts);
        let inside: Vec<Id> = contacts.under(&Key::Account(wanted)).ids().collect();
        for contact in inside {
            contacts.edit(contact, |record| record.fate = Fate::Trashed { by: user, at });
        }
    }
    let entry = json!({
        "code": "SUCCESS", "details": { "id": wanted }, "message": "record deleted", "status": "success",
    });
    Ok((StatusCode::OK, entry))
}
