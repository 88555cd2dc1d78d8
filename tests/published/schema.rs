//! A schema as a validator can read it: its references written out, and what the files say wrongly mended.

use serde_json::{Map, Value, json};

use super::Files;

impl Files {
    /// The schema with every reference written out, and the parts of an `allOf` made one.
    pub fn schema(&self, file: &str, schema: Value) -> Value {
        self.inline(file, schema, &mut Vec::new())
    }

    fn inline(&self, file: &str, schema: Value, above: &mut Vec<String>) -> Value {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let mark = format!("{file} {reference}");
            if above.contains(&mark) {
                return Value::Bool(true);
            }
            above.push(mark);
            let (file, value) = self.follow(file, schema);
            let inlined = self.inline(&file, value, above);
            above.pop();
            return inlined;
        }
        match schema {
            Value::Array(items) => {
                Value::Array(items.into_iter().map(|item| self.inline(file, item, above)).collect())
            }
            Value::Object(map) => {
                // The patterns of custom fields' names are no regular expressions of JSON Schema.
                let open = map.contains_key("patternProperties");
                let mut out = Map::new();
                for (key, value) in map {
                    match key.as_str() {
                        "additionalProperties" if open => {}
                        "discriminator" | "example" | "examples" | "pattern" | "patternProperties"
                        | "format" => {}
                        "required" => drop(out.insert(key, without_repeats(value))),
                        // Variants that are told apart by a value are not made to exclude each other.
                        "oneOf" | "anyOf" => {
                            drop(out.insert("anyOf".to_owned(), self.inline(file, value, above)));
                        }
                        "properties" => drop(out.insert(key, self.properties(file, value, above))),
                        _ => drop(out.insert(key, self.inline(file, value, above))),
                    }
                }
                whole(out)
            }
            plain => plain,
        }
    }

    fn properties(&self, file: &str, value: Value, above: &mut Vec<String>) -> Value {
        let Value::Object(map) = value else { return value };
        map.into_iter().map(|(name, schema)| (name, self.inline(file, schema, above))).collect()
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

/// One schema of the parts of an `allOf`: each of them says `additionalProperties: false`, also further down, which no
/// value could satisfy; what is meant is that the keys of all of them may be there.
fn whole(mut map: Map<String, Value>) -> Value {
    let Some(Value::Array(parts)) = map.remove("allOf") else { return Value::Object(map) };
    parts.into_iter().fold(Value::Object(map), join)
}

/// Two schemas that a value meets together; variants of one are variants of both.
fn join(one: Value, other: Value) -> Value {
    let (Value::Object(mut one), Value::Object(mut other)) = (one, other) else { return Value::Bool(true) };
    if let Some(Value::Array(variants)) = one.remove("anyOf") {
        let other = joined(one, other);
        return json!({ "anyOf": variants.into_iter().map(|one| join(one, other.clone())).collect::<Value>() });
    }
    if let Some(Value::Array(variants)) = other.remove("anyOf") {
        let one = joined(one, other);
        return json!({ "anyOf": variants.into_iter().map(|other| join(one.clone(), other)).collect::<Value>() });
    }
    joined(one, other)
}

fn joined(mut one: Map<String, Value>, other: Map<String, Value>) -> Value {
    for (key, value) in other {
        let Some(held) = one.remove(&key) else {
            one.insert(key, value);
            continue;
        };
        let joined = match (key.as_str(), held, value) {
            ("properties", Value::Object(mut held), Value::Object(value)) => {
                for (name, schema) in value {
                    let schema = match held.remove(&name) {
                        Some(known) => join(known, schema),
                        None => schema,
                    };
                    held.insert(name, schema);
                }
                Value::Object(held)
            }
            ("required", held, value) => {
                let names =
                    [held, value].into_iter().flat_map(|names| names.as_array().cloned().unwrap_or_default());
                without_repeats(Value::Array(names.collect()))
            }
            ("items", held, value) => join(held, value),
            // A part that knows some of the keys says how many there are of them.
            ("minProperties" | "maxProperties", ..) => continue,
            (_, held, _) => held,
        };
        one.insert(key, joined);
    }
    Value::Object(one)
}
