//! A record on its way out: written straight into the answer, for a page has two hundred of them.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::super::super::world::Id;
use super::super::super::world::bigin::{Field, Kind, Name, Record};
use super::{Show, find, line};

/// A record with some of its fields, and its id.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// How to show.
    pub show: &'a Show<'a>,
    /// What to show.
    pub record: &'a Record,
    /// Which fields; each once.
    pub fields: &'a [&'a Field],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.fields.len() + 1))?;
        for field in self.fields {
            map.serialize_entry(&field.api_name, &Cell { show: self.show, record: self.record, field })?;
        }
        map.serialize_entry("id", &self.record.id)?;
        map.end()
    }
}

/// The value of a field.
struct Cell<'a> {
    show: &'a Show<'a>,
    record: &'a Record,
    field: &'a Field,
}

/// A reference: name and id.
struct Named<'a>(&'a str, Id);

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(2))?;
        map.serialize_entry("name", self.0)?;
        map.serialize_entry("id", &self.1)?;
        map.end()
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let (show, record) = (self.show, self.record);
        match self.field.name {
            Name::OWNER => show.person(record.owner).serialize(to),
            Name::CREATED_BY => show.person(record.created_by).serialize(to),
            Name::MODIFIED_BY => show.person(record.modified_by).serialize(to),
            Name::CREATED_TIME => to.serialize_str(&show.stamp(record.created)),
            Name::MODIFIED_TIME => to.serialize_str(&show.stamp(record.modified)),
            Name::LAST_ACTIVITY_TIME => match record.activity {
                Some(at) => to.serialize_str(&show.stamp(at)),
                None => to.serialize_unit(),
            },
            Name::FULL_NAME => to.serialize_str(&record.display_name()),
            Name::TAG if record.tags.is_empty() => to.collect_seq(std::iter::empty::<()>()),
            Name::TAG => show.tags(record).serialize(to),
            Name::ASSOCIATED_PRODUCTS => {
                let lines = record.linked_to(Kind::Products).filter_map(|link| line::shown(show, link));
                lines.collect::<Value>().serialize(to)
            }
            Name::SECONDARY_CONTACTS => {
                let people = record.linked_to(Kind::Contacts);
                let live = people.filter_map(|link| show.live(Kind::Contacts, link.to));
                to.collect_seq(live.map(|(name, id)| serde_json::json!({ "name": name, "id": id })))
            }
            name => match record.values.get(name) {
                None if self.field.data_type == "boolean" => to.serialize_bool(false),
                None if self.field.data_type == "multiselectlookup" => {
                    to.collect_seq(std::iter::empty::<()>())
                }
                None => to.serialize_unit(),
                Some(value) => self.kept(value, to),
            },
        }
    }
}

impl Cell<'_> {
    fn kept<S: Serializer>(&self, value: &Value, to: S) -> Result<S::Ok, S::Error> {
        match self.field.data_type.as_str() {
            "lookup" => match value.as_u64() {
                Some(id) => self.link(Id(id), to),
                None => to.serialize_unit(),
            },
            "datetime" => match value.as_str().and_then(|text| text.parse().ok()) {
                Some(at) => to.serialize_str(&self.show.stamp(at)),
                None => value.serialize(to),
            },
            _ => value.serialize(to),
        }
    }

    fn link<S: Serializer>(&self, id: Id, to: S) -> Result<S::Ok, S::Error> {
        let bigin = self.show.bigin;
        if self.field.name == Name::PIPELINE {
            let layouts = &bigin.module(self.record.kind).layouts;
            let layout = layouts.iter().find(|layout| layout.id == id);
            return layout.map(|layout| Named(&layout.name, id)).serialize(to);
        }
        let found = match self.field.lookup {
            Some(kind) => bigin.records(kind).get(id),
            None => find(bigin, id),
        };
        match found.filter(|found| found.is_live()) {
            Some(found) => Named(&found.display_name(), id).serialize(to),
            None => to.serialize_unit(),
        }
    }
}
