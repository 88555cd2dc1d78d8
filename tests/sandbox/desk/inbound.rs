//! What the control plane lets happen.

use serde_json::{Value, json};

use super::stage::{Stage, has, id};

fn named(outcome: &Value) -> Value {
    json!({"id": outcome["ticket"]})
}

#[tokio::test]
async fn a_mail_is_a_new_ticket_with_its_envelope() {
    let stage = Stage::open().await;
    let body = json!({
        "kind": "email", "from": "denholm@reynholm.example", "name": "Denholm Reynholm", "subject": "Team!",
        "body": "<p>Team team team</p>", "department": "Support", "cc": "jen@reynholm.example",
    });
    let came = stage.inbound(body).await;
    let ticket = stage
        .get(&format!("/tickets/{}?include=contacts", came["ticket"].as_str().expect("an id")))
        .await
        .body;
    assert_eq!(
        (ticket["channel"].as_str(), ticket["contact"]["lastName"].as_str()),
        (Some("Email"), Some("Reynholm"))
    );
    assert_eq!(
        (ticket["ticketNumber"].as_str(), &ticket["createdBy"]),
        (came["number"].as_str(), &Value::Null)
    );
    assert!(ticket["dueDate"].is_string() && ticket["responseDueDate"].is_string());
    let thread = &stage.rows(&format!("/tickets/{}/threads", id(&ticket))).await[0];
    assert_eq!(thread["fromEmailAddress"], "\"Denholm Reynholm\"<denholm@reynholm.example>");
    assert_eq!(
        (thread["cc"].as_str(), &thread["isDescriptionThread"]),
        (Some("jen@reynholm.example"), &json!(true))
    );
}

#[tokio::test]
async fn web_and_phone_make_tickets_of_their_channel() {
    let stage = Stage::open().await;
    for (kind, channel) in [("web", "Web"), ("phone", "Phone")] {
        let from = if kind == "phone" { "+55 11 98888-7777" } else { "roy@basement.example" };
        let body = json!({"kind": kind, "from": from, "name": "Roy", "subject": "Hello IT", "body": "x"});
        let ticket = stage.again(&named(&stage.inbound(body).await)).await;
        assert_eq!(ticket["channel"], channel);
    }
}

#[tokio::test]
async fn an_answer_moves_the_customer_time_reopens_and_unreads() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}", id(&ticket));
    stage.reply(&ticket, json!({"ticketStatus": "Closed"})).await;
    stage.act(&format!("{path}/markAsRead")).await;
    stage.wait(60);
    let number = ticket["ticketNumber"].clone();
    let answer =
        json!({"kind": "reply", "ticket": number, "from": "moss@basement.example", "body": "Still burning"});
    let came = stage.inbound(answer).await;
    assert_eq!(came["ticket"], ticket["id"], "found by its number");
    let after = stage.again(&ticket).await;
    assert_eq!((after["status"].as_str(), &after["closedTime"]), (Some("Open"), &Value::Null));
    assert!(after["customerResponseTime"].as_str() > ticket["customerResponseTime"].as_str());
    assert_eq!((after["threadCount"].as_str(), &after["isRead"]), (Some("3"), &json!(false)));
    let list = format!("/contacts/{}/tickets", ticket["contactId"].as_str().expect("an id"));
    assert_eq!(stage.rows(&list).await[0]["lastThread"]["direction"], "in");
    let metrics = stage.get(&format!("{path}/metrics")).await.body;
    assert_eq!(metrics["reopenCount"], 1);
}

#[tokio::test]
async fn agents_of_the_web_interface_comment_answer_escalate_and_decide() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}", id(&ticket));
    let rui = "rui.prado@jatoba.example";
    let comment = json!({
        "kind": "comment", "ticket": ticket["id"], "agent": rui, "body": "please look", "public": false,
        "mentions": ["ana.lima@jatoba.example"],
    });
    stage.inbound(comment).await;
    let rows = stage.rows(&format!("{path}/comments?include=mentions")).await;
    assert_eq!(rows[0]["mention"][0]["zuid"], "60011550902");
    assert_eq!(rows[0]["commenter"]["firstName"], "Rui");
    stage.wait(1);
    stage.inbound(json!({"kind": "agent_reply", "ticket": ticket["id"], "agent": rui, "body": "Done", "cc": "a@b.example"})).await;
    let newest = &stage.rows(&format!("{path}/threads")).await[0];
    assert_eq!(
        (newest["direction"].as_str(), newest["to"].as_str(), newest["cc"].as_str()),
        (Some("out"), Some("moss@basement.example"), Some("a@b.example"))
    );
    stage.inbound(json!({"kind": "escalate", "ticket": ticket["id"]})).await;
    stage
        .inbound(json!({"kind": "status", "ticket": ticket["id"], "agent": rui, "status": "Resolved"}))
        .await;
    let after = stage.again(&ticket).await;
    assert_eq!((&after["isEscalated"], after["status"].as_str()), (&json!(true), Some("Resolved")));
}

#[tokio::test]
async fn what_can_not_happen_is_said_in_a_sentence() {
    let stage = Stage::open().await;
    for body in [
        json!({"kind": "reply", "ticket": "999999", "body": "x"}),
        json!({"kind": "status", "ticket": "101", "status": "Nowhere"}),
        json!({"kind": "dance"}),
    ] {
        let answer = stage.stand.send(reqwest::Method::POST, "/_sandbox/inbound", &body).await;
        assert_eq!(answer.status, 422, "{body}");
        assert!(has(&answer.body, "error"), "{}", answer.text);
    }
}

#[tokio::test]
async fn what_the_api_refuses_does_not_come_in_by_the_back_door() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let mail = |key: &str, value: &str| {
        let mut body = json!({"kind": "email", "from": "roy@basement.example", "subject": "x"});
        body[key] = json!(value);
        body
    };
    let before = stage.get("/ticketsCount").await.body["count"].clone();
    for (body, said) in [
        (mail("from", "notmail"), "`notmail` is no e-mail address."),
        (mail("from", "roy@"), "`roy@` is no e-mail address."),
        (mail("cc", "a@b.example, jen"), "`jen` is no e-mail address."),
        (mail("priority", "Zed"), "`Zed` is no priority: "),
        (json!({"kind": "phone", "from": "somebody", "subject": "x"}), "`somebody` is no e-mail address."),
        (
            json!({"kind": "reply", "ticket": ticket["id"], "from": "me", "body": "x"}),
            "`me` is no e-mail address.",
        ),
        (
            json!({"kind": "agent_reply", "ticket": ticket["id"], "to": "you", "body": "x"}),
            "`you` is no e-mail address.",
        ),
    ] {
        let answer = stage.stand.send(reqwest::Method::POST, "/_sandbox/inbound", &body).await;
        assert_eq!(answer.status, 422, "{body}");
        let sentence = answer.body["error"].as_str().expect("a sentence");
        assert!(sentence.starts_with(said), "{sentence}");
    }
    assert_eq!(stage.get("/ticketsCount").await.body["count"], before);
}
