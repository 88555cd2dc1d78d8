//! A schema as a validator can read it: its references written out, and what the files say wrongly mended.

use serde_json::{Map, Value};

use super::Files;

impl Files {
    /// The schema with every reference written out. Inside `allOf` the files say `additionalProperties: false` for
    /// each part, which no object could satisfy: there it is dropped.
    pub fn schema(&self, file: &str, schema: Value) -> Value {
        self.inline(file, schema, &mut Vec::new(), false)
    }

    fn inline(&self, file: &str, schema: Value, above: &mut Vec<String>, in_all_of: bool) -> Value {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let mark = format!("{file} {reference}");
            if above.contains(&mark) {
                return Value::Bool(true);
            }
            above.push(mark);
            let (file, value) = self.follow(file, schema);
            let inlined = self.inline(&file, value, above, in_all_of);
            above.pop();
            return inlined;
        }
        match schema {
            Value::Array(items) => Value::Array(
                items.into_iter().map(|item| self.inline(file, item, above, in_all_of)).collect(),
            ),
            Value::Object(map) => {
                // The patterns of custom fields' names are no regular expressions of JSON Schema.
                let open = in_all_of || map.contains_key("allOf") || map.contains_key("patternProperties");
                let mut out = Map::new();
                for (key, value) in map {
                    match key.as_str() {
                        "additionalProperties" if open => {}
                        "discriminator" | "example" | "examples" | "pattern" | "patternProperties"
                        | "format" => {}
                        "required" => drop(out.insert(key, without_repeats(value))),
                        "allOf" => drop(out.insert(key, self.inline(file, value, above, true))),
                        "oneOf" | "anyOf" => {
                            drop(out.insert(key, self.inline(file, value, above, in_all_of)));
                        }
                        "properties" => drop(out.insert(key, self.properties(file, value, above))),
                        _ => drop(out.insert(key, self.inline(file, value, above, false))),
                    }
                }
                Value::Object(out)
            }
            plain => plain,
        }
    }

    fn properties(&self, file: &str, value: Value, above: &mut Vec<String>) -> Value {
        let Value::Object(map) = value else { return value };
        map.into_iter().map(|(name, schema)| (name, self.inline(file, schema, above, false))).collect()
    }
}

/// Some lists of required keys name one twice, which JSON Schema does not allow.
fn without_repeats(value: Value) -> Value {
    let Value::Array(names) = value else { return value };
    let mut once: Vec<Value> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    Value::Array(once)
}
