//! Contacts and accounts.

use reqwest::Method;
use serde_json::json;

use super::super::stage::{Stage, id};
use super::things::Things;

/// Every operation that writes them.
pub async fn write(stage: &Stage, things: &Things) {
    let (contact, account) = (things.get("contact"), things.get("account"));
    stage.patch(&format!("/contacts/{contact}"), &json!({"phone": "1"})).await;
    stage.patch(&format!("/accounts/{account}"), &json!({"phone": "1"})).await;
    for (noun, one) in [("contacts", contact), ("accounts", account)] {
        let many = json!({"ids": [one, "1"], "fieldName": "phone", "fieldValue": "2"});
        stage.post(&format!("/{noun}/updateMany"), &many).await;
        let comments = format!("/{noun}/{one}/comments");
        let made = stage.post(&comments, &json!({"content": "x"})).await.body;
        let path = format!("{comments}/{}", id(&made));
        stage.stand.send(Method::PUT, &format!("/api/v1{path}"), &json!({"content": "y"})).await;
        stage.delete(&path).await;
    }
    ties(stage, contact, things.get("account.twin")).await;
    let twin = things.get("contact.twin");
    stage
        .post(&format!("/contacts/{contact}/merge"), &json!({"ids": [twin], "source": {"email": twin}}))
        .await;
    let twin = things.get("account.twin");
    stage.post(&format!("/accounts/{account}/merge"), &json!({"ids": [twin]})).await;
    let spam = stage.post("/contacts", &json!({"lastName": "Spam"})).await.body;
    stage.post("/contacts/markSpam", &json!({"ids": [id(&spam), "1"], "isSpam": true})).await;
    stage.post("/contacts/moveToTrash", &json!({"contactIds": [id(&spam)]})).await;
    let gone = stage.post("/accounts", &json!({"accountName": "Gone"})).await.body;
    stage.post("/accounts/moveToTrash", &json!({"accountIds": [id(&gone)]})).await;
}

async fn ties(stage: &Stage, contact: &str, account: &str) {
    let path = format!("/contacts/{contact}");
    let wish = json!({"data": [{"id": account, "isAccountTicketsViewable": true}, {"id": "1"}]});
    stage.post(&format!("{path}/associateAccounts"), &wish).await;
    let rows = stage.rows(&format!("{path}/accounts")).await;
    let tie = rows[1]["mappingInfo"]["mappingId"].as_str().expect("an id");
    stage.patch(&format!("/accountContactMapping/{tie}"), &json!({"isAccountTicketsViewable": false})).await;
    stage.post(&format!("{path}/dissociateAccounts"), &json!({"ids": [account, "1"]})).await;
}
