//! Late commits, partial batches, cut bodies, dying tokens, clocks that are wrong, and the place that a slow call holds.

use std::time::Duration;

use balcao::sandbox::options::Options;
use reqwest::Method;
use serde_json::{Value, json};

use super::client::{Stand, open, open_with, read};

const USERS: &str = "/bigin/v2/users";

async fn count(stand: &Stand) -> u64 {
    stand.get("/bigin/v2/Contacts/actions/count").await.body["count"].as_u64().expect("a count")
}

fn contacts(names: &[&str]) -> Value {
    let data: Vec<Value> = names.iter().map(|name| json!({ "Last_Name": name })).collect();
    json!({ "data": data })
}

#[tokio::test]
async fn a_late_commit_is_refused_now_and_done_later() {
    let stand = open().await;
    let before = count(&stand).await;
    stand
        .faults(json!([{ "kind": "late_commit", "method": "POST", "path": "/bigin", "ms": 400, "count": 1 }]))
        .await;
    let refused = stand.send(Method::POST, "/bigin/v2/Contacts", &contacts(&["Late"])).await;
    assert_eq!(refused.status, 504, "{}", refused.text);
    assert_eq!(count(&stand).await, before);
    let mut waited = 0;
    while count(&stand).await == before {
        waited += 1;
        assert!(waited < 200, "it never came");
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    let log = format!("{}/_sandbox/log?method=POST&service=bigin", stand.sandbox.base_url);
    let call = read(stand.http.get(log)).await.body["calls"][0].clone();
    assert_eq!((&call["status"], &call["note"]), (&json!(504), &json!("done late, with status 201")));
}

#[tokio::test]
async fn a_partial_batch_says_which_records_were_not_done_or_nothing_at_all() {
    let stand = open().await;
    let before = count(&stand).await;
    stand.faults(json!([{ "kind": "partial_batch", "path": "/bigin/v2/Contacts", "method": "POST", "records": 2 }])).await;
    let some = stand.send(Method::POST, "/bigin/v2/Contacts", &contacts(&["A", "B", "C", "D"])).await;
    assert_eq!(some.status, 202, "{}", some.text);
    let codes: Vec<&Value> =
        some.body["data"].as_array().expect("results").iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["SUCCESS", "SUCCESS", "INTERNAL_ERROR", "INTERNAL_ERROR"]);
    assert_eq!(count(&stand).await, before + 2);
    let whole = stand.send(Method::POST, "/bigin/v2/Contacts", &contacts(&["E", "F"])).await;
    assert_eq!(whole.status, 201, "a batch that is short enough is whole");

    stand.faults(json!([{ "kind": "partial_batch", "service": "bigin", "records": 1, "status": 502 }])).await;
    let ids: Vec<String> = some.body["data"].as_array().expect("results")[..2]
        .iter()
        .map(|one| one["details"]["id"].as_str().expect("an id").to_owned())
        .collect();
    let lost = stand.delete(&format!("/bigin/v2/Contacts?ids={}", ids.join(","))).await;
    assert_eq!(lost.status, 502);
    stand.faults(json!([])).await;
    assert_eq!(stand.get(&format!("/bigin/v2/Contacts/{}", ids[0])).await.status, 204);
    assert_eq!(stand.get(&format!("/bigin/v2/Contacts/{}", ids[1])).await.status, 200);
}

#[tokio::test]
async fn bodies_break_off_loudly_and_quietly() {
    let stand = open().await;
    stand.faults(json!([{ "kind": "truncate", "bytes": 10, "path": USERS }])).await;
    let answer = stand.request(Method::GET, USERS).send().await.expect("a head");
    assert!(answer.content_length().is_some_and(|length| length > 10), "it promises all of it");
    assert!(answer.text().await.is_err(), "and breaks off");
    stand.faults(json!([{ "kind": "truncate_quietly", "bytes": 10, "path": USERS }])).await;
    let quiet = stand.get(USERS).await;
    assert_eq!((quiet.status.as_u16(), quiet.text.len(), quiet.body), (200, 10, Value::Null));
}

