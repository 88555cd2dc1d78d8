//! Zoho's published OpenAPI files, read so that an answer can be held against them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

/// How the sandbox differs from the files on purpose, for one operation or (`"*"`) for all: the live service was
/// seen to answer so, and that beats the file.
#[derive(Clone, Copy)]
pub enum Differs {
    /// The key is required by the file and not sent.
    Without(&'static str),
    /// The key is sent and not known to the file.
    With(&'static str),
    /// The key may be null, which the file's list of words leaves out.
    Null(&'static str),
    /// The text may be longer than the file says.
    Longer(&'static str),
}

impl std::fmt::Display for Differs {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Without(key) => write!(to, "without `{key}`"),
            Self::With(key) => write!(to, "with `{key}`"),
            Self::Null(key) => write!(to, "`{key}` may be null"),
            Self::Longer(key) => write!(to, "`{key}` may be longer"),
        }
    }
}

/// The folder with the files of one service.
pub struct Spec {
    folder: PathBuf,
    files: RefCell<HashMap<String, Value>>,
}

impl Spec {
    /// The Desk files, `None` where they are not at hand.
    pub fn desk() -> Option<Self> {
        let api = std::env::var_os("ZOHO_SCHEMAS")
            .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/api"), PathBuf::from);
        let folder = api.join("desk-openapi");
        folder.is_dir().then(|| Self { folder, files: RefCell::default() })
    }

    /// The schema of an operation's answer, `None` where the file has no body for it.
    pub fn answer(&self, file: &str, method: &str, path: &str, status: u16) -> Option<Value> {
        let whole = self.file(file);
        let operation = whole.pointer(&format!("/paths/{}/{method}", escape(path)))?.clone();
        let (file, response) = self.follow(file, operation.pointer(&format!("/responses/{status}"))?.clone());
        let schema = response.pointer("/content/application~1json/schema")?.clone();
        Some(self.inline(&file, schema, &mut Vec::new(), false))
    }

    fn file(&self, name: &str) -> Value {
        if let Some(file) = self.files.borrow().get(name) {
            return file.clone();
        }
        let text = std::fs::read_to_string(self.folder.join(name)).expect("a file of the spec");
        let file: Value = serde_json::from_str(&text).expect("JSON");
        self.files.borrow_mut().insert(name.to_owned(), file.clone());
        file
    }

    /// Follows `$ref`s until something else stands there; gives the file it stands in.
    fn follow(&self, file: &str, mut value: Value) -> (String, Value) {
        let mut file = file.to_owned();
        while let Some(reference) = value.get("$ref").and_then(Value::as_str).map(str::to_owned) {
            let (in_file, pointer) = reference.split_once('#').expect("a reference with a fragment");
            if let Some(name) = in_file.rsplit('/').next().filter(|name| !name.is_empty()) {
                name.clone_into(&mut file);
            }
            value = self.file(&file).pointer(pointer).expect("what the reference names").clone();
        }
        (file, value)
    }

    /// The schema with every reference written out. Inside `allOf` the files say `additionalProperties: false` for
    /// each part, which no object could satisfy: there it is dropped.
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

fn escape(path: &str) -> String {
    path.replace('~', "~0").replace('/', "~1")
}

/// Writes what differs on purpose into a schema.
pub fn allow(schema: &mut Value, differs: &[Differs]) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|item| allow(item, differs)),
        Value::Object(map) => {
            for difference in differs {
                match difference {
                    Differs::Without(key) => {
                        if let Some(Value::Array(required)) = map.get_mut("required") {
                            required.retain(|name| name != key);
                        }
                    }
                    Differs::Null(key) => {
                        let known = map.get_mut("properties").and_then(|known| known.get_mut(*key));
                        if let Some(Value::Array(words)) = known.and_then(|schema| schema.get_mut("enum"))
                            && !words.contains(&Value::Null)
                        {
                            words.push(Value::Null);
                        }
                    }
                    Differs::Longer(key) => {
                        let known = map.get_mut("properties").and_then(|known| known.get_mut(*key));
                        if let Some(Value::Object(schema)) = known {
                            schema.remove("maxLength");
                        }
                    }
                    Differs::With(key) => {
                        if map.get("additionalProperties") == Some(&Value::Bool(false))
                            && let Some(Value::Object(known)) = map.get_mut("properties")
                        {
                            known.entry(*key).or_insert(Value::Bool(true));
                        }
                    }
                }
            }
            map.values_mut().for_each(|value| allow(value, differs));
        }
        _ => {}
    }
}
