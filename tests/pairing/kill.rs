//! Dying at any call: the real binary is killed when the sandbox has heard a call of a certain sort, and the pairing goes on
//! where the ledger says.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use balcao::pairing::Way;
use serde_json::json;

use super::{
    checker::{differences, read},
    load::TWINS,
    stand::{Pair, open},
};

/// `balcao sync` over the same ledger.
fn start(pair: &Pair) -> Child {
    let admin = pair.stand.sandbox.hello.agents.iter().find(|agent| agent.administrator).unwrap();
    Command::new(env!("CARGO_BIN_EXE_balcao"))
        .args(["--sandbox", &pair.stand.sandbox.base_url, "--as", &admin.email, "sync", "--once", "--json"])
        .env("BALCAO_HOME", pair.home.path().join("home"))
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The folder that the binary made for its pairing.
fn folder(pair: &Pair) -> std::path::PathBuf {
    let caches = pair.home.path().join("home/data/cache");
    let all = std::fs::read_dir(caches).unwrap().flatten().map(|entry| entry.path());
    all.filter(|path| path.join("sync.db").exists()).max().expect("the binary made a ledger")
}

fn heard(pair: &Pair, method: &str, path: &str) -> usize {
    let log = pair.stand.sandbox.shared.log();
    log.calls().filter(|call| call.method == method && call.path.starts_with(path)).count()
}

/// Kills the binary once so many calls of a sort were heard; slow answers make sure that some are under way.
async fn killed_at(method: &str, path: &str, times: usize) {
    let mut pair = open().await;
    pair.stand.faults(json!([{ "kind": "latency", "method": method, "path": path, "ms": 60 }])).await;
    let mut child = start(&pair);
    let began = Instant::now();
    while heard(&pair, method, path) < times {
        assert!(began.elapsed() < Duration::from_mins(2), "it never calls {method} {path}");
        assert!(
            child.try_wait().unwrap().is_none(),
            "it ended before {method} {path} was called {times} times"
        );
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    child.kill().unwrap();
    child.wait().unwrap();
    pair.heal().await;
    // What was under way lands or does not.
    tokio::time::sleep(Duration::from_millis(200)).await;
    let ledger = folder(&pair);
    for file in ["sync.db", "sync.db-wal"] {
        let from = ledger.join(file);
        if from.exists() {
            std::fs::copy(from, pair.home.path().join(file)).unwrap();
        }
    }
    pair.limits.rest = 500;
    let _ = pair.try_run(Way::Both).await;
    pair.insist(Way::Both).await;
    assert_eq!(
        differences(&read(&pair).await, TWINS),
        Vec::<String>::new(),
        "killed at {method} {path} {times}"
    );
    pair.clear_log().await;
    pair.run(Way::Both).await;
    assert_eq!(pair.writes(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_it_lists() {
    killed_at("GET", "/api/v1/contacts/search", 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_it_creates_companies_in_desk() {
    killed_at("POST", "/api/v1/accounts", 3).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_it_creates_people_in_desk() {
    killed_at("POST", "/api/v1/contacts", 9).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_it_creates_people_in_bigin() {
    killed_at("POST", "/bigin/v2/Contacts", 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_it_changes_people_in_desk() {
    killed_at("PATCH", "/api/v1/contacts", 4).await;
}
