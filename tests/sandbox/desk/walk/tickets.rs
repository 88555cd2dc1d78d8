//! Tickets and what hangs on them.

use serde_json::{Value, json};

use super::super::stage::{Stage, id};
use super::things::Things;

/// Every operation that writes them.
pub async fn write(stage: &Stage, things: &Things) {
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}", id(&ticket));
    small(stage, &path).await;
    messages(stage, &ticket, &path).await;
    stage.patch(&path, &json!({"status": "Closed"})).await;
    let other = things.get("ticket.other");
    let move_to = stage.department("Billing").await;
    stage.post(&format!("/tickets/{other}/move"), &json!({"departmentId": move_to})).await;
    stage.post("/closeTickets", &json!({"ids": [other]})).await;
    let many = json!({"ids": [other], "fieldName": "priority", "fieldValue": "Low"});
    stage.post("/tickets/updateMany", &many).await;
    let spam = stage.ticket(json!({})).await;
    stage.post("/tickets/markSpam", &json!({"ids": [id(&spam)], "isSpam": true})).await;
    let twin = stage.ticket(json!({})).await;
    stage
        .post(&format!("{path}/merge"), &json!({"ids": [id(&twin)], "source": {"subject": id(&twin)}}))
        .await;
    let gone = things.get("ticket.gone");
    stage.post("/recycleBin/restore", &json!({"ids": [gone, "1"]})).await;
    stage.post("/tickets/moveToTrash", &json!({"ticketIds": [gone]})).await;
    stage.post("/recycleBin/delete", &json!({"ids": [gone, "1"]})).await;
}

async fn small(stage: &Stage, path: &str) {
    stage.act(&format!("{path}/markAsRead")).await;
    stage.act(&format!("{path}/markAsUnRead")).await;
    stage.post(&format!("{path}/associateTag"), &json!({"tags": ["abc", "def"]})).await;
    stage.post(&format!("{path}/dissociateTag"), &json!({"tags": ["abc"]})).await;
    let me = stage.get("/myinfo").await.body;
    for verb in ["addFollowers", "removeFollowers"] {
        stage.post(&format!("{path}/{verb}"), &json!({"followerIds": [me["id"]]})).await;
    }
    stage.patch(&format!("{path}/resolution"), &json!({"content": "x"})).await;
    stage.delete(&format!("{path}/resolution")).await;
    let file = stage.bring(&format!("{path}/attachments"), "b.txt", b"b".to_vec()).await.body;
    let file = format!("{path}/attachments/{}", id(&file));
    stage.patch(&file, &json!({"isPublic": true})).await;
    stage.delete(&file).await;
    let comment = stage.post(&format!("{path}/comments"), &json!({"content": "x"})).await.body;
    stage.delete(&format!("{path}/comments/{}", id(&comment))).await;
}

async fn messages(stage: &Stage, ticket: &Value, path: &str) {
    let file = stage.bring("/uploads", "d.txt", b"d".to_vec()).await.body;
    let mut draft = json!({
        "channel": "EMAIL", "fromEmailAddress": "suporte@jatoba.example", "to": "moss@basement.example",
        "contentType": "plainText", "content": "Have you", "attachmentIds": [file["id"]],
    });
    let made = stage.post(&format!("{path}/draftReply"), &draft).await.body;
    let attachment = made["attachments"][0]["id"].as_str().expect("an id").to_owned();
    stage.delete(&format!("{path}/threads/{}/attachments/{attachment}", id(&made))).await;
    draft["attachmentIds"] = json!([]);
    stage.patch(&format!("{path}/draftReply/{}", id(&made)), &draft).await;
    let sent = stage.act(&format!("{path}/sendDraft?draftThreadId={}", id(&made))).await;
    assert_eq!(sent.status, 200, "{}", sent.text);
    let made = stage.post(&format!("{path}/draftReply"), &draft).await.body;
    stage.delete(&format!("{path}/draftReply/{}", id(&made))).await;
    let thread = stage.reply(ticket, json!({})).await.body;
    stage.act(&format!("{path}/threads/{}/split", id(&thread))).await;
}
