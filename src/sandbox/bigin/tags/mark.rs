//! `POST /M/{id}/actions/add_tags` and `remove_tags`, and the same for up to 500 records of `/M/actions/…`.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::super::gate::{Weight, answer as plain};
use super::super::super::world::World;
use super::super::super::world::bigin::{Deed, Kind, Name, Record};
use super::super::super::world::id::Id;
use super::super::ask::{Ask, Sent, id, id_value, ids};
use super::super::error::BiginError;
use super::super::write::input;
use super::super::write::outcome::Outcome;

/// The most records of a call (sheet §4.10).
const MOST: usize = 500;

/// `POST /M/{id}/actions/{add_tags|remove_tags}`.
pub async fn one(
    ask: Ask,
    Path((module, wanted, verb)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, BiginError> {
    let wanted = id(&wanted)?;
    mark(&ask, &module, &verb, &sent, Some(wanted))
}

/// `POST /M/actions/{add_tags|remove_tags}?ids=a,b`, or `ids[]` in the body.
pub async fn many(
    ask: Ask,
    Path((module, verb)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, BiginError> {
    mark(&ask, &module, &verb, &sent, None)
}

fn mark(ask: &Ask, module: &str, verb: &str, sent: &Sent, one: Option<Id>) -> Result<Response, BiginError> {
    let add = match verb {
        "add_tags" => true,
        "remove_tags" => false,
        _ => return Err(BiginError::url()),
    };
    let kind = ask.module(module, "UPDATE")?;
    let body = if sent.0.trim_ascii().is_empty() { Map::new() } else { input::object(&sent.0)? };
    let names = names(ask, &body)?;
    let wanted = match one {
        Some(one) => vec![one],
        None => records(ask, &body)?,
    };
    let replace =
        body.get("over_write").and_then(Value::as_bool).or_else(|| Some(ask.get("over_write")? == "true"));
    let mut world = ask.shared.world();
    let tags = marks(&mut world, kind, add, &names);
    let change = Change { kind, add, replace: add && replace == Some(true), tags };
    let done: Vec<Outcome> = wanted.iter().map(|id| change.carry_out(&mut world, ask.user(), *id)).collect();
    let failed = done.iter().filter(|done| done.is_err()).count();
    let status = if failed == done.len() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let entries: Vec<Value> = done
        .iter()
        .map(|done| done.as_ref().map_or_else(BiginError::body_value, |(_, entry)| entry.clone()))
        .collect();
    let mut body = json!({ "data": entries, "locked_count": "0" });
    if add {
        body["success_count"] = json!((done.len() - failed).to_string());
    }
    let mut answer = plain::json(status, &body);
    answer.extensions_mut().insert(Weight(u64::try_from(done.len().div_ceil(10)).unwrap_or(50)));
    Ok(answer)
}

/// The names of `tags[]`, or of `tag_names=a,b`.
fn names(ask: &Ask, body: &Map<String, Value>) -> Result<Vec<String>, BiginError> {
    if let Some(tags) = body.get("tags") {
        let wrong = || BiginError::key("tags", "$.tags", "jsonarray");
        let tags = tags.as_array().filter(|tags| !tags.is_empty()).ok_or_else(wrong)?;
        let names = tags.iter().enumerate().map(|(at, tag)| {
            let name = tag.get("name").unwrap_or(tag).as_str().map(str::trim).filter(|name| !name.is_empty());
            let path = format!("$.tags[{at}].name");
            name.map(str::to_owned).ok_or_else(|| BiginError::mandatory("name", &path))
        });
        return names.collect();
    }
    let named = ask.get("tag_names").ok_or_else(|| BiginError::mandatory("tags", "$.tags"))?;
    Ok(named.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

fn records(ask: &Ask, body: &Map<String, Value>) -> Result<Vec<Id>, BiginError> {
    let wanted = match (body.get("ids"), ask.get("ids")) {
        (Some(Value::Array(list)), _) => {
            let known: Option<Vec<Id>> = list.iter().map(id_value).collect();
            known.ok_or_else(|| BiginError::key("ids", "$.ids", "jsonarray"))?
        }
        (Some(_), _) => return Err(BiginError::key("ids", "$.ids", "jsonarray")),
        (None, Some(text)) => ids(text)?,
        (None, None) => return Err(BiginError::missing("ids")),
    };
    match wanted.len() {
        0 => Err(BiginError::missing("ids")),
        n if n > MOST => Err(BiginError::too_many("ids", MOST)),
        _ => Ok(wanted),
    }
}

/// The tags of those names; adding makes new ones, removing passes over those that there are not.
fn marks(world: &mut World, kind: Kind, add: bool, names: &[String]) -> Vec<Id> {
    let bigin = &mut world.bigin;
    if add {
        return names.iter().map(|name| bigin.tag(kind, name)).collect();
    }
    let known = bigin.settings.tags.get(&kind).map_or(&[][..], Vec::as_slice);
    let find = |name: &String| known.iter().find(|tag| tag.name.eq_ignore_ascii_case(name)).map(|tag| tag.id);
    names.iter().filter_map(find).collect()
}

/// What is done to each record.
struct Change {
    kind: Kind,
    add: bool,
    replace: bool,
    tags: Vec<Id>,
}

impl Change {
    fn carry_out(&self, world: &mut World, user: Id, wanted: Id) -> Outcome {
        let now = world.now();
        let bigin = &mut world.bigin;
        if !bigin.records(self.kind).get(wanted).is_some_and(Record::is_live) {
            return Err(BiginError::no_record(wanted));
        }
        let left = bigin.records_mut(self.kind).edit(wanted, |record| {
            if self.replace {
                record.tags.clear();
            }
            record.tags.retain(|tag| self.add || !self.tags.contains(tag));
            let known = record.tags.clone();
            record.tags.extend(self.tags.iter().filter(|tag| self.add && !known.contains(tag)));
            record.modified = now;
            record.modified_by = user;
            record.tags.clone()
        });
        bigin.tell(self.kind, wanted, Deed::Edit, vec![Name::TAG]);
        let known = bigin.settings.tags.get(&self.kind).map_or(&[][..], Vec::as_slice);
        let left = left.unwrap_or_default();
        let tags = left.iter().filter_map(|id| known.iter().find(|tag| tag.id == *id));
        let tags: Value =
            tags.map(|tag| json!({ "name": tag.name, "id": tag.id, "color_code": tag.color })).collect();
        let entry = json!({
            "code": "SUCCESS", "details": { "id": wanted, "tags": tags },
            "message": "tags updated successfully", "status": "success",
        });
        Ok((StatusCode::OK, entry))
    }
}
