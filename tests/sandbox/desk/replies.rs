//! Replies and what they move.

use serde_json::{Value, json};

use super::stage::{Stage, faults, has, id};

#[tokio::test]
async fn a_reply_is_a_thread_with_its_content_and_counts() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let sent = stage.reply(&ticket, json!({"cc": "roy@basement.example"})).await;
    assert_eq!(sent.status, 200, "{}", sent.text);
    let thread = &sent.body;
    assert_eq!((thread["channel"].as_str(), thread["direction"].as_str()), (Some("EMAIL"), Some("out")));
    assert_eq!((thread["status"].as_str(), thread["visibility"].as_str()), (Some("SUCCESS"), Some("public")));
    assert_eq!(thread["content"], "<div>Off and on again?</div>");
    assert_eq!(
        (thread["contentType"].as_str(), thread["summary"].as_str()),
        (Some("text/html"), Some("Off and on again?"))
    );
    assert_eq!(
        (thread["to"].as_str(), thread["cc"].as_str()),
        (Some("moss@basement.example"), Some("roy@basement.example"))
    );
    assert_eq!(thread["fromEmailAddress"], "\"Jatobá Suporte\"<suporte@jatoba.example>");
    assert_eq!(stage.again(&ticket).await["threadCount"], "2");
}

#[tokio::test]
async fn a_reply_comes_from_an_address_of_the_department_only() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    for from in ["evil@elsewhere.example", "billing@jatoba.example"] {
        let answer = stage.reply(&ticket, json!({"fromEmailAddress": from})).await;
        assert_eq!(
            (answer.status.as_u16(), faults(&answer)),
            (422, vec!["/fromEmailAddress invalid".to_owned()]),
            "{from}"
        );
    }
    let answer = stage.reply(&ticket, json!({"to": "", "content": ""})).await;
    assert_eq!(faults(&answer), ["/content missing", "/to missing"]);
    assert_eq!(stage.again(&ticket).await["threadCount"], "1", "nothing was sent");
}

#[tokio::test]
async fn a_forward_is_always_private() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let sent = stage.reply(&ticket, json!({"isForward": true, "to": "law@firm.example"})).await.body;
    assert_eq!((&sent["isForward"], sent["visibility"].as_str()), (&json!(true), Some("private")));
}

#[tokio::test]
async fn the_status_goes_with_the_reply() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let answer = stage.reply(&ticket, json!({"ticketStatus": "Waiting for customer"})).await;
    assert_eq!(answer.status, 200);
    let after = stage.again(&ticket).await;
    assert_eq!(
        (after["status"].as_str(), after["statusType"].as_str()),
        (Some("Waiting for customer"), Some("On Hold"))
    );
    let wrong = stage.reply(&ticket, json!({"ticketStatus": "Gone"})).await;
    assert_eq!(faults(&wrong), ["/ticketStatus invalid"]);
    assert_eq!(stage.again(&ticket).await["threadCount"], "2", "a refused reply is not sent");
}

#[tokio::test]
async fn a_reply_moves_no_modified_time_unless_the_switch_says_so() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    stage.wait(60);
    stage.reply(&ticket, json!({})).await;
    let after = stage.again(&ticket).await;
    assert_eq!(after["modifiedTime"], ticket["modifiedTime"]);
    assert_eq!(after["customerResponseTime"], ticket["customerResponseTime"], "only customers move it");
    let turn = json!({"talk_moves_modified": true});
    stage.stand.send(reqwest::Method::PUT, "/_sandbox/switches", &turn).await;
    stage.wait(60);
    stage.reply(&ticket, json!({})).await;
    assert!(stage.again(&ticket).await["modifiedTime"].as_str() > ticket["modifiedTime"].as_str());
}

