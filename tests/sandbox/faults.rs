//! What the control plane breaks: the answer, the network, the limits.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{Stand, open, read};

async fn put(stand: &Stand, rules: Value) {
    let url = format!("{}/_sandbox/faults", stand.sandbox.base_url);
    let answer = read(stand.http.put(url).json(&json!({ "rules": rules }))).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

async fn count(stand: &Stand) -> u64 {
    stand.get("/bigin/v2/Contacts/actions/count").await.body["count"].as_u64().expect("a count")
}

fn new_contact() -> Value {
    json!({ "data": [{ "Last_Name": "Fault" }] })
}

#[tokio::test]
async fn an_error_before_the_commit_does_nothing_and_after_it_everything() {
    let stand = open().await;
    let before = count(&stand).await;
    put(&stand, json!([{ "kind": "error_before_commit", "method": "POST", "path": "/bigin", "status": 502, "count": 1 }])).await;
    let failed = stand.send(Method::POST, "/bigin/v2/Contacts", &new_contact()).await;
    assert_eq!((failed.status.as_u16(), &failed.body["code"]), (502, &json!("INTERNAL_ERROR")));
    assert_eq!(count(&stand).await, before);
    assert_eq!(stand.send(Method::POST, "/bigin/v2/Contacts", &new_contact()).await.status, 201, "only once");
    put(&stand, json!([{ "kind": "error_after_commit", "method": "POST", "path": "*/Contacts" }])).await;
    assert_eq!(stand.send(Method::POST, "/bigin/v2/Contacts", &new_contact()).await.status, 500);
    assert_eq!(count(&stand).await, before + 2);
}

#[tokio::test]
async fn time_outs_and_resets_lose_the_answer_and_only_the_late_ones_commit() {
    let stand = open().await;
    let before = count(&stand).await;
    let mut made = 0;
    for (kind, commits) in [
        ("timeout_before_commit", false),
        ("timeout_after_commit", true),
        ("reset", false),
        ("reset_after_commit", true),
    ] {
        put(&stand, json!([{ "kind": kind, "method": "POST", "ms": 60_000 }])).await;
        let request = stand.request(Method::POST, "/bigin/v2/Contacts").json(&new_contact());
        let error = request.timeout(Duration::from_millis(400)).send().await.expect_err(kind);
        assert_eq!(error.is_timeout(), kind.starts_with("timeout"), "{kind}: {error:?}");
        made += u64::from(commits);
        assert_eq!(count(&stand).await, before + made, "{kind}");
    }
}

#[tokio::test]
async fn both_limits_speak_each_service_s_words() {
    let stand = open().await;
    put(&stand, json!([{ "kind": "rate_limit_daily", "seconds": 77 }])).await;
    let desk = stand.get("/api/v1/tickets").await;
    assert_eq!((desk.status.as_u16(), &desk.body["errorCode"]), (429, &json!("THRESHOLD_EXCEEDED")));
    assert_eq!(desk.headers["retry-after"], "77");
    let bigin = stand.get("/bigin/v2/Contacts?fields=Email").await;
    assert_eq!((bigin.status.as_u16(), &bigin.body["code"]), (429, &json!("TOO_MANY_REQUESTS")));
    assert!(bigin.headers.get("retry-after").is_none());
    put(&stand, json!([{ "kind": "rate_limit_concurrent", "service": "desk" }])).await;
    let desk = stand.get("/api/v1/tickets").await;
    assert_eq!((desk.status.as_u16(), &desk.body["errorCode"]), (429, &json!("TOO_MANY_REQUESTS")));
    assert!(desk.headers.get("retry-after").is_none());
    assert_ne!(stand.get("/bigin/v2/Contacts?fields=Email").await.status, 429);
}

#[tokio::test]
async fn the_day_s_credits_run_out_and_come_back() {
    let stand = open().await;
    let fields = "/bigin/v2/Contacts?fields=Email";
    assert!(stand.get(fields).await.headers.get("x-api-credits-remaining").is_none());
    let url = format!("{}/_sandbox/credits", stand.sandbox.base_url);
    let total = read(stand.http.get(&url)).await.body["bigin"]["total"].as_u64().expect("a total");
    let used = json!({ "service": "bigin", "used": total - 1 });
    assert_eq!(read(stand.http.post(&url).json(&used)).await.status, 200);
    assert_eq!(stand.get(fields).await.headers["x-api-credits-remaining"], "0");
    assert_eq!(stand.get(fields).await.status, 429);
}

#[tokio::test]
async fn slow_and_closed_houses() {
    let stand = open().await;
    put(&stand, json!([{ "kind": "latency", "ms": 150 }])).await;
    let begun = Instant::now();
    assert!(stand.get("/bigin/v2/org").await.status.is_success());
    assert!(begun.elapsed() >= Duration::from_millis(150));
    put(&stand, json!([{ "kind": "bandwidth", "bytes_per_second": 1000 }])).await;
    let begun = Instant::now();
    let org = stand.get("/bigin/v2/org").await;
    assert!(org.text.len() > 300 && org.body.is_object());
    assert!(begun.elapsed() >= Duration::from_millis(200), "{:?}", begun.elapsed());
    put(&stand, json!([{ "kind": "maintenance" }])).await;
    let closed = stand.get("/bigin/v2/org").await;
    assert_eq!(closed.status, 503);
    assert!(closed.text.starts_with("<!DOCTYPE html>"));
}

#[tokio::test]
async fn chance_comes_from_the_seed() {
    let stand = open().await;
    let rule = json!([{ "kind": "error_before_commit", "path": "/bigin/v2/org", "probability": 0.5 }]);
    let mut runs = Vec::new();
    for _ in 0..2 {
        put(&stand, rule.clone()).await;
        let mut run = Vec::new();
        for _ in 0..40 {
            run.push(stand.get("/bigin/v2/org").await.status.as_u16());
        }
        runs.push(run);
    }
    assert_eq!(runs[0], runs[1], "the same rules meet the same calls");
    let failed = runs[0].iter().filter(|status| **status == 500).count();
    assert!((8..=32).contains(&failed), "{failed} of 40");
}

#[tokio::test]
async fn the_log_has_every_call_without_its_secrets() {
    let stand = open().await;
    let url = format!("{}/_sandbox/log", stand.sandbox.base_url);
    assert_eq!(read(stand.http.delete(&url)).await.status, 204);
    put(&stand, json!([{ "kind": "error_before_commit", "path": "/bigin/v2/org" }])).await;
    stand.get("/bigin/v2/org").await;
    stand.get("/bigin/v2/Contacts?fields=Email").await;
    stand.get("/oauth/serverinfo?client_secret=hush").await;
    let log = read(stand.http.get(&url)).await;
    let calls = log.body["calls"].as_array().expect("calls");
    let seen: Vec<(&str, u64, &str)> = calls
        .iter()
        .map(|call| {
            (
                call["path"].as_str().unwrap_or(""),
                call["status"].as_u64().unwrap_or(0),
                call["service"].as_str().unwrap_or(""),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("/bigin/v2/org", 500, "bigin"),
            ("/bigin/v2/Contacts", 200, "bigin"),
            ("/oauth/serverinfo", 200, "accounts")
        ]
    );
    assert_eq!(calls[0]["faults"], json!(["error_before_commit"]));
    assert_eq!(calls[1]["query"], "fields=Email");
    assert_eq!(calls[1]["credits"], 1);
    assert_eq!(calls[2]["query"], "client_secret=***");
    assert_eq!(read(stand.http.get(format!("{url}?service=accounts"))).await.body["count"], 1);
}

#[tokio::test]
async fn a_rule_that_makes_no_sense_is_refused_in_a_sentence() {
    let stand = open().await;
    let url = format!("{}/_sandbox/faults", stand.sandbox.base_url);
    for rule in [
        json!({ "kind": "nonsense" }),
        json!({ "kind": "latency" }),
        json!({ "kind": "reset", "probability": 2 }),
        json!({ "kind": "reset", "pth": "/" }),
    ] {
        let answer = read(stand.http.put(&url).json(&json!({ "rules": [rule] }))).await;
        assert_eq!(answer.status, 400);
        assert!(answer.body["error"].as_str().is_some_and(|text| text.ends_with('.')), "{}", answer.text);
    }
}
