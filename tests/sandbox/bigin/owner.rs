//! Other owners, of one record and of many.

use reqwest::Method;
use serde_json::json;

use super::codes;
use crate::sandbox::client::open;

#[tokio::test]
async fn records_change_hands() {
    let stand = open().await;
    let users = stand.get("/bigin/v2/users").await;
    let other = users.body["users"][2]["id"].as_str().expect("a user").to_owned();
    let contact = stand.create("Contacts", json!({ "Last_Name": "Handed over" })).await;
    let task = stand.create("Tasks", json!({ "Subject": "Call", "Who_Id": { "id": contact } })).await;
    let path = format!("/bigin/v2/Contacts/{contact}");
    let wish = json!({ "owner": { "id": other }, "related_modules": [{ "api_name": "Tasks" }] });
    let done = stand.send(Method::POST, &format!("{path}/actions/change_owner"), &wish).await;
    assert_eq!((done.status.as_u16(), codes(&done.body, "data")), (200, vec!["SUCCESS"]), "{}", done.text);
    assert_eq!(stand.get(&path).await.body["data"][0]["Owner"]["id"], json!(other));
    let task = stand.get(&format!("/bigin/v2/Tasks/{task}?fields=Owner")).await;
    assert_eq!(task.body["data"][0]["Owner"]["id"], json!(other), "the open task goes along");
    let first = users.body["users"][0]["id"].clone();
    let many = json!({ "ids": [contact, "7618134000999999999"], "owner": { "id": first } });
    let done = stand.send(Method::POST, "/bigin/v2/Contacts/actions/change_owner", &many).await;
    assert_eq!((done.status.as_u16(), codes(&done.body, "data")), (202, vec!["SUCCESS", "INVALID_DATA"]));
    for (wrong, code) in [
        (json!({ "ids": [contact] }), "MANDATORY_NOT_FOUND"),
        (json!({ "ids": [contact], "owner": { "id": "1" } }), "INVALID_DATA"),
        (json!({ "ids": vec!["1"; 501], "owner": { "id": first } }), "LIMIT_EXCEEDED"),
        (json!({ "owner": { "id": first } }), "MANDATORY_NOT_FOUND"),
    ] {
        let refused = stand.send(Method::POST, "/bigin/v2/Contacts/actions/change_owner", &wrong).await;
        assert_eq!((refused.status.as_u16(), &refused.body["code"]), (400, &json!(code)));
    }
    assert_eq!(
        stand.get(&path).await.body["data"][0]["Owner"]["id"],
        first,
        "a refused wish changes nothing"
    );
}
