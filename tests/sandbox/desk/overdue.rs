//! What becomes overdue while the sandbox runs is told by its history.

use balcao::sandbox::options::Options;
use serde_json::{Value, json};

use super::super::client::open_with;
use super::stage::{Stage, id};

/// When the history says that a ticket became overdue.
async fn overshot(stage: &Stage, ticket: &Value) -> Vec<String> {
    let path = format!("/tickets/{}/History?eventFilter=SLAHistory&limit=50", id(ticket));
    let answer = stage.get(&path).await;
    let rows = answer.body["data"].as_array().cloned().unwrap_or_default();
    let rows = rows.iter().filter(|row| row["eventName"] == "OvershotDueTime");
    rows.map(|row| row["eventTime"].as_str().expect("a time").to_owned()).collect()
}

#[tokio::test]
async fn every_ticket_whose_due_time_passes_says_so_at_that_time() {
    for scale in [None, Some(200)] {
        let stand = open_with(Options { scale, ..Options::default() }).await;
        let mut stage = Stage { stand };
        told(&stage).await;
        stage.wait(3 * 3600);
        let somebody = stage.stand.sandbox.hello.agents[0].email.clone();
        stage.sign_in(&somebody).await;
        told(&stage).await;
    }
}

/// Every ticket that is overdue says since when.
async fn told(stage: &Stage) {
    let rows = stage.rows("/tickets?dueDate=overdue&limit=100").await;
    assert!(rows.len() > 3);
    for row in rows {
        let told = overshot(stage, &row).await;
        assert_eq!(told.len(), 1, "{}", row["ticketNumber"]);
        // A ticket on hold shows no due time.
        assert!(row["dueDate"].is_null() || row["dueDate"] == told[0].as_str(), "{}", row["ticketNumber"]);
    }
}

#[tokio::test]
async fn it_is_noted_once_for_a_due_time_and_never_for_what_was_closed_in_time() {
    let stage = Stage::open().await;
    let due = (stage.stand.sandbox.shared.clock.now() + jiff::SignedDuration::from_secs(60)).to_string();
    let (late, closed) =
        (stage.ticket(json!({"dueDate": due})).await, stage.ticket(json!({"dueDate": due})).await);
    let path = |ticket: &Value| format!("/tickets/{}", id(ticket));
    stage.patch(&path(&closed), &json!({"status": "Closed"})).await;
    assert_eq!(overshot(&stage, &late).await, Vec::<String>::new());
    stage.wait(120);
    // Nobody looks while it is overdue: it is closed at once.
    stage.patch(&path(&late), &json!({"status": "Closed"})).await;
    assert_eq!(overshot(&stage, &late).await, [late["dueDate"].as_str().expect("a time")]);
    stage.patch(&path(&late), &json!({"status": "Open"})).await;
    assert_eq!(overshot(&stage, &late).await.len(), 1, "the same due time");
    assert_eq!(overshot(&stage, &closed).await, Vec::<String>::new());
    // Opened again, it is overdue from that moment on.
    let opened = stage.patch(&path(&closed), &json!({"status": "Open"})).await.body;
    assert_eq!(overshot(&stage, &closed).await, [opened["modifiedTime"].as_str().expect("a time")]);
    // Another due time that passes is another event.
    let due = (stage.stand.sandbox.shared.clock.now() + jiff::SignedDuration::from_secs(60)).to_string();
    stage.patch(&path(&late), &json!({"dueDate": due})).await;
    stage.wait(120);
    assert_eq!(overshot(&stage, &late).await.len(), 2);
}
