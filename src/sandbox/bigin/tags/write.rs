//! `POST /settings/tags?module=`, `PUT` of the same and of `/settings/tags/{id}`, `DELETE /settings/tags/{id}`.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::super::world::World;
use super::super::super::world::bigin::{Kind, Tag};
use super::super::super::world::id::Id;
use super::super::super::world::shelf::Key;
use super::super::ask::{Ask, Sent, id, id_value};
use super::super::error::BiginError;
use super::super::write::outcome::{Outcome, answer_as};
use super::super::write::{MOST, input};
use super::list::{self, shown};

/// The longest name of a tag, in characters [as in CRM].
const LONGEST: usize = 25;

/// New tags, up to 100 a call.
pub async fn create(ask: Ask, sent: Sent) -> Result<Response, BiginError> {
    let kind = module(&ask, "CREATE")?;
    let elements = elements(&sent.0)?;
    let mut world = ask.shared.world();
    let done: Vec<Outcome> = elements
        .iter()
        .enumerate()
        .map(|(at, element)| make(&mut world, ask.user(), kind, at, element))
        .collect();
    Ok(answer_as(&world.bigin, "tags", &done))
}

/// Other names or colours; each element names its tag.
pub async fn update_many(ask: Ask, sent: Sent) -> Result<Response, BiginError> {
    let kind = module(&ask, "UPDATE")?;
    let elements = elements(&sent.0)?;
    let mut world = ask.shared.world();
    let done = elements.iter().enumerate().map(|(at, element)| {
        let path = format!("$.tags[{at}].id");
        let named = element.get("id").ok_or_else(|| BiginError::mandatory("id", &path))?;
        let wanted = id_value(named).ok_or_else(|| BiginError::key("id", &path, "bigint"))?;
        change(&mut world, ask.user(), Some(kind), wanted, at, element)
    });
    let done: Vec<Outcome> = done.collect();
    Ok(answer_as(&world.bigin, "tags", &done))
}

/// Another name or colour of the tag of the path.
pub async fn update(ask: Ask, Path(wanted): Path<String>, sent: Sent) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.settings.tags.UPDATE", "ZohoBigin.settings.UPDATE"])?;
    let (wanted, elements) = (id(&wanted)?, elements(&sent.0)?);
    let element = elements.first().ok_or_else(|| BiginError::key("tags", "$.tags", "jsonarray"))?;
    let mut world = ask.shared.world();
    let done = change(&mut world, ask.user(), None, wanted, 0, element);
    Ok(answer_as(&world.bigin, "tags", &[done]))
}

/// The end of a tag; the records that had it have it no more.
pub async fn delete(ask: Ask, Path(wanted): Path<String>) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.settings.tags.DELETE", "ZohoBigin.settings.DELETE"])?;
    let wanted = id(&wanted)?;
    let mut world = ask.shared.world();
    let bigin = &mut world.bigin;
    let kind = kind_of(&bigin.settings.tags, wanted).ok_or_else(|| BiginError::no_record(wanted));
    let done = kind.map(|kind| {
        if let Some(tags) = bigin.settings.tags.get_mut(&kind) {
            tags.retain(|tag| tag.id != wanted);
        }
        bigin.dirty = true;
        let marked: Vec<Id> = bigin.records(kind).under(&Key::Tag(wanted)).ids().collect();
        for record in marked {
            bigin.records_mut(kind).edit(record, |record| record.tags.retain(|tag| *tag != wanted));
        }
        (StatusCode::OK, entry(&json!({ "id": wanted }), "tag deleted successfully"))
    });
    Ok(answer_as(&world.bigin, "tags", &[done]))
}

fn module(ask: &Ask, verb: &str) -> Result<Kind, BiginError> {
    ask.scope(&[&format!("ZohoBigin.settings.tags.{verb}"), &format!("ZohoBigin.settings.{verb}")])?;
    let name = ask.get("module").ok_or_else(|| BiginError::missing("module"))?;
    Kind::of(name).ok_or_else(BiginError::module)
}

/// `tags[]` of a body.
pub fn elements(body: &[u8]) -> Result<Vec<Map<String, Value>>, BiginError> {
    let body = input::object(body)?;
    let tags = body.get("tags").ok_or_else(|| BiginError::mandatory("tags", "$.tags"))?;
    let wrong = || BiginError::key("tags", "$.tags", "jsonarray");
    let tags = tags.as_array().filter(|tags| !tags.is_empty()).ok_or_else(wrong)?;
    if tags.len() > MOST {
        return Err(BiginError::too_many("tags", MOST));
    }
    tags.iter().map(|tag| tag.as_object().cloned()).collect::<Option<_>>().ok_or_else(wrong)
}