#[tokio::test]
async fn tokens_expire_and_are_revoked_in_the_middle_of_a_run() {
    let mut stand = open().await;
    let refresh = stand.sandbox.hello.refresh_token.clone();
    stand.faults(json!([{ "kind": "token_expired", "service": "bigin", "after": 2, "count": 1 }])).await;
    for wanted in [200, 200, 401, 401] {
        assert_eq!(stand.get(USERS).await.status, wanted);
    }
    stand.token = stand.refresh(&refresh).await["access_token"].as_str().expect("a token").to_owned();
    assert_eq!(stand.get(USERS).await.status, 200, "a new one is good");
    stand.faults(json!([{ "kind": "token_revoked", "service": "desk", "count": 1 }])).await;
    let refused = stand.get("/api/v1/tickets").await;
    assert_eq!((refused.status.as_u16(), &refused.body["errorCode"]), (401, &json!("INVALID_OAUTH")));
    assert_eq!(stand.refresh(&refresh).await, json!({ "error": "invalid_code" }));

    let other = stand.token_of(1).await;
    let who = json!({ "email": stand.sandbox.hello.agents[1].email, "refresh": true });
    assert_eq!(stand.control("accounts/revoke", &who).await.body["ended"], 2);
    assert_eq!(read(stand.request_as(&other, Method::GET, USERS)).await.status, 401);
}

#[tokio::test]
async fn each_service_has_a_clock_that_may_be_wrong() {
    let stand = open().await;
    let at = json!({ "freeze": true, "set": "2026-11-16T12:00:00Z", "skew": { "bigin": -90, "desk": 30 } });
    let shown = stand.control("clock", &at).await.body;
    assert_eq!((&shown["now"], &shown["skew"]["bigin"]), (&json!("2026-11-16T12:00:00Z"), &json!(-90.0)));
    let bigin = stand.create("Contacts", json!({ "Last_Name": "Skewed" })).await;
    let record = stand.get(&format!("/bigin/v2/Contacts/{bigin}")).await;
    let made: jiff::Timestamp =
        record.body["data"][0]["Created_Time"].as_str().expect("a time").parse().expect("a time");
    assert_eq!(made.to_string(), "2026-11-16T11:58:30Z");
    assert_eq!(record.headers["date"], "Mon, 16 Nov 2026 11:58:30 GMT");
    let ticket = json!({ "kind": "email", "from": "z@kunde.example", "subject": "Zzq", "body": "Oi" });
    let ticket = stand.control("inbound", &ticket).await.body["ticket"].as_str().expect("an id").to_owned();
    let ticket = stand.get(&format!("/api/v1/tickets/{ticket}")).await;
    assert_eq!(ticket.body["createdTime"], "2026-11-16T12:00:30.000Z");
    assert_eq!(ticket.headers["date"], "Mon, 16 Nov 2026 12:00:30 GMT");
}

#[tokio::test]
async fn a_stale_index_shows_the_old_version_of_the_service_it_is_of() {
    let stand = open().await;
    let id = stand.create("Contacts", json!({ "Last_Name": "Zzqold" })).await;
    stand.faults(json!([{ "kind": "search_lag", "service": "bigin", "seconds": 60 }])).await;
    let change = json!({ "data": [{ "Last_Name": "Zzqnew" }] });
    stand.send(Method::PUT, &format!("/bigin/v2/Contacts/{id}"), &change).await;
    let search = async |word: &str| {
        stand.get(&format!("/bigin/v2/Contacts/search?word={word}&fields=Last_Name")).await
    };
    let old = search("Zzqold").await;
    assert_eq!(
        (old.status.as_u16(), &old.body["data"][0]["Last_Name"]),
        (200, &json!("Zzqold")),
        "{}",
        old.text
    );
    assert_eq!(search("Zzqnew").await.status, 204);
    stand.control("clock", &json!({ "advance_seconds": 61 })).await;
    assert_eq!(search("Zzqnew").await.status, 200);
    assert_eq!(search("Zzqold").await.status, 204);
}

