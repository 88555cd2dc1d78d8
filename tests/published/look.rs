//! Every answer that a test reads passes here.

use std::collections::BTreeSet;
use std::sync::Mutex;

use reqwest::Method;
use serde_json::Value;

use super::answer::Told;
use super::{Files, Service};

/// The operations that were answered well, with where, and whether something was held against the answer: so that a test
/// can ask what was checked in its own sandbox.
static ANSWERED: Mutex<BTreeSet<(String, Service, String, bool)>> = Mutex::new(BTreeSet::new());
/// The sandboxes that have been told to answer wrongly.
static FAULTY: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Holds an answer against the files; panics with what is wrong with it.
pub fn look(method: &Method, url: &reqwest::Url, status: u16, text: &str, body: &Value) {
    let (path, at) = (url.path(), url.origin().ascii_serialization());
    if path == "/_sandbox/faults" {
        let mut faulty = FAULTY.lock().expect("nobody panics while holding it");
        let _ = if method == Method::PUT { faulty.insert(at) } else { faulty.remove(&at) };
        return;
    }
    let service = [Service::Bigin, Service::Desk].into_iter().find(|one| path.starts_with(one.base()));
    let Some(service) = service.filter(|one| Files::of(*one).is_some()) else { return };
    if FAULTY.lock().expect("nobody panics while holding it").contains(&at) {
        return;
    }
    let told =
        Told { service, method: method.as_str(), path: &path[service.base().len()..], status, text, body };
    let verdict = told.judge();
    let place = format!("{method} {path} ({}) {status}", verdict.operation.as_deref().unwrap_or("unknown"));
    assert!(verdict.complaints.is_empty(), "{place}:\n{}", verdict.complaints.join("\n"));
    if let (true, Some(operation)) = (status < 300, verdict.operation) {
        let mut answered = ANSWERED.lock().expect("nobody panics while holding it");
        answered.insert((at, service, operation, verdict.checked));
    }
}

/// The operations that were answered well at this address.
pub fn answered(base_url: &str, service: Service) -> BTreeSet<String> {
    names(base_url, service, |_| true)
}

/// Those of them whose answers were held against something.
pub fn checked(base_url: &str, service: Service) -> BTreeSet<String> {
    names(base_url, service, |checked| checked)
}

fn names(base_url: &str, service: Service, wanted: impl Fn(bool) -> bool) -> BTreeSet<String> {
    let answered = ANSWERED.lock().expect("nobody panics while holding it");
    let mine =
        answered.iter().filter(|(at, of, _, checked)| at == base_url && *of == service && wanted(*checked));
    mine.map(|(_, _, operation, _)| operation.clone()).collect()
}
