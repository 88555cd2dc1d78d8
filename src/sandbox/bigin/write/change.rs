//! Setting checked fields on a record: lookups, owners, tags, pipelines, uniqueness.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::super::super::world::bigin::{Bigin, Deed, Field, Kind, Link, Name, Record};
use super::super::super::world::{Id, Key};
use super::super::ask::id_value;
use super::super::error::BiginError;
use super::super::related::link::said;
use super::super::show::{Show, find};
use super::input::{checked, invalid, place};

/// Sets the fields of one element on a record, unless one of them can't be; keys that the module does not know or
/// that nobody may write are passed over.
pub fn apply(
    bigin: &mut Bigin,
    at: usize,
    record: &mut Record,
    element: &Map<String, Value>,
) -> Result<(), BiginError> {
    let kind = record.kind;
    let fields: Vec<Field> = bigin.module(kind).fields.clone();
    let mut founded = None;
    for (key, value) in element {
        let key = if key == "se_module" || key == "$related_module" { "$se_module" } else { key };
        let Some(field) = fields.iter().find(|field| field.api_name == *key && field.writable) else {
            continue;
        };
        match field.name {
            Name::OWNER => record.owner = owner(bigin, at, field, value)?,
            Name::TAG => record.tags = tags(bigin, at, kind, field, value)?,
            Name::ASSOCIATED_PRODUCTS => links(bigin, at, record, field, Kind::Products, value)?,
            Name::SECONDARY_CONTACTS => links(bigin, at, record, field, Kind::Contacts, value)?,
            _ if value.is_null() => record.values.set(field.name, Value::Null),
            _ if field.data_type == "lookup" => {
                let to = lookup(bigin, at, record, field, value, &mut founded)?;
                record.values.set_link(field.name, to);
            }
            _ => record.values.set(field.name, checked(at, field, value)?),
        }
    }
    if kind == Kind::Pipelines {
        pipeline(bigin, at, record)?;
    }
    if kind == Kind::Events {
        order(at, record)?;
    }
    for field in fields.iter().filter(|field| field.mandatory) {
        let value = record.values.get(field.name);
        if value.is_none_or(|value| value.as_str().is_some_and(|text| text.trim().is_empty())) {
            let path = format!("$.data[{at}].{}", field.api_name);
            return Err(BiginError::mandatory(&field.api_name, &path));
        }
    }
    // Only what is written is compared: a story may hold two deals of one name.
    unique(bigin, at, record, fields.iter().filter(|field| element.contains_key(&field.api_name)))?;
    if let Some(company) = founded {
        bigin.tell(Kind::Accounts, company.id, Deed::Create, vec![Name::ACCOUNT_NAME]);
        bigin.records_mut(Kind::Accounts).insert(company);
    }
    Ok(())
}

/// An event ends when it has begun, at the earliest.
fn order(at: usize, record: &Record) -> Result<(), BiginError> {
    let time = |name| record.values.get(name).and_then(|value| value.as_str()?.parse::<Timestamp>().ok());
    match (time(Name::START_DATETIME), time(Name::END_DATETIME)) {
        (Some(start), Some(end)) if end < start => {
            Err(BiginError::bad("INVALID_DATA", place(at, "End_DateTime"), "invalid data"))
        }
        _ => Ok(()),
    }
}

fn owner(bigin: &Bigin, at: usize, field: &Field, value: &Value) -> Result<Id, BiginError> {
    let id = id_value(value.get("id").unwrap_or(value));
    let user = id.and_then(|id| bigin.user(id)).filter(|user| user.active);
    user.map(|user| user.id).ok_or_else(|| invalid(at, field, "ownerlookup"))
}

fn tags(
    bigin: &mut Bigin,
    at: usize,
    kind: Kind,
    field: &Field,
    value: &Value,
) -> Result<Vec<Id>, BiginError> {
    if value.is_null() {
        return Ok(Vec::new());
    }
    let Some(list) = value.as_array() else { return Err(invalid(at, field, "jsonarray")) };
    let names = list.iter().map(|tag| tag.get("name").unwrap_or(tag).as_str());
    let names: Option<Vec<&str>> = names.collect();
    let names = names.ok_or_else(|| invalid(at, field, "jsonarray"))?;
    Ok(names.into_iter().map(|name| bigin.tag(kind, name)).collect())
}

/// The links that a list stands for, in place of those that there were: `[{"Product":{"id"},"Quantity":2}]`,
/// `[{"id"}]` or `[id]`.
fn links(
    bigin: &mut Bigin,
    at: usize,
    record: &mut Record,
    field: &Field,
    to: Kind,
    value: &Value,
) -> Result<(), BiginError> {
    let empty = Vec::new();
    let list = if value.is_null() {
        &empty
    } else {
        value.as_array().ok_or_else(|| invalid(at, field, "jsonarray"))?
    };
    let mut links = Vec::new();
    for element in list {
        let named = element.get("Product").or_else(|| element.get("Contact")).unwrap_or(element);
        let other =
            id_value(named.get("id").unwrap_or(named)).ok_or_else(|| invalid(at, field, "jsonobject"))?;
        if !bigin.records(to).get(other).is_some_and(Record::is_live) {
            let details = place(at, &field.api_name);
            return Err(BiginError::bad("INVALID_DATA", details, "the id given seems to be invalid"));
        }
        let more = element.as_object().map(|element| said(at, record.kind, to, element)).transpose()?;
        links.push(Link { id: bigin.make_id(), kind: to, to: other, more: more.unwrap_or_default() });
    }
    record.links.retain(|link| link.kind != to);
    for link in links {
        record.link(link);
    }
    Ok(())
}