fn kind_of(tags: &std::collections::BTreeMap<Kind, Vec<Tag>>, wanted: Id) -> Option<Kind> {
    tags.iter().find(|(_, tags)| tags.iter().any(|tag| tag.id == wanted)).map(|(kind, _)| *kind)
}

fn entry(details: &Value, message: &str) -> Value {
    json!({ "code": "SUCCESS", "details": details, "message": message, "status": "success" })
}

/// What an element says of a tag's colour.
enum Paint {
    /// Nothing.
    Same,
    /// That it has none.
    None,
    /// Which one it has.
    Is(String),
}

impl Paint {
    /// The colour of a tag that had another.
    fn over(self, had: Option<String>) -> Option<String> {
        match self {
            Self::Same => had,
            Self::None => None,
            Self::Is(color) => Some(color),
        }
    }
}

/// The name and colour of an element, checked against the tags that there are; `None`: the name is not said.
fn said(
    world: &World,
    kind: Kind,
    own: Option<Id>,
    at: usize,
    element: &Map<String, Value>,
) -> Result<(Option<String>, Paint), BiginError> {
    let path = |key: &str| format!("$.tags[{at}].{key}");
    let name = match element.get("name") {
        None => None,
        Some(Value::String(name)) if !name.trim().is_empty() && name.chars().count() <= LONGEST => {
            Some(name.trim().to_owned())
        }
        Some(Value::String(name)) if !name.trim().is_empty() => {
            let mut refusal = BiginError::key("name", &path("name"), "text");
            refusal.details["maximum_length"] = json!(LONGEST);
            return Err(refusal);
        }
        Some(_) => return Err(BiginError::key("name", &path("name"), "text")),
    };
    let color = match element.get("color_code") {
        None => Paint::Same,
        Some(Value::Null) => Paint::None,
        Some(Value::String(color)) if is_color(color) => Paint::Is(color.clone()),
        Some(_) => return Err(BiginError::key("color_code", &path("color_code"), "color_code")),
    };
    let known = world.bigin.settings.tags.get(&kind).map_or(&[][..], Vec::as_slice);
    let same = |tag: &&Tag| name.as_ref().is_some_and(|name| tag.name.to_lowercase() == name.to_lowercase());
    if let Some(twin) = known.iter().filter(same).find(|tag| Some(tag.id) != own) {
        let details = json!({ "id": twin.id, "api_name": "name", "json_path": path("name") });
        return Err(BiginError::bad("DUPLICATE_DATA", details, "duplicate data"));
    }
    Ok((name, color))
}

fn make(world: &mut World, user: Id, kind: Kind, at: usize, element: &Map<String, Value>) -> Outcome {
    let (name, color) = said(world, kind, None, at, element)?;
    let name = name.ok_or_else(|| BiginError::mandatory("name", &format!("$.tags[{at}].name")))?;
    if world.bigin.settings.tags.get(&kind).is_some_and(|tags| tags.len() >= list::MOST) {
        return Err(BiginError::too_many("tags", list::MOST));
    }
    let stamp = Some((user, world.now()));
    let tag =
        Tag { id: world.bigin.make_id(), name, color: color.over(None), created: stamp, modified: stamp };
    let value = shown(&world.bigin, &tag);
    world.bigin.settings.tags.entry(kind).or_default().push(tag);
    world.bigin.dirty = true;
    Ok((StatusCode::CREATED, entry(&value, "tags created successfully")))
}

fn change(
    world: &mut World,
    user: Id,
    kind: Option<Kind>,
    wanted: Id,
    at: usize,
    element: &Map<String, Value>,
) -> Outcome {
    let found =
        kind_of(&world.bigin.settings.tags, wanted).filter(|found| kind.is_none_or(|kind| kind == *found));
    let kind = found.ok_or_else(|| BiginError::no_record(wanted))?;
    let (name, color) = said(world, kind, Some(wanted), at, element)?;
    let stamp = Some((user, world.now()));
    let tags = world.bigin.settings.tags.get_mut(&kind);
    let Some(tag) = tags.and_then(|tags| tags.iter_mut().find(|tag| tag.id == wanted)) else {
        return Err(BiginError::no_record(wanted));
    };
    if let Some(name) = name {
        tag.name = name;
    }
    tag.color = color.over(tag.color.take());
    tag.modified = stamp;
    let tag = tag.clone();
    world.bigin.dirty = true;
    Ok((StatusCode::OK, entry(&shown(&world.bigin, &tag), "tags updated successfully")))
}

/// `#RRGGBB`.
fn is_color(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_six_hexadecimal_digits() {
        assert!(is_color("#57B1fd"));
        for bad in ["57B1FD", "#57B1F", "#57B1FDA", "#57B1FG", "red"] {
            assert!(!is_color(bad), "{bad}");
        }
    }
}