#[tokio::test]
async fn threads_are_summaries_and_one_thread_has_its_content() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    stage.wait(5);
    stage.reply(&ticket, json!({})).await;
    let path = format!("/tickets/{}/threads", id(&ticket));
    let rows = stage.rows(&format!("{path}?sortBy=sendDateTime")).await;
    assert_eq!(rows.len(), 2);
    assert_eq!((&rows[0]["isDescriptionThread"], rows[0]["direction"].as_str()), (&json!(true), Some("in")));
    assert_eq!(
        (&rows[1]["isDescriptionThread"], rows[1]["direction"].as_str()),
        (&json!(false), Some("out"))
    );
    assert!(!has(&rows[1], "content") && !has(&rows[0], "to"), "WEB has no addresses");
    let newest = stage.rows(&path).await;
    assert_eq!(newest[0]["id"], rows[1]["id"], "newest first by default");
    let one = stage.get(&format!("{path}/{}?include=plainText", id(&rows[1]))).await.body;
    assert_eq!(
        (one["content"].as_str(), one["plainText"].as_str()),
        (Some("<div>Off and on again?</div>"), Some("Off and on again?"))
    );
    let latest =
        stage.get(&format!("/tickets/{}/latestThread?needIncomingThread=true", id(&ticket))).await.body;
    assert_eq!((&latest["id"], latest["content"].as_str()), (&rows[0]["id"], Some("<p>Help</p>")));
    assert_eq!(stage.get(&format!("{path}/1")).await.status, 404);
}

#[tokio::test]
async fn conversations_mix_newest_first_and_never_fail() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    stage.wait(5);
    stage.post(&format!("/tickets/{}/comments", id(&ticket)), &json!({"content": "Hm"})).await;
    let rows = stage.rows(&format!("/tickets/{}/conversations", id(&ticket))).await;
    let kinds: Vec<&str> = rows.iter().filter_map(|row| row["type"].as_str()).collect();
    assert_eq!(kinds, ["comment", "thread"]);
    for path in [
        "/tickets/1/conversations",
        "/tickets/abc/conversations",
        "/tickets/1/conversations?limit=9999&from=-3",
    ] {
        let answer = stage.get(path).await;
        assert_eq!((answer.status.as_u16(), &answer.body), (200, &json!({"data": []})), "{path}");
    }
}

#[tokio::test]
async fn a_message_to_nowhere_fails_and_can_be_sent_again() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let sent = stage.reply(&ticket, json!({"to": "nobody@nowhere.invalid"})).await.body;
    assert_eq!((sent["status"].as_str(), sent["actions"][0]["rel"].as_str()), (Some("FAILED"), Some("send")));
    let href = sent["actions"][0]["href"].as_str().expect("a link");
    let path = href.strip_prefix(&format!("{}/api/v1", stage.stand.sandbox.base_url)).expect("our own");
    let again = stage.act(path).await;
    assert_eq!((again.status.as_u16(), again.body["status"].as_str()), (200, Some("SUCCESS")));
}

#[tokio::test]
async fn what_waits_in_the_outbox_leaves_it_by_the_clock() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let sent = stage.reply(&ticket, json!({"sendImmediately": false})).await.body;
    assert_eq!(sent["status"], "PENDING");
    stage.wait(11);
    let path = format!("/tickets/{}/threads/{}", id(&ticket), id(&sent));
    assert_eq!(stage.get(&path).await.body["status"], "SUCCESS");
}

#[tokio::test]
async fn a_reply_in_reply_to_a_foreign_thread_is_refused() {
    let stage = Stage::open().await;
    let (one, two) = (stage.ticket(json!({})).await, stage.ticket(json!({})).await);
    let foreign = stage.rows(&format!("/tickets/{}/threads", id(&two))).await[0]["id"].clone();
    let answer = stage.reply(&one, json!({"inReplyToThreadId": foreign})).await;
    assert_eq!(faults(&answer), ["/inReplyToThreadId invalid"]);
    let own = stage.rows(&format!("/tickets/{}/threads", id(&one))).await[0]["id"].clone();
    let answer = stage.reply(&one, json!({"inReplyToThreadId": own})).await;
    assert_eq!(answer.status, 200);
    assert_ne!(answer.body["id"], Value::Null);
}
