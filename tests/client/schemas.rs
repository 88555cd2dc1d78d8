//! What we ask, against what Zoho publishes, when it is at hand: every operation, every parameter and every key of a body
//! must stand there, with values of their kinds and in their ranges, or in the table of deviations with the reason why not.

mod everything;

use std::collections::HashSet;

use serde_json::json;
use wiremock::{Mock, matchers::any};

use super::{connect, ok, server};
use crate::published::differs::Differs;
use crate::published::request::{Sent, odd};
use crate::published::{Service, at_hand, deviations};
pub(crate) use everything::ask_everything;

/// Everything that the client asks one service, and is not published.
async fn held_against(service: Service) {
    if !at_hand() {
        return;
    }
    let server = server().await;
    Mock::given(any()).respond_with(ok(json!({"id":"1","data":[]}))).mount(&server).await;
    ask_everything(&connect(&server)).await;
    let known = deviations::requests(service);
    let (mut unknown, mut asked, mut used) = (Vec::new(), 0, HashSet::new());
    for request in server.received_requests().await.unwrap() {
        let Some(path) = request.url.path().strip_prefix(service.base()) else { continue };
        asked += 1;
        let query = request.url.query_pairs().map(|(key, value)| (key.into_owned(), value.into_owned()));
        let method = request.method.as_str();
        let sent = Sent { service, method, path, query: query.collect(), body: &request.body };
        for (operation, what) in odd(&sent) {
            let differs = known.iter().filter(|(name, ..)| *name == operation || *name == "*");
            let mut keys = differs.flat_map(|(name, keys, _)| keys.iter().map(move |key| (*name, key)));
            match keys.find(|(_, key)| matches!(key, Differs::Sends(key) if *key == what)) {
                Some((name, Differs::Sends(key))) => drop(used.insert((name, *key))),
                _ => unknown.push(format!("{operation}: {what:?}")),
            }
        }
    }
    unknown.sort();
    unknown.dedup();
    assert!(unknown.is_empty(), "not published:\n{}", unknown.join("\n"));
    let all = known.iter().flat_map(|(name, keys, _)| keys.iter().map(move |key| (*name, key)));
    let stale: Vec<_> = all
        .filter(|(name, key)| !matches!(key, Differs::Sends(key) if used.contains(&(*name, *key))))
        .collect();
    assert!(stale.is_empty(), "published after all: {stale:?}");
    assert!(asked >= 12, "only {asked} calls of {service:?}");
}

#[tokio::test]
async fn everything_we_ask_of_desk_is_published() {
    held_against(Service::Desk).await;
}

#[tokio::test]
async fn everything_we_ask_of_bigin_is_published() {
    held_against(Service::Bigin).await;
}

/// A function of the client that is not called here would not be held against anything.
#[test]
fn every_function_that_asks_is_called() {
    let here = include_str!("schemas/everything.rs");
    let mut files = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/zoho"))];
    let mut missing = Vec::new();
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(&path).unwrap().flatten().map(|entry| entry.path()));
        } else if path.components().any(|part| part.as_os_str() == "desk" || part.as_os_str() == "bigin") {
            let text = std::fs::read_to_string(&path).unwrap();
            if !text.contains("impl Bigin") && !text.contains("impl Desk") {
                continue;
            }
            let names = text.lines().filter_map(|line| line.trim().strip_prefix("pub async fn "));
            let names = names.filter_map(|rest| rest.split(['(', '<']).next());
            missing.extend(names.filter(|name| !here.contains(&format!(".{name}("))).map(str::to_owned));
        }
    }
    assert!(missing.is_empty(), "called nowhere in tests/client/schemas/everything.rs: {missing:?}");
}