#[tokio::test]
async fn a_slow_call_holds_its_place() {
    let stand = open().await;
    stand.faults(json!([{ "kind": "latency", "ms": 1500 }])).await;
    for (path, places) in [("/api/v1/agents", 25), (USERS, 20)] {
        let calls = (0..places + 10).map(|_| read(stand.request(Method::GET, path)));
        let answers = futures_util::future::join_all(calls).await;
        let refused: Vec<_> = answers.iter().filter(|answer| answer.status == 429).collect();
        assert_eq!(refused.len(), 10, "{path}");
        let code = if path == USERS { "code" } else { "errorCode" };
        assert!(refused.iter().all(|answer| answer.body[code] == "TOO_MANY_REQUESTS"));
    }
}

#[tokio::test]
async fn what_is_too_large_or_leads_nowhere_is_answered_in_each_service_s_words() {
    let stand = open().await;
    let large = stand.request(Method::POST, "/bigin/v2/Contacts").body("x".repeat(30 << 20));
    let large = read(large).await;
    assert_eq!((large.status.as_u16(), &large.body["status"]), (413, &json!("error")), "{}", large.text);
    for path in ["/bigin/v1/Contacts", "/bigin/v2/", "/bigin/bulk/v2/read"] {
        let nowhere = stand.get(path).await;
        assert_eq!(
            (nowhere.status.as_u16(), &nowhere.body["code"]),
            (404, &json!("INVALID_URL_PATTERN")),
            "{path}"
        );
    }
    assert_eq!(stand.get("/api/v2/tickets").await.body["errorCode"], "URL_NOT_FOUND");
    for (path, status) in [("/oauth/x", 404), ("/oauth/v2/token", 405), ("/foo", 404)] {
        let answer = stand.get(path).await;
        assert_eq!(answer.status, status, "{path}");
        assert!(answer.body["error"].is_string() && answer.headers.contains_key("content-type"), "{path}");
    }
}

#[tokio::test]
async fn rules_credits_and_the_log_outlive_a_restart() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = Options {
        data: Some(directory.path().to_owned()),
        switches: vec![("token_limit".to_owned(), true)],
        ..Options::default()
    };
    let stand = open_with(options.clone()).await;
    stand.control("credits", &json!({ "service": "bigin", "used": 777 })).await;
    stand.control("clock", &json!({ "skew": { "desk": 5 } })).await;
    stand.faults(json!([{ "kind": "maintenance", "path": "/api/v1/agents", "count": 3 }])).await;
    assert_eq!(stand.get("/api/v1/agents").await.status, 503);
    let (http, token) = (stand.http.clone(), stand.token.clone());
    stand.sandbox.shutdown().await;
    let sandbox =
        balcao::sandbox::server::start(Options { switches: Vec::new(), ..options }).await.expect("it starts");
    let again = Stand { sandbox, http, token };
    let show = async |path: &str| {
        read(again.http.get(format!("{}/_sandbox/{path}", again.sandbox.base_url))).await.body
    };
    assert_eq!(show("faults").await["rules"][0]["count"], 2);
    assert_eq!(show("credits").await["bigin"]["used"], 777);
    assert_eq!(show("clock").await["skew"]["desk"], 5.0);
    assert_eq!(show("switches").await["token_limit"], true);
    let calls = show("log").await["calls"].as_array().map(Vec::len);
    assert_eq!(calls, Some(2), "the token and the agents");
}

#[tokio::test]
async fn an_unknown_switch_is_said() {
    let options = Options { switches: vec![("sneeze".to_owned(), true)], ..Options::default() };
    let error = balcao::sandbox::server::start(options).await.expect_err("no such switch").to_string();
    assert!(error.contains("sneeze") && error.contains("token_limit"), "{error}");
}
