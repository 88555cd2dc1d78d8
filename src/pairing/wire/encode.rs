//! A row to be written as what the service takes.

use serde_json::{Map, Value as Json, json};

use super::{Wire, value};
use crate::sync::{Kind, Side, engine::WriteRow};
use crate::zoho::records::Change;

impl Wire {
    /// What is sent for a row. One that is created carries our key, where there is a field for it.
    pub fn change(&self, side: Side, kind: Kind, row: &WriteRow) -> Change {
        let mut fields = Map::new();
        if let Some(names) = self.kind(kind) {
            for (field, to) in &row.fields {
                let Some(slot) = names.slot(*field) else { continue };
                put(&mut fields, &slot.name[side], value::write(to, slot.form[side], side));
            }
            if let Some(name) = names.mark(side).filter(|_| row.target.is_none()) {
                put(&mut fields, name, json!(row.mark.to_string()));
            }
        }
        Change { id: row.target.map(|id| id.to_string()), fields }
    }
}

/// Sets a field, Desk's custom ones in their own place.
fn put(fields: &mut Map<String, Json>, name: &str, value: Json) {
    if !name.starts_with("cf_") {
        fields.insert(name.to_owned(), value);
        return;
    }
    if let Json::Object(custom) = fields.entry("cf").or_insert_with(|| Json::Object(Map::new())) {
        custom.insert(name.to_owned(), value);
    }
}
