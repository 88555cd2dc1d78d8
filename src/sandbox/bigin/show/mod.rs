//! A record as JSON: empty is null and never missing, lookups with name and id, times in the organization's zone.

/// Fields that only searches show.
mod heritage;
/// A deal's products.
pub mod line;
/// A record on its way out.
mod row;
/// Times.
mod stamp;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Value, json};

use super::super::world::Id;
use super::super::world::bigin::{Bigin, Field, Kind, Record};
use heritage::hidden;
pub use row::Row;

/// A user as records show them.
#[derive(Debug, Serialize)]
pub struct Person<'a> {
    name: String,
    id: Id,
    email: &'a str,
}

/// Shows records of a world.
#[derive(Debug)]
pub struct Show<'a> {
    bigin: &'a Bigin,
    zone: TimeZone,
    people: Vec<Person<'a>>,
}

impl<'a> Show<'a> {
    /// In the organization's zone.
    pub fn new(bigin: &'a Bigin) -> Self {
        let zone = TimeZone::get(&bigin.settings.org.time_zone).unwrap_or(TimeZone::UTC);
        let users = bigin.settings.users.iter();
        let people = users.map(|user| Person { name: user.full_name(), id: user.id, email: &user.email });
        Self { bigin, zone, people: people.collect() }
    }

    /// A time: whole seconds, with the zone's offset.
    pub fn time(&self, at: Timestamp) -> Value {
        Value::String(self.stamp(at))
    }

    /// The same as text.
    pub fn stamp(&self, at: Timestamp) -> String {
        stamp::stamp(&self.zone, at)
    }

    /// A user: name, id, address.
    pub fn person(&self, id: Id) -> Option<&Person<'a>> {
        self.people.iter().find(|person| person.id == id)
    }

    /// A user: name and id.
    pub fn user_name(&self, id: Id) -> Value {
        self.person(id).map_or(Value::Null, |user| json!({ "name": user.name, "id": id }))
    }

    /// The fields that `names` name and the module has, each once; unknown and hidden ones are left out without a
    /// word.
    pub fn chosen<'m>(&'m self, kind: Kind, names: &[&str]) -> Vec<&'m Field> {
        let module = self.bigin.module(kind);
        let mut fields: Vec<&Field> = Vec::with_capacity(names.len());
        for field in names.iter().filter_map(|name| module.field(name)).filter(|field| !field.hidden) {
            if !fields.iter().any(|known| known.name == field.name) {
                fields.push(field);
            }
        }
        fields
    }

    /// A record with the chosen fields and its id.
    pub fn row(&self, record: &Record, fields: &[&Field]) -> Value {
        // Nothing in a row can fail to be JSON: its keys are texts.
        serde_json::to_value(Row { show: self, record, fields }).unwrap_or_default()
    }

    /// A record with all its fields.
    pub fn all(&self, record: &Record) -> Value {
        let fields: Vec<&Field> =
            self.bigin.module(record.kind).fields.iter().filter(|field| !field.hidden).collect();
        self.row(record, &fields)
    }

    /// A record as a search gives it: with the hidden fields and the `$` keys as well.
    pub fn whole(&self, record: &Record) -> Value {
        let mut row = self.all(record);
        if let Value::Object(row) = &mut row {
            for name in hidden(record.kind) {
                row.entry(*name).or_insert(Value::Null);
            }
            for (key, value) in [
                ("$currency_symbol", json!("R$")),
                ("$editable", json!(true)),
                ("$approved", json!(true)),
                ("$followed", json!(false)),
                ("$orchestration", json!(false)),
                ("$in_merge", json!(false)),
                ("$approval_state", json!("approved")),
            ] {
                row.insert(key.to_owned(), value);
            }
        }
        row
    }

    /// A record.
    pub fn record(&self, kind: Kind, id: Id) -> Option<&'a Record> {
        self.bigin.records(kind).get(id)
    }

    /// Name and id of a record that is there.
    pub fn live(&self, kind: Kind, id: Id) -> Option<(String, Id)> {
        let record = self.bigin.records(kind).get(id).filter(|record| record.is_live())?;
        Some((record.display_name(), id))
    }

    fn tags(&self, record: &Record) -> Value {
        let known = self.bigin.settings.tags.get(&record.kind).map_or(&[][..], Vec::as_slice);
        let tags = record.tags.iter().filter_map(|id| known.iter().find(|tag| tag.id == *id));
        tags.map(|tag| json!({ "name": tag.name, "id": tag.id, "color_code": tag.color })).collect()
    }
}

/// A record of any module that others hang on.
pub fn find(bigin: &Bigin, id: Id) -> Option<&Record> {
    [Kind::Contacts, Kind::Accounts, Kind::Pipelines, Kind::Products]
        .into_iter()
        .find_map(|kind| bigin.records(kind).get(id))
}
