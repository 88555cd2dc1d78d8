//! Drafts: made, changed, sent, thrown away, by the links they carry.

use reqwest::Method;
use serde_json::{Value, json};

use super::super::client::read;
use super::stage::{Stage, id};

/// Follows one of a thread's links.
async fn follow(
    stage: &Stage,
    thread: &Value,
    rel: &str,
    body: Option<&Value>,
) -> super::super::client::Answer {
    let actions = thread["actions"].as_array().expect("actions");
    let action = actions.iter().find(|action| action["rel"] == rel).expect("the action");
    let href = action["href"].as_str().expect("a link");
    let path = href.strip_prefix(&stage.stand.sandbox.base_url).expect("our own");
    let method =
        Method::from_bytes(action["method"].as_str().expect("a method").as_bytes()).expect("a method");
    let request = stage.stand.request(method, path);
    read(match body {
        Some(body) => request.json(body),
        None => request,
    })
    .await
}

async fn draft(stage: &Stage, ticket: &Value) -> Value {
    let body = json!({
        "channel": "EMAIL", "fromEmailAddress": "suporte@jatoba.example", "to": "moss@basement.example",
        "contentType": "plainText", "content": "Have you",
    });
    let answer = stage.post(&format!("/tickets/{}/draftReply", id(ticket)), &body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body
}

#[tokio::test]
async fn a_draft_is_the_last_thread_but_counts_as_none() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let draft = draft(&stage, &ticket).await;
    assert_eq!((draft["status"].as_str(), draft["content"].as_str()), (Some("DRAFT"), Some("Have you")));
    let path = format!("/contacts/{}/tickets", ticket["contactId"].as_str().expect("an id"));
    let row = &stage.rows(&path).await[0];
    assert_eq!((row["threadCount"].as_str(), &row["lastThread"]["isDraft"]), (Some("1"), &json!(true)));
}

#[tokio::test]
async fn a_draft_is_changed_and_sent_by_its_links() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let made = draft(&stage, &ticket).await;
    let body = json!({
        "channel": "EMAIL", "fromEmailAddress": "help@jatoba.example", "to": "moss@basement.example",
        "contentType": "plainText", "content": "Have you tried",
    });
    let changed = follow(&stage, &made, "update", Some(&body)).await;
    assert_eq!((changed.status.as_u16(), changed.body["content"].as_str()), (200, Some("Have you tried")));
    stage.wait(30);
    let sent = follow(&stage, &made, "send", None).await;
    assert_eq!((sent.status.as_u16(), sent.body["status"].as_str()), (200, Some("SUCCESS")));
    assert_eq!(sent.body["id"], made["id"]);
    assert!(sent.body["createdTime"].as_str() > made["createdTime"].as_str(), "it is said when it is sent");
    assert_eq!(stage.again(&ticket).await["threadCount"], "2");
    let twice = follow(&stage, &made, "send", None).await;
    assert_eq!(twice.status, 422, "what is sent is no draft");
    assert_eq!(stage.again(&ticket).await["threadCount"], "2");
}

#[tokio::test]
async fn a_draft_is_thrown_away() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let made = draft(&stage, &ticket).await;
    assert_eq!(follow(&stage, &made, "delete", None).await.status, 204);
    assert_eq!(stage.get(&format!("/tickets/{}/threads/{}", id(&ticket), id(&made))).await.status, 404);
    assert_eq!(stage.rows(&format!("/tickets/{}/threads", id(&ticket))).await.len(), 1);
}

#[tokio::test]
async fn a_draft_keeps_its_files_until_it_is_told_otherwise() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let file = stage.bring("/uploads", "a.txt", b"abc".to_vec()).await.body;
    let mut body = json!({
        "channel": "EMAIL", "fromEmailAddress": "suporte@jatoba.example", "content": "x",
        "attachmentIds": [file["id"]],
    });
    let made = stage.post(&format!("/tickets/{}/draftReply", id(&ticket)), &body).await.body;
    assert_eq!(made["attachments"][0]["name"], "a.txt");
    body.as_object_mut().expect("an object").remove("attachmentIds");
    let kept = follow(&stage, &made, "update", Some(&body)).await.body;
    assert_eq!(kept["attachmentCount"], "1");
    body["attachmentIds"] = json!([]);
    let dropped = follow(&stage, &made, "update", Some(&body)).await.body;
    assert_eq!(dropped["attachmentCount"], "0");
}
