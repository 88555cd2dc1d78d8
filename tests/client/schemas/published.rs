//! Zoho's description of Desk, as far as comparing names needs it.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use serde_json::Value;
use wiremock::Request;

pub struct Published {
    files: HashMap<String, Value>,
    /// `GET`, the path's segments (`{}` for ids), the file, the operation.
    operations: Vec<(String, Vec<String>, String, Value)>,
}

impl Published {
    /// Reads it from `ZOHO_SCHEMAS` or from beside the repository; none when it is not there.
    pub fn load() -> Option<Self> {
        let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/api");
        let root = std::env::var_os("ZOHO_SCHEMAS").map_or_else(beside, PathBuf::from);
        let mut this = Self { files: HashMap::new(), operations: Vec::new() };
        for entry in std::fs::read_dir(root.join("desk-openapi")).ok()?.flatten() {
            let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
            let Ok(json) = serde_json::from_str::<Value>(&text) else { continue };
            this.files.insert(entry.file_name().to_string_lossy().into_owned(), json);
        }
        for (file, json) in &this.files {
            for (path, methods) in json["paths"].as_object().into_iter().flatten() {
                let segments = path.trim_start_matches("/api/v1").split('/').filter(|part| !part.is_empty());
                let segments: Vec<_> = segments
                    .map(|part| if part.starts_with('{') { "{}".into() } else { part.to_owned() })
                    .collect();
                for (method, operation) in methods.as_object().into_iter().flatten() {
                    let entry = (method.to_uppercase(), segments.clone(), file.clone(), operation.clone());
                    this.operations.push(entry);
                }
            }
        }
        (!this.operations.is_empty()).then_some(this)
    }

    /// What of this request is not published: the operation's name and the parameter or key; an empty key when it is
    /// the operation itself.
    pub fn missing(&self, method: &str, path: &str, request: &Request) -> Vec<(String, String)> {
        let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty()).collect();
        let fits = |segments: &[String]| {
            segments.len() == parts.len()
                && segments.iter().zip(&parts).all(|(s, part)| s == "{}" || s == part)
        };
        let found = self.operations.iter().filter(|(verb, segments, ..)| verb == method && fits(segments));
        // `/tickets/search` fits `/tickets/{}` too: the one with the fewest holes is meant.
        let found = found.min_by_key(|(_, segments, ..)| segments.iter().filter(|s| *s == "{}").count());
        let Some((_, segments, file, operation)) = found else {
            let holes = parts.iter().map(|part| if part.parse::<u64>().is_ok() { "{}" } else { part });
            return vec![(format!("{method} /{}", holes.collect::<Vec<_>>().join("/")), String::new())];
        };
        let name = format!("{method} /{}", segments.join("/"));
        let mut sent: Vec<String> = request.url.query_pairs().map(|(key, _)| key.into_owned()).collect();
        let parameters = self.parameters(file, operation);
        let mut known: Vec<_> = parameters.keys().cloned().collect();
        for (key, value) in request.url.query_pairs() {
            // Values of closed lists are checked too; `-` is the sign of a descending order.
            let Some(choices) = parameters.get(&*key).filter(|choices| !choices.is_empty()) else { continue };
            let values =
                value.split(',').filter(|value| !choices.iter().any(|c| c == value.trim_start_matches('-')));
            sent.extend(values.map(|value| format!("{key}={value}")));
        }
        if let Ok(Value::Object(body)) = serde_json::from_slice(&request.body) {
            sent.extend(body.keys().cloned());
            self.keys(file, &operation["requestBody"], &mut known, 0);
        }
        sent.into_iter().filter(|key| !known.contains(key)).map(|key| (name.clone(), key)).collect()
    }

    fn resolve<'a>(&'a self, file: &str, value: &'a Value) -> (String, &'a Value) {
        value["$ref"].as_str().map_or((file.to_owned(), value), |reference| self.follow(file, reference))
    }

    /// What `./Thread.json#/components/…` or `#/components/…` names, and in which file.
    fn follow(&self, file: &str, reference: &str) -> (String, &Value) {
        let (other, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let other = other.trim_start_matches("./");
        let file = if other.is_empty() { file } else { other };
        let target = self.files.get(file).and_then(|json| json.pointer(pointer));
        (file.to_owned(), target.unwrap_or(&Value::Null))
    }

    /// The query parameters of an operation, each with its choices if the list of them is closed.
    fn parameters(&self, file: &str, operation: &Value) -> HashMap<String, Vec<String>> {
        let listed = operation["parameters"].as_array().into_iter().flatten();
        let named = listed.filter_map(|parameter| {
            let (_, parameter) = self.resolve(file, parameter);
            let schema = &parameter["schema"];
            let choices = [&schema["enum"], &schema["items"]["enum"]].into_iter().find_map(Value::as_array);
            let choices =
                choices.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
            let name = parameter["name"].as_str().filter(|_| parameter["in"] == "query")?;
            Some((name.to_owned(), choices))
        });
        named.collect()
    }

    /// All keys that any variant of a body knows.
    fn keys(&self, file: &str, value: &Value, known: &mut Vec<String>, depth: usize) {
        if depth > 12 {
            return;
        }
        let (file, value) = self.resolve(file, value);
        known.extend(value["properties"].as_object().into_iter().flatten().map(|(key, _)| key.clone()));
        for (_, content) in value["content"].as_object().into_iter().flatten() {
            self.keys(&file, &content["schema"], known, depth + 1);
        }
        for part in ["allOf", "anyOf", "oneOf"] {
            for variant in value[part].as_array().into_iter().flatten() {
                self.keys(&file, variant, known, depth + 1);
            }
        }
        for (_, target) in value["discriminator"]["mapping"].as_object().into_iter().flatten() {
            let (file, target) = self.follow(&file, target.as_str().unwrap_or_default());
            self.keys(&file, target, known, depth + 1);
        }
    }
}
