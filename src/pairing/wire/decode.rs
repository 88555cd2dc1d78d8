//! A record of a service as a row of the core.

use serde_json::Value as Json;

use super::{Names, Wire, value};
use crate::sync::{
    Fields, Kind, RecordId, Side, Value,
    engine::{GoneRow, Row},
    mapping::parts,
};
use crate::zoho::records::{Deleted, Record};

impl Wire {
    /// The row of a record; none when its id is no number, which neither service has.
    pub fn row(&self, side: Side, kind: Kind, record: &Record) -> Option<Row> {
        let names = self.kind(kind)?;
        Some(Row {
            id: RecordId(record.id.parse().ok()?),
            version: record.modified.as_second(),
            mark: names.mark(side).and_then(|name| told(record, name)).and_then(value::record),
            fields: names.fields(side, record),
        })
    }

    /// Rows of records.
    pub fn rows(&self, side: Side, kind: Kind, records: &[Record]) -> Vec<Row> {
        records.iter().filter_map(|record| self.row(side, kind, record)).collect()
    }

    /// All mapped fields that a record tells.
    pub fn fields(&self, side: Side, kind: Kind, record: &Record) -> Fields {
        self.kind(kind).map_or_else(Fields::new, |names| names.fields(side, record))
    }
}

impl Names {
    fn fields(&self, side: Side, record: &Record) -> Fields {
        let cell = |slot: &super::Slot| {
            let mut names = parts::names(&slot.name[side]);
            if let (Some(name), None) = (names.next(), names.next()) {
                let told = told(record, name)?;
                return Some((slot.id, value::read(told, slot.form[side], slot.lookup)));
            }
            let parts: Option<Vec<&str>> = parts::names(&slot.name[side])
                .map(|name| told(record, name).map(|part| part.as_str().unwrap_or_default()))
                .collect();
            Some((slot.id, Value::text(&parts::join(parts?))))
        };
        self.fields.iter().filter_map(cell).collect()
    }
}

/// A deleted record; what takes no part keeps its place, so that the feed can be counted through.
pub fn gone(deleted: &Deleted) -> Option<GoneRow> {
    let id = RecordId(deleted.id.parse().ok()?);
    Some(GoneRow { kind: super::kind_of(&deleted.what), id, at: deleted.at.as_second() })
}

/// A field of a record, Desk's custom ones in their own place.
fn told<'a>(record: &'a Record, name: &str) -> Option<&'a Json> {
    if name.starts_with("cf_") {
        return record.fields.get("cf").and_then(|custom| custom.get(name));
    }
    record.fields.get(name)
}
