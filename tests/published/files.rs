//! Zoho's published OpenAPI files. They are large, and most tests need a few of them: only the names of the operations are
//! read at first.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use serde_json::Value;

use super::Service;

/// The files of one service.
pub struct Files {
    folder: PathBuf,
    /// The files and the paths that stand in each, in the order of the files' names.
    pub paths: Vec<(String, String)>,
    parsed: Mutex<HashMap<String, Arc<Value>>>,
}

impl Files {
    /// The files of a service; none where they are not at hand.
    pub fn of(service: Service) -> Option<&'static Self> {
        static DESK: OnceLock<Option<Files>> = OnceLock::new();
        static BIGIN: OnceLock<Option<Files>> = OnceLock::new();
        let held = match service {
            Service::Bigin => &BIGIN,
            Service::Desk => &DESK,
        };
        held.get_or_init(|| Self::read(&root().join(service.folder()))).as_ref()
    }

    fn read(folder: &Path) -> Option<Self> {
        let names = std::fs::read_dir(folder).ok()?.flatten();
        let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<_> =
            names.filter(|name| Path::new(name).extension().is_some_and(|end| end == "json")).collect();
        names.sort();
        let mut paths = Vec::new();
        for name in names {
            let text = std::fs::read_to_string(folder.join(&name)).expect("a file of the description");
            // The files are written one key a line, and no other key begins with a slash.
            let keys = text.lines().filter_map(|line| line.trim().strip_suffix("\": {")?.strip_prefix('"'));
            paths.extend(keys.filter(|key| key.starts_with('/')).map(|key| (name.clone(), key.to_owned())));
        }
        let folder = folder.to_owned();
        (!paths.is_empty()).then(|| Self { folder, paths, parsed: Mutex::default() })
    }

    /// One of them.
    pub fn file(&self, name: &str) -> Arc<Value> {
        let mut parsed = self.parsed.lock().expect("nobody panics while holding it");
        let read = || {
            let text = std::fs::read_to_string(self.folder.join(name)).expect("a file of the description");
            Arc::new(serde_json::from_str(&text).expect("JSON"))
        };
        Arc::clone(parsed.entry(name.to_owned()).or_insert_with(read))
    }

    /// The description of an operation.
    pub fn operation(&self, file: &str, path: &str, method: &str) -> Option<Value> {
        let path = path.replace('~', "~0").replace('/', "~1");
        self.file(file).pointer(&format!("/paths/{path}/{}", method.to_lowercase())).cloned()
    }

    /// Follows `$ref`s until something else stands there; gives the file it stands in.
    pub fn follow(&self, file: &str, mut value: Value) -> (String, Value) {
        let mut file = file.to_owned();
        while let Some(reference) = value.get("$ref").and_then(Value::as_str).map(str::to_owned) {
            let (in_file, pointer) = reference.split_once('#').expect("a reference with a fragment");
            if let Some(name) = in_file.rsplit('/').next().filter(|name| !name.is_empty()) {
                name.clone_into(&mut file);
            }
            value = self.file(&file).pointer(pointer).cloned().unwrap_or(Value::Bool(true));
        }
        (file, value)
    }
}

/// Where the sheets and files are.
pub fn root() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/api");
    std::env::var_os("ZOHO_SCHEMAS").map_or_else(beside, PathBuf::from)
}
