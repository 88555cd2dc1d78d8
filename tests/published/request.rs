//! A request against the description of its operation: the operation is published, and so is every parameter, with its
//! values in their range, and every key of a body, with values of their kinds.

use serde_json::{Map, Value, json};

use super::{Files, Operation, Service, operation};

/// A request of the client.
pub struct Sent<'a> {
    pub service: Service,
    pub method: &'a str,
    /// Below the service's base.
    pub path: &'a str,
    pub query: Vec<(String, String)>,
    pub body: &'a [u8],
}

/// What is not published: the operation's name, and the parameter, value or key; empty when it is the operation itself.
pub type Odd = (String, String);

/// Holds it against the files.
pub fn odd(sent: &Sent<'_>) -> Vec<Odd> {
    let Some(operation) = operation::find(sent.service, sent.method, sent.path) else {
        let parts = sent.path.split('/').filter(|part| !part.is_empty());
        let holes = parts.map(|part| if part.parse::<u64>().is_ok() { "{}" } else { part });
        return vec![(format!("{} /{}", sent.method, holes.collect::<Vec<_>>().join("/")), String::new())];
    };
    let (file, described) = operation.description();
    let mut odd = parameters(sent, &operation, &file, &described);
    odd.extend(keys(sent, &operation, &file, &described));
    odd.into_iter().map(|what| (operation.name(), what)).collect()
}

fn parameters(sent: &Sent<'_>, operation: &Operation, file: &str, described: &Value) -> Vec<String> {
    let files = Files::of(operation.service).expect("an operation comes of the files");
    let listed = described["parameters"].as_array().cloned().unwrap_or_default();
    let listed: Vec<(String, Value)> = listed.into_iter().map(|one| files.follow(file, one)).collect();
    let queried = || listed.iter().filter(|(_, one)| one["in"] == "query");
    let mut odd = Vec::new();
    for (name, value) in &sent.query {
        let Some((file, parameter)) = queried().find(|(_, one)| one["name"] == name.as_str()) else {
            odd.push(name.clone());
            continue;
        };
        let schema = files.schema(file, parameter["schema"].clone());
        odd.extend(out_of_range(value, &schema).into_iter().map(|value| format!("{name}={value}")));
    }
    let required = queried().filter(|(_, one)| one["required"] == true);
    let names = required.filter_map(|(_, one)| one["name"].as_str());
    let missing = names.filter(|name| !sent.query.iter().any(|(sent, _)| sent == name));
    odd.extend(missing.map(|name| format!("no {name}")));
    odd
}

/// The values (a list is separated by commas) that a parameter's schema does not allow. A minus is the sign of a
/// descending order.
fn out_of_range(value: &str, schema: &Value) -> Vec<String> {
    let (values, one) = match schema.get("items") {
        Some(items) => (value.split(',').collect(), items),
        None if schema["enum"].is_array() => (value.split(',').collect(), schema),
        None => (vec![value], schema),
    };
    let validator = jsonschema::validator_for(one).expect("a parameter's schema");
    let fits = |text: &str| {
        let number = text.parse::<i64>().map(|number| json!(number));
        let word = text.parse::<bool>().map(|word| json!(word));
        [Some(json!(text)), number.ok(), word.ok()]
            .into_iter()
            .flatten()
            .any(|value| validator.is_valid(&value))
    };
    let odd = values.into_iter().filter(|text| !fits(text) && !fits(text.trim_start_matches('-')));
    odd.map(str::to_owned).collect()
}

fn keys(sent: &Sent<'_>, operation: &Operation, file: &str, described: &Value) -> Vec<String> {
    let Ok(Value::Object(mut body)) = serde_json::from_slice(sent.body) else { return Vec::new() };
    let files = Files::of(operation.service).expect("an operation comes of the files");
    let (file, request) = files.follow(file, described["requestBody"].clone());
    let schema = files.schema(&file, request["content"]["application/json"]["schema"].clone());
    // Unknown keys are told by their names, the others are held against the schema.
    let mut odd: Vec<String> = body.keys().filter(|key| !knows(&schema, key)).cloned().collect();
    for key in &odd {
        body.remove(key);
    }
    let mut schema = open(schema);
    if let (true, Some(schema)) = (operation.method == "PATCH", schema.as_object_mut()) {
        // A change may leave out whatever it likes, whatever the file requires.
        schema.remove("required");
    }
    let validator = jsonschema::validator_for(&schema).expect("a body's schema");
    let body = Value::Object(body);
    odd.extend(validator.iter_errors(&body).map(|error| {
        let (place, said) = (error.instance_path().as_str(), error.to_string());
        match said.strip_suffix(" is a required property") {
            Some(name) => format!("no {place}{}", name.trim_matches('"')),
            None => format!("{place} as it is"),
        }
    }));
    odd
}

/// Whether any variant of a body has a key.
fn knows(schema: &Value, key: &str) -> bool {
    let variants = schema["anyOf"].as_array().into_iter().flatten();
    schema["properties"].get(key).is_some()
        || schema["additionalProperties"] == true
        || variants.into_iter().any(|variant| knows(variant, key))
}

/// What a variant lacks is known from the others.
fn open(schema: Value) -> Value {
    let Value::Object(map) = schema else { return schema };
    let mut open: Map<String, Value> = map;
    open.remove("additionalProperties");
    if let Some(Value::Array(variants)) = open.get_mut("anyOf") {
        for variant in variants {
            *variant = self::open(variant.take());
        }
    }
    Value::Object(open)
}
