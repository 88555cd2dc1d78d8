//! The operations that Zoho publishes.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Files;

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// Whose operation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Service {
    Bigin,
    Desk,
}

impl Service {
    /// The folder of its files.
    pub fn folder(self) -> &'static str {
        match self {
            // Bigin publishes no files of its own; its v2 is a subset of the CRM's API.
            Self::Bigin => "crm-openapi",
            Self::Desk => "desk-openapi",
        }
    }

    /// What stands before its paths.
    pub fn base(self) -> &'static str {
        match self {
            Self::Bigin => "/bigin/v2",
            Self::Desk => "/api/v1",
        }
    }
}

/// One of them, in the order of the table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Operation {
    pub service: Service,
    /// The file without its ending: the resource.
    pub resource: String,
    /// Below the service's base, with `{name}`s.
    pub path: String,
    /// `GET` and so on.
    pub method: String,
}

impl Operation {
    /// Method and path, with `{}` for what may be anything.
    pub fn name(&self) -> String {
        format!("{} {}", self.method, shape(&self.path))
    }

    /// Its description, and the file that it stands in.
    pub fn description(&self) -> (String, Value) {
        let files = Files::of(self.service).expect("who has an operation has its files");
        let file = format!("{}.json", self.resource);
        let before = if self.service == Service::Desk { "/api/v1" } else { "" };
        let described = files.operation(&file, &format!("{before}{}", self.path), &self.method);
        (file, described.expect("an operation of its file"))
    }

    /// Whether a request of this method and path may mean it.
    pub fn fits(&self, method: &str, path: &str) -> bool {
        self.method == method && fits(&self.path, path)
    }

    /// How many segments of its path may be anything.
    pub fn holes(&self) -> usize {
        segments(&self.path).filter(|segment| segment.starts_with('{')).count()
    }
}

fn fits(template: &str, path: &str) -> bool {
    let (mut mine, mut theirs) = (segments(template), segments(path));
    loop {
        match (mine.next(), theirs.next()) {
            (Some(mine), Some(theirs)) if mine.starts_with('{') || mine == theirs => {}
            (None, None) => return true,
            _ => return false,
        }
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

/// The shape of a path: what stands in the holes does not matter.
pub fn shape(path: &str) -> String {
    let parts = segments(path).map(|part| if part.starts_with('{') { "{}" } else { part });
    parts.fold(String::new(), |shape, part| shape + "/" + part)
}

/// All of them, once each; none where the files are not at hand.
pub fn operations() -> Option<Vec<Operation>> {
    // Some operations stand in two files, or twice with other names in the holes: the first by name is meant.
    let mut found = BTreeMap::new();
    for service in [Service::Bigin, Service::Desk] {
        for operation in of_paths(service, |_| true)? {
            let key = (service, operation.name());
            let kept: &mut Operation = found.entry(key).or_insert_with(|| operation.clone());
            if operation < *kept {
                *kept = operation;
            }
        }
    }
    let mut operations: Vec<_> = found.into_values().collect();
    operations.sort();
    Some(operations)
}

/// The operations whose paths are wanted.
fn of_paths(service: Service, wanted: impl Fn(&str) -> bool) -> Option<Vec<Operation>> {
    let files = Files::of(service)?;
    let mut operations = Vec::new();
    for (file, whole) in &files.paths {
        let path = whole.trim_start_matches("/api/v1");
        if !wanted(path) {
            continue;
        }
        let resource = file.trim_end_matches(".json");
        let methods = METHODS.iter().filter(|method| files.operation(file, whole, method).is_some());
        operations.extend(methods.map(|method| Operation {
            service,
            resource: resource.to_owned(),
            path: path.to_owned(),
            method: (*method).to_owned(),
        }));
    }
    Some(operations)
}

/// The operation that a request means: the one with the fewest holes, as services choose too.
pub fn meant<'o>(
    operations: &'o [Operation],
    service: Service,
    method: &str,
    path: &str,
) -> Option<&'o Operation> {
    let fitting = operations.iter().filter(|one| one.service == service && one.fits(method, path));
    fitting.min_by_key(|one| (one.holes(), *one))
}

/// The same without reading every file.
pub fn find(service: Service, method: &str, path: &str) -> Option<Operation> {
    let operations = of_paths(service, |template| fits(template, path))?;
    meant(&operations, service, method, path).cloned()
}
