//! A row to be written as what the service takes.

use serde_json::{Map, Value as Json, json};

use super::{Form, Wire, value};
use crate::sync::{Kind, Side, Value, engine::WriteRow, mapping::parts};
use crate::zoho::records::Change;

impl Wire {
    /// What is sent for a row. One that is created carries our key, where there is a field for it.
    pub fn change(&self, side: Side, kind: Kind, row: &WriteRow) -> Change {
        let mut fields = Map::new();
        if let Some(names) = self.kind(kind) {
            for (field, to) in &row.fields {
                let Some(slot) = names.slot(*field) else { continue };
                let names: Vec<&str> = parts::names(&slot.name[side]).collect();
                if let [name] = names.as_slice() {
                    put(&mut fields, name, value::write(to, slot.form[side], side));
                    continue;
                }
                let split = parts::split(to.as_text().unwrap_or_default(), names.len());
                for (name, part) in names.iter().zip(split) {
                    put(&mut fields, name, value::write(&Value::text(&part), Form::Plain, side));
                }
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
