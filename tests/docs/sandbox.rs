//! `docs/sandbox.md`: written by hand, but it names every switch with its default, every fault and every control call.

use std::collections::BTreeMap;

use balcao::sandbox::control::CALLS;
use balcao::sandbox::faults::Kind;
use balcao::sandbox::options::Options;
use balcao::sandbox::server::start;
use serde_json::Value;

/// The rows of the table whose first heading is this, cell by cell.
fn rows(page: &str, heading: &str) -> Vec<Vec<String>> {
    let head = format!("| {heading} |");
    let lines = page.lines().skip_while(|line| !line.starts_with(&head)).skip(2);
    let table = lines.take_while(|line| line.starts_with('|'));
    table
        .map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

/// The words in backquotes of a text.
fn names(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[tokio::test]
async fn the_table_of_switches_is_that_of_the_program() {
    crate::sandbox::http();
    let sandbox = start(Options::default()).await.expect("it starts");
    let url = format!("{}/_sandbox/switches", sandbox.base_url);
    let served: BTreeMap<String, Value> =
        crate::sandbox::http().get(url).send().await.expect("an answer").json().await.expect("JSON");
    let served: BTreeMap<String, String> = served
        .into_iter()
        .map(|(name, on)| (name, if on == Value::Bool(true) { "on" } else { "off" }.to_owned()))
        .collect();
    let page = super::read("docs/sandbox.md");
    let told: BTreeMap<String, String> = rows(&page, "switch")
        .into_iter()
        .map(|row| {
            assert_eq!(row.len(), 4, "what it does, its default and why: {row:?}");
            (row[0].trim_matches('`').to_owned(), row[2].clone())
        })
        .collect();
    assert_eq!(told, served);
}

#[test]
fn every_fault_is_described() {
    let page = super::read("docs/sandbox.md");
    let table = rows(&page, "`kind`");
    let told: Vec<&str> = table.iter().flat_map(|row| names(&row[0])).collect();
    let kinds: Vec<&str> =
        told.iter().copied().filter(|name| serde_json::from_value::<Kind>((*name).into()).is_ok()).collect();
    // The error for an unknown one lists those that there are.
    let error = serde_json::from_value::<Kind>("?".into()).expect_err("no such fault").to_string();
    let missing: Vec<&str> = names(&error).into_iter().skip(1).filter(|name| !kinds.contains(name)).collect();
    assert!(kinds.len() >= 22 && missing.is_empty(), "docs/sandbox.md lacks {missing:?}, has {kinds:?}");
}

#[test]
fn every_control_call_is_described() {
    let page = super::read("docs/sandbox.md");
    let table = rows(&page, "call");
    let mut told: Vec<&str> = table.iter().flat_map(|row| names(&row[0])).collect();
    let mut calls = CALLS.to_vec();
    told.sort_unstable();
    calls.sort_unstable();
    assert_eq!(told, calls);
}
