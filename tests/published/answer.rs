//! An answer against the description of its operation.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use jsonschema::Validator;
use serde_json::Value;

use super::differs::Differs;
use super::{Files, Operation, Service, deviations, errors, operation, sheet};

/// An answer of a service.
pub struct Told<'a> {
    pub service: Service,
    pub method: &'a str,
    /// Below the service's base.
    pub path: &'a str,
    pub status: u16,
    pub text: &'a str,
    /// Null when the text is no JSON.
    pub body: &'a Value,
}

/// What the files say of an answer.
pub struct Verdict {
    /// The operation's name; none when the files do not have it.
    pub operation: Option<String>,
    /// Whether the answer was held against a schema, or against the word that there is no body.
    pub checked: bool,
    pub complaints: Vec<String>,
}

impl Told<'_> {
    /// Holds it against the files, with what may differ of it.
    pub fn judge(&self) -> Verdict {
        let found = operation::find(self.service, self.method, self.path);
        let name = found.as_ref().map(Operation::name);
        let mut verdict = Verdict { operation: name.clone(), checked: false, complaints: Vec::new() };
        if self.status >= 400 {
            verdict.complaints = errors::complaints(self);
        } else if self.status < 300 {
            let name = name.unwrap_or_else(|| self.name_by_ids());
            let differs: Vec<_> = deviations::of(self.service, &name).collect();
            if let Some(operation) = &found {
                verdict.complaints = self.against(operation, &differs, &mut verdict.checked);
            }
            if let Some(schema) = sheet::schema(self.service, &name).filter(|_| !self.text.is_empty()) {
                verdict.checked = true;
                verdict.complaints.extend(self.invalid(&format!("sheet {name}"), &differs, || schema));
            }
            verdict.operation = Some(name);
        }
        verdict.complaints.truncate(8);
        verdict
    }

    /// The name of an operation that the files do not have: a number is an id.
    fn name_by_ids(&self) -> String {
        let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        let parts = self.path.split('/').filter(|part| !part.is_empty());
        let parts = parts.map(|part| if digits(&part) { "{}" } else { part });
        parts.fold(format!("{} ", self.method), |name, part| name + "/" + part)
    }

    fn against(&self, operation: &Operation, differs: &[Differs], checked: &mut bool) -> Vec<String> {
        if differs.contains(&Differs::Status(self.status)) || differs.contains(&Differs::Instead) {
            return Vec::new();
        }
        let files = Files::of(self.service).expect("an operation comes of the files");
        let (file, described) = operation.description();
        let Some(response) = described["responses"].get(self.status.to_string()).cloned() else {
            let known: Vec<_> =
                described["responses"].as_object().into_iter().flatten().map(|s| s.0).collect();
            return vec![format!("status {} is not published, only {known:?}", self.status)];
        };
        let (file, response) = files.follow(&file, response);
        let Some(contents) = response["content"].as_object().filter(|contents| !contents.is_empty()) else {
            *checked = true;
            let body = !self.text.is_empty() && !differs.contains(&Differs::Body);
            return body.then(|| "a body where the file has none".to_owned()).into_iter().collect();
        };
        let Some(content) = contents.get("application/json") else { return Vec::new() };
        *checked = true;
        if self.text.is_empty() {
            return vec!["no body where the file has one".to_owned()];
        }
        let key = format!("{:?} {} {}", self.service, operation.name(), self.status);
        self.invalid(&key, differs, || files.schema(&file, content["schema"].clone()))
    }

    fn invalid(&self, key: &str, differs: &[Differs], schema: impl FnOnce() -> Value) -> Vec<String> {
        let made = validator(format!("{key} {differs:?}"), || {
            let mut schema = schema();
            for one in differs {
                one.allow(&mut schema);
            }
            schema
        });
        let (schema, validator) = &*made;
        errors_of(validator, schema, self.body, "")
    }
}

fn errors_of(validator: &Validator, schema: &Value, body: &Value, at: &str) -> Vec<String> {
    let errors = validator.iter_errors(body).take(8);
    let told = errors.flat_map(|error| {
        let place = format!("{at}{}", error.instance_path().as_str());
        let variants = schema.pointer(error.schema_path().as_str()).and_then(Value::as_array);
        match variants.filter(|_| error.schema_path().as_str().ends_with("/anyOf")) {
            Some(variants) => nearest(variants, error.instance(), &place),
            None => vec![format!("at {place:?}: {}", short(&error.to_string()))],
        }
    });
    told.collect()
}

/// What is wrong with the variant that fits best.
fn nearest(variants: &[Value], body: &Value, at: &str) -> Vec<String> {
    let tried = variants.iter().rev().map(|variant| {
        let validator = jsonschema::validator_for(variant).expect("a schema");
        errors_of(&validator, variant, body, at)
    });
    tried.min_by_key(Vec::len).unwrap_or_default()
}

/// The end of what a validator says: it begins with the whole value.
fn short(said: &str) -> String {
    let start = said.char_indices().rev().nth(300).map_or(0, |(at, _)| at);
    said[start..].to_owned()
}

type Made = Arc<(Value, Validator)>;

/// Making a validator takes longer than using it.
fn validator(key: String, schema: impl FnOnce() -> Value) -> Made {
    static MADE: Mutex<Option<HashMap<String, Made>>> = Mutex::new(None);
    let mut made = MADE.lock().expect("nobody panics while holding it");
    let made = made.get_or_insert_default();
    Arc::clone(made.entry(key).or_insert_with(|| {
        let schema = schema();
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        Arc::new((schema, validator))
    }))
}
