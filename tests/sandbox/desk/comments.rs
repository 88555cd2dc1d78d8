//! Comments and mentions.

use serde_json::json;

use super::stage::{Stage, faults, id};

#[tokio::test]
async fn a_comment_has_its_encoded_content_and_its_author() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}/comments", id(&ticket));
    assert_eq!(stage.get(&path).await.status, 204, "none yet");
    let body = json!({"content": "zsu[@user:60011550901]zsu look", "isPublic": false});
    let made = stage.post(&path, &body).await;
    assert_eq!(made.status, 200);
    assert_eq!(made.body["encodedContent"], "zsu&#x5b;&#x40;user&#x3a;60011550901&#x5d;zsu look");
    assert_eq!(
        (made.body["contentType"].as_str(), &made.body["isPublic"]),
        (Some("plainText"), &json!(false))
    );
    assert_eq!(made.body["commentedTime"], made.body["modifiedTime"]);
    assert_eq!(made.body["commenter"]["type"], "AGENT");
    let after = stage.again(&ticket).await;
    assert_eq!((after["commentCount"].as_str(), after["threadCount"].as_str()), (Some("1"), Some("1")));
    assert_eq!(after["modifiedTime"], ticket["modifiedTime"]);
}

#[tokio::test]
async fn mentions_are_read_when_asked_for() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}/comments", id(&ticket));
    stage.post(&path, &json!({"content": "Olá zsu[@user:60011550901]zsu e zsu[@user:1]zsu"})).await;
    assert!(stage.rows(&path).await[0].get("mention").is_none());
    let rows = stage.rows(&format!("{path}?include=mentions,plainText")).await;
    let mentions = rows[0]["mention"].as_array().expect("mentions");
    assert_eq!(mentions.len(), 1, "a stranger's zuid mentions nobody");
    assert_eq!(
        (mentions[0]["type"].as_str(), mentions[0]["zuid"].as_str()),
        (Some("AGENT"), Some("60011550901"))
    );
    assert_eq!((mentions[0]["firstName"].as_str(), mentions[0]["offSet"].as_str()), (Some("Rui"), Some("4")));
}

#[tokio::test]
async fn a_comment_is_changed_and_removed() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}/comments", id(&ticket));
    let made = stage.post(&path, &json!({"content": "one", "isPublic": "true"})).await.body;
    assert_eq!(made["isPublic"], true, "the spec's own sample sends a string");
    let one = format!("{path}/{}", id(&made));
    stage.wait(5);
    let changed = stage.patch(&one, &json!({"content": "two"})).await.body;
    assert_eq!(changed["content"], "two");
    assert!(changed["modifiedTime"].as_str() > changed["commentedTime"].as_str());
    assert_eq!(stage.delete(&one).await.status, 200);
    assert_eq!(stage.get(&one).await.status, 404);
    assert_eq!(stage.again(&ticket).await["commentCount"], "0");
    let empty = stage.post(&path, &json!({"content": ""})).await;
    assert_eq!(faults(&empty), ["/content missing"]);
}
