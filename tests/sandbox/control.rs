//! The control plane: the clock, inbound events, the summary.

use reqwest::Method;
use serde_json::json;

use balcao::sandbox::options::Options;

use super::client::{open, open_with, read};

#[tokio::test]
async fn the_clock_is_set_frozen_moved_and_reset() {
    let stand = open().await;
    let url = format!("{}/_sandbox/clock", stand.sandbox.base_url);
    let frozen = json!({ "freeze": true, "set": "2026-11-16T12:00:00Z" });
    let answer = read(stand.http.post(&url).json(&frozen)).await;
    assert_eq!((&answer.body["now"], &answer.body["frozen"]), (&json!("2026-11-16T12:00:00Z"), &json!(true)));
    let moved = read(stand.http.post(&url).json(&json!({ "advance": "PT2H" }))).await;
    assert_eq!(moved.body["now"], "2026-11-16T14:00:00Z");
    let reset = read(stand.http.post(&url).json(&json!({ "reset": true }))).await;
    assert_eq!(reset.body["frozen"], false);
    assert!(reset.body["offset_seconds"].as_i64().is_some_and(|offset| offset.abs() <= 1));
    assert_eq!(read(stand.http.post(&url).json(&json!({ "jump": 1 }))).await.status, 400);
}

#[tokio::test]
async fn what_a_customer_writes_is_a_ticket_and_survives_a_restart() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = Options { data: Some(directory.path().to_owned()), ..Options::default() };
    let stand = open_with(options.clone()).await;
    let url = format!("{}/_sandbox/inbound", stand.sandbox.base_url);
    let letter = json!({ "kind": "email", "from": "zzq@kunde.example", "subject": "Zzq", "body": "Bom dia" });
    let made = read(stand.http.post(&url).json(&letter)).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let both = json!([{ "kind": "reply", "ticket": made.body["number"], "body": "Oi?" },
                      { "kind": "escalate", "ticket": made.body["number"] }]);
    let both = read(stand.http.post(&url).json(&both)).await;
    assert_eq!(both.body.as_array().map(Vec::len), Some(2), "{}", both.text);
    assert_eq!(read(stand.http.post(&url).json(&json!({ "kind": "sneeze" }))).await.status, 422);
    let (http, token) = (stand.http.clone(), stand.token.clone());
    stand.sandbox.shutdown().await;

    let sandbox = balcao::sandbox::server::start(options).await.expect("it starts again");
    let again = super::client::Stand { sandbox, http, token };
    let path = format!("/api/v1/tickets/{}", made.body["ticket"].as_str().expect("an id"));
    let ticket = again.get(&path).await;
    assert_eq!((ticket.status.as_u16(), &ticket.body["subject"]), (200, &json!("Zzq")));
    assert_eq!((&ticket.body["threadCount"], &ticket.body["isEscalated"]), (&json!("2"), &json!(true)));
}

#[tokio::test]
async fn the_summary_and_the_greeting_need_no_token() {
    let stand = open().await;
    let control =
        async |path: &str| read(stand.http.get(format!("{}/_sandbox/{path}", stand.sandbox.base_url))).await;
    let hello = control("hello").await;
    assert_eq!(hello.body, serde_json::to_value(&stand.sandbox.hello).expect("JSON"));
    let may: Vec<bool> = stand.sandbox.hello.agents.iter().map(|agent| agent.may_create_tickets).collect();
    assert!(may.contains(&true) && may.contains(&false), "somebody may create tickets, somebody may not");
    let state = control("state").await;
    assert!(state.body["desk"]["tickets"].as_u64().is_some_and(|tickets| tickets >= 200), "{}", state.text);
    assert!(state.body["bigin"]["Contacts"].as_u64().is_some_and(|contacts| contacts >= 100));
    assert_eq!(control("nonsense").await.status, 404);
    let before = stand.get("/bigin/v2/Contacts/actions/count").await.body["count"].clone();
    assert_eq!(before, state.body["bigin"]["Contacts"]);
    assert_eq!(stand.send(Method::POST, "/_sandbox/faults", &json!({})).await.status, 405);
}
