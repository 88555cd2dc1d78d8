use serde_json::json;

use super::stand::{Stand, open};

/// How often a text stands on a ticket, as somebody sees it who has cached nothing.
async fn count(stand: Stand, number: &str, text: &str) -> usize {
    let (other, _home) = stand.elsewhere();
    let entries = other.entries(number).await;
    entries.iter().filter(|entry| entry["text"].as_str().unwrap().trim() == text).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_looked_up_and_the_message_stands_there_once() {
    let stand = open().await;
    let number = stand.number().await;
    stand
        .break_it(json!([{ "kind": "timeout_after_commit", "path": "*sendReply*", "count": 1, "ms": 200 }]))
        .await;
    let said = stand.run_with(&["ticket", "reply", &number, "--json"], "only once").await;
    assert!(said.err.contains("checking whether the message arrived"), "{said:?}");
    assert!(said.json()["thread_id"].is_string(), "{said:?}");
    assert_eq!(count(stand, &number, "only once").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_up_that_fails_leaves_the_fate_open_and_the_same_command_settles_it() {
    let stand = open().await;
    let number = stand.number().await;
    // Read twice before it leaves, by the command and by the guard; when it has left, the ticket is out of sight.
    let out_of_sight = json!([
        { "kind": "latency", "method": "POST", "path": "*/sendReply", "ms": 1500 },
        { "kind": "error_after_commit", "method": "POST", "path": "*/sendReply" },
    ]);
    stand.break_it(out_of_sight).await;
    let child = stand.start(&["ticket", "reply", &number, "--json"], "the very same");
    stand.until_called("/sendReply").await;
    let unseen = json!([
        { "kind": "error_before_commit", "method": "GET", "path": "/api/v1/tickets" },
        { "kind": "error_after_commit", "method": "POST", "path": "*/sendReply" },
    ]);
    stand.break_it(unseen).await;
    let first = Stand::end(child).await;
    assert!(first.error(8, "unknown")["outgoing_id"].is_string());
    stand.break_it(json!([])).await;
    let again = stand.run_with(&["ticket", "reply", &number, "--json"], "the very same").await;
    assert_eq!(again.json()["fate"], "sent");
    assert_eq!(count(stand, &number, "the very same").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_the_answer_was_on_its_way_it_is_not_sent_again() {
    let stand = open().await;
    let number = stand.number().await;
    stand
        .break_it(
            json!([{ "kind": "timeout_after_commit", "path": "*sendReply*", "count": 1, "ms": 20_000 }]),
        )
        .await;
    let mut child = stand.start(&["ticket", "reply", &number, "--json"], "kill me");
    stand.until_called("/sendReply").await;
    // The call was noted when it came; a moment later it is carried out and hangs.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    child.kill().unwrap();
    child.wait().unwrap();
    stand.break_it(json!([])).await;
    let again = stand.run_with(&["ticket", "reply", &number, "--json"], "kill me").await;
    assert!(again.err.contains("on its way already"), "{again:?}");
    assert_eq!(again.json()["fate"], "sent");
    assert_eq!(count(stand, &number, "kill me").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_that_grew_meanwhile_stops_the_message_and_leaves_nothing_behind() {
    let stand = open().await;
    let number = stand.number().await;
    // Messages are read at once, comments a moment later: in between the customer writes.
    stand.break_it(json!([{ "kind": "latency", "method": "GET", "path": "*/comments", "ms": 1500 }])).await;
    stand.sandbox.shared.log().clear();
    let child = stand.start(&["ticket", "reply", &number, "--json"], "too late");
    stand.until_called("/threads").await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let inbound = format!("{}/_sandbox/inbound", stand.sandbox.base_url);
    let reply = json!({ "kind": "reply", "ticket": number, "body": "Never mind!" });
    let answer = crate::sandbox::http().post(inbound).json(&reply).send().await.unwrap();
    assert!(answer.status().is_success(), "{:?}", answer.text().await);
    assert_eq!(Stand::end(child).await.error(7, "grown")["new_entries"], 1);
    stand.break_it(json!([])).await;
    let again = stand.run_with(&["ticket", "reply", &number, "--json"], "too late").await;
    assert!(!again.err.contains("on its way already"), "{again:?}");
    assert_eq!(again.json()["fate"], "sent");
    assert_eq!(count(stand, &number, "too late").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_zoho_is_away_the_cache_answers_and_says_how_old_it_is() {
    let stand = open().await;
    let down =
        json!([{ "kind": "maintenance", "path": "/bigin" }, { "kind": "maintenance", "path": "/api" }]);
    stand.break_it(down.clone()).await;
    stand.run(&["contact", "list", "--json"]).await.error(6, "down");
    stand.break_it(json!([])).await;
    let fresh = stand.run(&["contact", "list", "--json"]).await.json();
    let open_tickets = stand.run(&["ticket", "list", "--json"]).await.json();
    stand.break_it(down).await;
    let said = stand.run(&["contact", "list", "--json"]).await;
    assert!(said.err.contains("This is what was known"), "{said:?}");
    let stale = said.json();
    assert_eq!((&stale["stale"], &stale["contacts"]), (&json!(true), &fresh["contacts"]));
    assert!(stale["fetched_at"].is_string());
    let stale = stand.run(&["ticket", "list", "--json"]).await.json();
    assert_eq!((&stale["stale"], &stale["total"]), (&json!(true), &open_tickets["total"]));
    // Nothing is written on the strength of what is old.
    let number = open_tickets["tickets"][0]["number"].as_str().unwrap();
    stand.run_with(&["ticket", "reply", number, "--json"], "hello").await.error(6, "down");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_sandbox_at_all_is_said_in_a_sentence() {
    let stand = open().await;
    let said = stand.run(&["--sandbox", "http://127.0.0.1:9", "contact", "list"]).await;
    assert_eq!(said.code, 2, "an argument given twice is a usage error: {said:?}");
    let home = stand.home.path().to_owned();
    let gone = tokio::task::spawn_blocking(move || {
        std::process::Command::new(env!("CARGO_BIN_EXE_balcao"))
            .args(["--sandbox", "http://127.0.0.1:9", "contact", "list", "--json"])
            .env("BALCAO_HOME", home)
            .output()
    });
    let gone = gone.await.unwrap().unwrap();
    let line = String::from_utf8(gone.stderr).unwrap();
    assert_eq!(gone.status.code(), Some(6), "{line}");
    assert!(line.contains("No sandbox answers at http://127.0.0.1:9"), "{line}");
}