/// The record that a lookup names. A company given by name is found by it, or founded (sheet §4.3): it is there when
/// the record is.
fn lookup(
    bigin: &mut Bigin,
    at: usize,
    record: &Record,
    field: &Field,
    value: &Value,
    founded: &mut Option<Record>,
) -> Result<Id, BiginError> {
    let bad = || {
        let details = place(at, &field.api_name);
        BiginError::bad("INVALID_DATA", details, "the id given seems to be invalid")
    };
    let named = match value {
        Value::Object(object) => object.get("id").or_else(|| object.get("name")),
        other => Some(other),
    };
    let text = match named {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => return Err(invalid(at, field, "jsonobject")),
    };
    let text = text.as_str();
    if field.name == Name::PIPELINE {
        let layouts = &bigin.module(record.kind).layouts;
        let found = layouts.iter().find(|layout| layout.id.to_string() == text || layout.name == text);
        return found.map(|layout| layout.id).ok_or_else(bad);
    }
    if let Ok(id) = text.parse::<Id>() {
        let found = match field.lookup {
            Some(kind) => bigin.records(kind).get(id),
            None => find(bigin, id),
        };
        return found.filter(|found| found.is_live()).map(|found| found.id).ok_or_else(bad);
    }
    if field.lookup != Some(Kind::Accounts) || text.trim().is_empty() {
        return Err(bad());
    }
    let key = Key::Name(text.to_lowercase().into());
    if let Some(known) = bigin.records(Kind::Accounts).under(&key).first() {
        return Ok(known);
    }
    let id = bigin.make_id();
    let mut company = Record::new(Kind::Accounts, id, record.modified_by, record.modified);
    company.values.set(Name::ACCOUNT_NAME, text);
    *founded = Some(company);
    Ok(id)
}

/// A deal's sub-pipeline must belong to its team pipeline, its stage to the sub-pipeline; a team pipeline that
/// is not named follows from the sub-pipeline.
fn pipeline(bigin: &Bigin, at: usize, record: &mut Record) -> Result<(), BiginError> {
    let (Some(sub), Some(stage)) = (record.values.text(Name::SUB_PIPELINE), record.values.text(Name::STAGE))
    else {
        return Ok(());
    };
    let layouts = &bigin.module(Kind::Pipelines).layouts;
    let chosen = record.values.link(Name::PIPELINE);
    let mismatch =
        |api_name: &str, message: &str| BiginError::bad("MAPPING_MISMATCH", place(at, api_name), message);
    let inside = |id: Id| chosen.is_none_or(|chosen| chosen == id);
    let mut found = layouts.iter().filter(|layout| inside(layout.id));
    let Some((layout, sub)) =
        found.find_map(|layout| Some((layout.id, layout.subs.iter().find(|own| own.name == sub)?)))
    else {
        return Err(mismatch("Sub_Pipeline", "Layout doesn't contain the Pipeline"));
    };
    if !sub.stages.iter().any(|own| own.value == stage) {
        return Err(mismatch("Stage", "Pipeline doesn't contain the Stage"));
    }
    record.values.set_link(Name::PIPELINE, layout);
    Ok(())
}

/// Refuses a value that another record has and only one may have; letters' case does not matter.
fn unique<'f>(
    bigin: &Bigin,
    at: usize,
    record: &Record,
    fields: impl Iterator<Item = &'f Field>,
) -> Result<(), BiginError> {
    for field in fields.filter(|field| field.unique) {
        let Some(value) = record.values.text(field.name) else { continue };
        if let Some(other) = same(bigin, record.kind, field.name, value).filter(|other| other.id != record.id)
        {
            let mut details = place(at, &field.api_name);
            let module = bigin.module(record.kind);
            details["duplicate_record"] = json!({
                "id": other.id,
                "Owner": Show::new(bigin).user_name(other.owner),
                "module": { "api_name": record.kind.api_name(), "id": module.id },
            });
            return Err(BiginError::bad("DUPLICATE_DATA", details, "duplicate data"));
        }
    }
    Ok(())
}

/// The live record with that value in that field.
pub fn same<'a>(bigin: &'a Bigin, kind: Kind, name: Name, value: &str) -> Option<&'a Record> {
    let records = bigin.records(kind);
    let wanted = value.to_lowercase();
    let key = match name {
        Name::EMAIL => Some(Key::Email(wanted.as_str().into())),
        _ if kind.unique() == Some(name) => Some(Key::Name(wanted.as_str().into())),
        _ if name.is_custom() => Some(Key::Own(name, wanted.as_str().into())),
        _ => None,
    };
    let fits = |record: &&Record| {
        record.is_live() && record.values.text(name).is_some_and(|own| own.to_lowercase() == wanted)
    };
    match key {
        Some(key) => records.under(&key).ids().filter_map(|id| records.get(id)).find(fits),
        None => records.iter().filter(fits).min_by_key(|record| record.created),
    }
}
