//! A record as JSON: empty is null and never missing, lookups with name and id, times in the organization's zone.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::super::world::Id;
use super::super::world::bigin::{Bigin, Field, Kind, Name, Record};

/// Shows records of a world.
#[derive(Debug)]
pub struct Show<'a> {
    bigin: &'a Bigin,
    zone: TimeZone,
}

impl<'a> Show<'a> {
    /// In the organization's zone.
    pub fn new(bigin: &'a Bigin) -> Self {
        let zone = TimeZone::get(&bigin.settings.org.time_zone).unwrap_or(TimeZone::UTC);
        Self { bigin, zone }
    }

    /// A time: whole seconds, with the zone's offset.
    pub fn time(&self, at: Timestamp) -> Value {
        Value::String(at.to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
    }

    /// A user: name, id, address.
    pub fn user(&self, id: Id) -> Value {
        match self.bigin.user(id) {
            Some(user) => json!({ "name": user.full_name(), "id": id, "email": user.email }),
            None => Value::Null,
        }
    }

    /// A user: name and id.
    pub fn user_name(&self, id: Id) -> Value {
        match self.bigin.user(id) {
            Some(user) => json!({ "name": user.full_name(), "id": id }),
            None => Value::Null,
        }
    }

    /// The fields that `names` name and the module has; unknown and hidden ones are left out without a word.
    pub fn chosen<'m>(&'m self, kind: Kind, names: &[&str]) -> Vec<&'m Field> {
        let module = self.bigin.module(kind);
        names.iter().filter_map(|name| module.field(name)).filter(|field| !field.hidden).collect()
    }

    /// A record with the chosen fields and its id.
    pub fn row(&self, record: &Record, fields: &[&Field]) -> Value {
        let mut row = Map::new();
        for field in fields {
            row.insert(field.api_name.clone(), self.value(record, field));
        }
        row.insert("id".to_owned(), json!(record.id));
        Value::Object(row)
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

    fn value(&self, record: &Record, field: &Field) -> Value {
        match field.name {
            Name::OWNER => self.user(record.owner),
            Name::CREATED_BY => self.user(record.created_by),
            Name::MODIFIED_BY => self.user(record.modified_by),
            Name::CREATED_TIME => self.time(record.created),
            Name::MODIFIED_TIME => self.time(record.modified),
            Name::LAST_ACTIVITY_TIME => record.activity.map_or(Value::Null, |at| self.time(at)),
            Name::FULL_NAME => Value::String(record.display_name()),
            Name::TAG => self.tags(record),
            _ => match record.values.get(field.name) {
                None if field.data_type == "boolean" => Value::Bool(false),
                None if field.data_type == "multiselectlookup" => json!([]),
                None => Value::Null,
                Some(value) => self.kept(record, field, value),
            },
        }
    }

    fn kept(&self, record: &Record, field: &Field, value: &Value) -> Value {
        match field.data_type.as_str() {
            "lookup" => value.as_u64().map_or(Value::Null, |id| self.link(record, field, Id(id))),
            "datetime" => {
                let at = value.as_str().and_then(|text| text.parse::<Timestamp>().ok());
                at.map_or_else(|| value.clone(), |at| self.time(at))
            }
            _ => value.clone(),
        }
    }

    fn link(&self, record: &Record, field: &Field, to: Id) -> Value {
        if field.name == Name::PIPELINE {
            let layout = self.bigin.module(record.kind).layouts.iter().find(|layout| layout.id == to);
            return layout.map_or(Value::Null, |layout| json!({ "name": layout.name, "id": to }));
        }
        let found = match field.lookup {
            Some(kind) => self.bigin.records(kind).get(to),
            None => find(self.bigin, to),
        };
        match found.filter(|found| found.is_live()) {
            Some(found) => json!({ "name": found.display_name(), "id": to }),
            None => Value::Null,
        }
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

/// Fields of the CRM heritage that only searches show (sheet §3).
fn hidden(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Contacts => &[
            "Department",
            "Lead_Source",
            "Salutation",
            "Secondary_Email",
            "Other_Street",
            "Other_City",
            "Other_State",
            "Other_Country",
            "Other_Zip",
            "Fax",
            "Skype_ID",
            "Twitter",
            "Date_of_Birth",
            "Reporting_To",
            "Assistant",
            "Asst_Phone",
            "Locked__s",
        ],
        Kind::Accounts => &[
            "Account_Number",
            "Account_Site",
            "Account_Type",
            "Annual_Revenue",
            "Employees",
            "Fax",
            "Industry",
            "Ownership",
            "Parent_Account",
            "Rating",
            "SIC_Code",
            "Shipping_Street",
            "Shipping_City",
            "Shipping_State",
            "Shipping_Country",
            "Shipping_Code",
            "Ticker_Symbol",
        ],
        _ => &[],
    }
}
