//! `PUT /M/{id}/{list}[/{rid}]` and `DELETE` of the same: joining and parting records. It moves the last activity of
//! both, and nobody's modification time (sheet §9.6). Doing it twice succeeds.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::super::world::World;
use super::super::super::world::bigin::{Kind, Link, Name, Record};
use super::super::super::world::id::Id;
use super::super::ask::{Ask, Sent, id, id_value, ids};
use super::super::error::BiginError;
use super::super::show::line;
use super::super::write::MOST;
use super::super::write::input;
use super::super::write::outcome::{Outcome, answer};
use super::relation::{How, Relation, named};

type Path3 = Path<(String, String, String)>;
type Path4 = Path<(String, String, String, String)>;

/// `PUT /M/{id}/{list}/{rid}`: a body is optional; in it, what the link says.
pub async fn link(
    ask: Ask,
    Path((module, parent, list, other)): Path4,
    sent: Sent,
) -> Result<Response, BiginError> {
    let (join, other) = (Join::of(&ask, &module, &parent, &list)?, id(&other)?);
    let more = match sent.0.trim_ascii() {
        [] => Map::new(),
        body => input::object(body)?
            .get("data")
            .and_then(|data| data.get(0)?.as_object().cloned())
            .unwrap_or_default(),
    };
    let mut world = ask.shared.world();
    let done = join.add(&mut world, 0, other, &more);
    Ok(answer(&world.bigin, &[done]))
}

/// `PUT /M/{id}/{list}`: up to 100, each element names its record.
pub async fn link_many(
    ask: Ask,
    Path((module, parent, list)): Path3,
    sent: Sent,
) -> Result<Response, BiginError> {
    let join = Join::of(&ask, &module, &parent, &list)?;
    let elements = input::elements(&sent.0)?;
    let mut world = ask.shared.world();
    let done = elements.iter().enumerate().map(|(at, element)| {
        let path = format!("$.data[{at}].id");
        let named = element.get("id").ok_or_else(|| BiginError::mandatory("id", &path))?;
        let other = id_value(named).ok_or_else(|| BiginError::key("id", &path, "bigint"))?;
        join.add(&mut world, at, other, element)
    });
    let done: Vec<Outcome> = done.collect();
    Ok(answer(&world.bigin, &done))
}

/// `DELETE /M/{id}/{list}/{rid}`.
pub async fn unlink(ask: Ask, Path((module, parent, list, other)): Path4) -> Result<Response, BiginError> {
    let (join, other) = (Join::of(&ask, &module, &parent, &list)?, id(&other)?);
    let mut world = ask.shared.world();
    let done = join.remove(&mut world, other);
    Ok(answer(&world.bigin, &[done]))
}

/// `DELETE /M/{id}/{list}?ids=a,b`, up to 100.
pub async fn unlink_many(ask: Ask, Path((module, parent, list)): Path3) -> Result<Response, BiginError> {
    let join = Join::of(&ask, &module, &parent, &list)?;
    let others = ids(ask.get("ids").ok_or_else(|| BiginError::missing("ids"))?)?;
    if others.len() > MOST {
        return Err(BiginError::too_many("ids", MOST));
    }
    let mut world = ask.shared.world();
    let done: Vec<Outcome> = others.iter().map(|other| join.remove(&mut world, *other)).collect();
    Ok(answer(&world.bigin, &done))
}

/// A record and one of its lists that can be joined with.
struct Join {
    kind: Kind,
    parent: Id,
    relation: Relation,
}

impl Join {
    fn of(ask: &Ask, module: &str, parent: &str, list: &str) -> Result<Self, BiginError> {
        let kind = ask.module(module, "UPDATE")?;
        let parent = id(parent)?;
        let relation = named(kind, list)?;
        ask.module(relation.target.api_name(), "READ")?;
        if relation.how == How::Hangs {
            // A lookup of the other record; that is written there.
            let details = json!({ "resource_path_index": 2 });
            return Err(BiginError::bad("NOT_SUPPORTED", details, "the relation can't be updated"));
        }
        if !ask.shared.world().bigin.records(kind).get(parent).is_some_and(Record::is_live) {
            return Err(BiginError::no_record(parent));
        }
        Ok(Self { kind, parent, relation })
    }

