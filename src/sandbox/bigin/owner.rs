//! `POST /M/{id}/actions/change_owner`, `POST /M/actions/change_owner`: another owner.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::world::World;
use super::super::world::bigin::{Deed, Kind, Name, Record};
use super::super::world::id::Id;
use super::super::world::shelf::Key;
use super::ask::{Ask, Sent, id, id_value};
use super::error::BiginError;
use super::write::input;
use super::write::outcome::{Outcome, answer};

/// The most records of a call.
const MOST: usize = 500;

/// Of one record.
pub async fn one(
    ask: Ask,
    Path((module, wanted)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, BiginError> {
    let (kind, wanted) = (ask.module(&module, "UPDATE")?, id(&wanted)?);
    let body = input::object(&sent.0)?;
    let mut world = ask.shared.world();
    let change = Change::of(&world, kind, ask.user(), &body)?;
    let done = change.carry_out(&mut world, wanted);
    Ok(answer(&world.bigin, &[done]))
}

/// Of up to 500, `ids[]`.
pub async fn many(ask: Ask, Path(module): Path<String>, sent: Sent) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "UPDATE")?;
    let body = input::object(&sent.0)?;
    let listed = body.get("ids").ok_or_else(|| BiginError::mandatory("ids", "$.ids"))?;
    let wrong = || BiginError::key("ids", "$.ids", "jsonarray");
    let listed = listed.as_array().filter(|list| !list.is_empty()).ok_or_else(wrong)?;
    let wanted: Vec<Id> = listed.iter().map(id_value).collect::<Option<_>>().ok_or_else(wrong)?;
    if wanted.len() > MOST {
        return Err(BiginError::too_many("ids", MOST));
    }
    let mut world = ask.shared.world();
    let change = Change::of(&world, kind, ask.user(), &body)?;
    let done: Vec<Outcome> = wanted.iter().map(|id| change.carry_out(&mut world, *id)).collect();
    Ok(answer(&world.bigin, &done))
}

struct Change {
    kind: Kind,
    by: Id,
    owner: Id,
    /// The modules whose open records go along.
    along: Vec<Kind>,
}

impl Change {
    fn of(world: &World, kind: Kind, by: Id, body: &Map<String, Value>) -> Result<Self, BiginError> {
        let owner = body.get("owner").ok_or_else(|| BiginError::mandatory("owner", "$.owner"))?;
        let named = owner.get("id").ok_or_else(|| BiginError::mandatory("id", "$.owner.id"))?;
        let user = id_value(named).and_then(|id| world.bigin.user(id)).filter(|user| user.active);
        let user = user.ok_or_else(|| BiginError::key("id", "$.owner.id", "ownerlookup"))?;
        let along = body.get("related_modules").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let along = along.iter().filter_map(|module| match module.get("api_name")?.as_str()? {
            "Deals" => Some(Kind::Pipelines),
            name => Kind::of(name),
        });
        Ok(Self { kind, by, owner: user.id, along: along.collect() })
    }

    fn carry_out(&self, world: &mut World, wanted: Id) -> Outcome {
        if !world.bigin.records(self.kind).get(wanted).is_some_and(Record::is_live) {
            return Err(BiginError::no_record(wanted));
        }
        self.give(world, self.kind, wanted);
        for kind in &self.along {
            let key = match self.kind {
                Kind::Contacts => Key::Contact(wanted),
                Kind::Accounts if matches!(kind, Kind::Contacts | Kind::Pipelines) => Key::Account(wanted),
                _ => Key::Parent(wanted),
            };
            let hanging: Vec<Id> = world.bigin.records(*kind).under(&key).ids().collect();
            for id in hanging {
                self.give(world, *kind, id);
            }
        }
        let details = json!({ "id": wanted });
        let message = "record owner updated successfully";
        Ok((
            StatusCode::OK,
            json!({ "code": "SUCCESS", "details": details, "message": message, "status": "success" }),
        ))
    }

    fn give(&self, world: &mut World, kind: Kind, id: Id) {
        let now = world.now();
        world.bigin.records_mut(kind).edit(id, |record| {
            record.owner = self.owner;
            record.modified = now;
            record.modified_by = self.by;
        });
        world.bigin.tell(kind, id, Deed::Edit, vec![Name::OWNER]);
    }
}
