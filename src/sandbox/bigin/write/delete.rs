//! `DELETE /M/{id}`, `DELETE /M?ids=`: into the recycle bin. A company takes its contacts along.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::super::super::world::bigin::{Deed, Fate, Kind, Record};
use super::super::super::world::{Id, Key, World};
use super::super::ask::{Ask, id, ids};
use super::super::error::BiginError;
use super::MOST;
use super::outcome::{Outcome, answer};

/// `DELETE /M/{id}`.
pub async fn one(ask: Ask, Path((module, wanted)): Path<(String, String)>) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "DELETE")?;
    let wanted = id(&wanted)?;
    let mut world = ask.shared.world();
    let done = trash(&mut world, ask.user(), kind, wanted);
    Ok(answer(&world.bigin, &[done]))
}

/// `DELETE /M?ids=a,b`, up to 100.
pub async fn many(ask: Ask, Path(module): Path<String>) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "DELETE")?;
    let named = ask.get("ids").ok_or_else(|| BiginError::missing("ids"))?;
    let ids = ids(named)?;
    if ids.len() > MOST {
        return Err(BiginError::too_many("ids", MOST));
    }
    let mut world = ask.shared.world();
    let outcomes: Vec<Outcome> = ids.iter().map(|id| trash(&mut world, ask.user(), kind, *id)).collect();
    Ok(answer(&world.bigin, &outcomes))
}

fn trash(world: &mut World, user: Id, kind: Kind, wanted: Id) -> Outcome {
    let at = world.now();
    let records = world.bigin.records_mut(kind);
    if !records.get(wanted).is_some_and(Record::is_live) {
        return Err(BiginError::no_record(wanted));
    }
    records.edit(wanted, |record| record.fate = Fate::Trashed { by: user, at });
    world.bigin.tell(kind, wanted, Deed::Delete, Vec::new());
    if kind == Kind::Accounts {
        let contacts = world.bigin.records(Kind::Contacts);
        let inside: Vec<Id> = contacts.under(&Key::Account(wanted)).ids().collect();
        for contact in inside {
            world
                .bigin
                .records_mut(Kind::Contacts)
                .edit(contact, |record| record.fate = Fate::Trashed { by: user, at });
            world.bigin.tell(Kind::Contacts, contact, Deed::Delete, Vec::new());
        }
    }
    let entry = json!({
        "code": "SUCCESS", "details": { "id": wanted }, "message": "record deleted", "status": "success",
    });
    Ok((StatusCode::OK, entry))
}