    /// Who keeps the link, and to whom: the module and id of both.
    fn ends(&self, other: Id) -> ((Kind, Id), (Kind, Id)) {
        let (own, other) = ((self.kind, self.parent), (self.relation.target, other));
        if self.relation.how == How::Holds { (own, other) } else { (other, own) }
    }

    fn check(&self, world: &World, other: Id) -> Result<(), BiginError> {
        let there = world.bigin.records(self.relation.target).get(other).is_some_and(Record::is_live);
        if there { Ok(()) } else { Err(BiginError::no_record(other)) }
    }

    fn add(&self, world: &mut World, at: usize, other: Id, element: &Map<String, Value>) -> Outcome {
        self.check(world, other)?;
        let (keeper, to) = self.ends(other);
        let more = said(at, keeper.0, to.0, element)?;
        let link = Link { id: world.bigin.make_id(), kind: to.0, to: to.1, more };
        let now = world.now();
        world.bigin.records_mut(keeper.0).edit(keeper.1, |record| {
            record.link(link);
            record.activity = Some(now);
        });
        world.bigin.records_mut(to.0).edit(to.1, |record| record.activity = Some(now));
        Ok(self.done(world, other, "relation added"))
    }

    fn remove(&self, world: &mut World, other: Id) -> Outcome {
        self.check(world, other)?;
        let (keeper, to) = self.ends(other);
        let now = world.now();
        world.bigin.records_mut(keeper.0).edit(keeper.1, |record| {
            record.unlink(to.0, to.1);
            // The contact of a deal that is its first one is a lookup.
            if to.0 == Kind::Contacts && record.values.link(Name::CONTACT_NAME) == Some(to.1) {
                record.values.set(Name::CONTACT_NAME, Value::Null);
            }
            record.activity = Some(now);
        });
        world.bigin.records_mut(to.0).edit(to.1, |record| record.activity = Some(now));
        Ok(self.done(world, other, "relation removed"))
    }

    fn done(&self, world: &mut World, other: Id, message: &str) -> (StatusCode, Value) {
        world.bigin.tell_related(self.kind, self.parent);
        let details = json!({ "id": other });
        (
            StatusCode::OK,
            json!({ "code": "SUCCESS", "details": details, "message": message, "status": "success" }),
        )
    }
}

/// What an element says about the link itself; the rest of it is passed over.
pub fn said(
    at: usize,
    keeper: Kind,
    to: Kind,
    element: &Map<String, Value>,
) -> Result<Map<String, Value>, BiginError> {
    let keys: &[&str] = match (keeper, to) {
        (Kind::Pipelines, Kind::Products) => line::KEYS,
        (Kind::Pipelines, Kind::Contacts) => &["Contact_Role"],
        _ => &[],
    };
    let mut more = Map::new();
    for (key, value) in element.iter().filter(|(key, _)| keys.contains(&key.as_str())) {
        let fits = if to == Kind::Products { value.is_number() } else { !value.is_array() };
        if !fits {
            return Err(BiginError::key(key, &format!("$.data[{at}].{key}"), "double"));
        }
        more.insert(key.clone(), value.clone());
    }
    Ok(more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_takes_numbers_only_and_nothing_else() {
        let element = json!({ "id": "1", "Quantity": 2, "Nonsense": 3 });
        let element = element.as_object().expect("an object");
        let more = said(0, Kind::Pipelines, Kind::Products, element).expect("a line");
        assert_eq!(Value::Object(more), json!({ "Quantity": 2 }));
        assert!(said(0, Kind::Contacts, Kind::Products, element).expect("a link").is_empty());
        let wrong = json!({ "Quantity": "two" });
        let refused = said(3, Kind::Pipelines, Kind::Products, wrong.as_object().expect("an object"));
        assert_eq!(refused.map_err(|error| error.code), Err("INVALID_DATA"));
    }
}
