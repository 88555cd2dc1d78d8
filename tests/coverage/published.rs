//! The operations that Zoho publishes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Whose operation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Service {
    Bigin,
    Desk,
}

impl Service {
    /// The folder of its files.
    fn folder(self) -> &'static str {
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
    /// Whether a request of this method and path means it.
    pub fn fits(&self, method: &str, path: &str) -> bool {
        let (mut mine, mut theirs) = (segments(&self.path), segments(path));
        self.method == method
            && mine
                .by_ref()
                .zip(theirs.by_ref())
                .all(|(mine, theirs)| mine.starts_with('{') || mine == theirs)
            && segments(&self.path).count() == segments(path).count()
    }

    /// How many segments of its path may be anything.
    pub fn holes(&self) -> usize {
        segments(&self.path).filter(|segment| segment.starts_with('{')).count()
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

/// All of them, once each; none where the files are not at hand.
pub fn operations() -> Option<Vec<Operation>> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/api");
    let api = std::env::var_os("ZOHO_SCHEMAS").map_or_else(beside, PathBuf::from);
    // Some operations stand in two files, or twice with other names in the holes.
    let mut found = BTreeMap::new();
    for service in [Service::Bigin, Service::Desk] {
        for entry in std::fs::read_dir(api.join(service.folder())).ok()?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some(resource) = name.strip_suffix(".json") else { continue };
            let text = std::fs::read_to_string(entry.path()).expect("a file of the description");
            let file: Value = serde_json::from_str(&text).expect("JSON");
            for (path, methods) in file["paths"].as_object().into_iter().flatten() {
                let path = path.trim_start_matches("/api/v1");
                for method in
                    methods.as_object().into_iter().flatten().map(|(method, _)| method.to_uppercase())
                {
                    if ["GET", "POST", "PUT", "PATCH", "DELETE"].contains(&method.as_str()) {
                        let shape: Vec<_> = segments(path)
                            .map(|part| if part.starts_with('{') { "{}" } else { part })
                            .collect();
                        let key = (service, method.clone(), shape.join("/"));
                        let operation = Operation {
                            service,
                            resource: resource.to_owned(),
                            path: path.to_owned(),
                            method,
                        };
                        let kept: &mut Operation = found.entry(key).or_insert_with(|| operation.clone());
                        // The directory's order is nobody's: the first by name is meant.
                        if operation < *kept {
                            *kept = operation;
                        }
                    }
                }
            }
        }
    }
    let mut operations: Vec<_> = found.into_values().collect();
    operations.sort();
    (!operations.is_empty()).then_some(operations)
}

/// The operation that a request means: the one with the fewest holes, as services choose too.
pub fn meant<'o>(
    operations: &'o [Operation],
    service: Service,
    method: &str,
    path: &str,
) -> Option<&'o Operation> {
    let fitting = operations.iter().filter(|one| one.service == service && one.fits(method, path));
    fitting.min_by_key(|one| one.holes())
}
