//! Tags of a module and of its records.

use reqwest::Method;
use serde_json::{Value, json};

use super::{codes, ids};
use crate::sandbox::client::open;

#[tokio::test]
async fn tags_are_made_renamed_and_taken_away() {
    let stand = open().await;
    let path = "/bigin/v2/settings/tags?module=Contacts";
    let wish = json!({ "tags": [{ "name": "Zzq", "color_code": "#57B1FD" }, { "name": "zzq" }, { "name": "x".repeat(26) }, {}] });
    let made = stand.send(Method::POST, path, &wish).await;
    assert_eq!(
        (made.status.as_u16(), codes(&made.body, "tags")),
        (202, vec!["SUCCESS", "DUPLICATE_DATA", "INVALID_DATA", "MANDATORY_NOT_FOUND"])
    );
    let tag = made.body["tags"][0]["details"]["id"].as_str().expect("an id").to_owned();
    let contact =
        stand.create("Contacts", json!({ "Last_Name": "Tagged", "Tag": [{ "name": "Zzq" }] })).await;
    let renamed = json!({ "tags": [{ "name": "Zzq two", "color_code": null }] });
    let renamed =
        stand.send(Method::PUT, &format!("/bigin/v2/settings/tags/{tag}?module=Contacts"), &renamed).await;
    assert_eq!(renamed.status, 200, "{}", renamed.text);
    let read = stand.get(&format!("/bigin/v2/Contacts/{contact}")).await;
    assert_eq!(read.body["data"][0]["Tag"], json!([{ "name": "Zzq two", "id": tag, "color_code": null }]));
    let list = stand.get(path).await;
    let row = list.body["tags"]
        .as_array()
        .expect("tags")
        .iter()
        .find(|row| row["id"] == json!(tag))
        .expect("the tag")
        .clone();
    assert!(row["created_by"]["name"].is_string() && row["modified_time"].is_string(), "{row}");
    assert_eq!(stand.delete(&format!("/bigin/v2/settings/tags/{tag}")).await.status, 200);
    assert_eq!(stand.delete(&format!("/bigin/v2/settings/tags/{tag}")).await.status, 400);
    assert_eq!(stand.get(&format!("/bigin/v2/Contacts/{contact}")).await.body["data"][0]["Tag"], json!([]));
    let none =
        stand.send(Method::POST, "/bigin/v2/settings/tags", &json!({ "tags": [{ "name": "y" }] })).await;
    assert_eq!(none.body["code"], "REQUIRED_PARAM_MISSING");
}

#[tokio::test]
async fn records_are_marked_one_by_one_and_many_at_once() {
    let stand = open().await;
    let one = stand.create("Contacts", json!({ "Last_Name": "One" })).await;
    let two = stand.create("Contacts", json!({ "Last_Name": "Two" })).await;
    let names = |body: &Value| {
        let tags = body["data"][0]["Tag"].as_array().expect("tags").clone();
        tags.iter().map(|tag| tag["name"].as_str().unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    let path = format!("/bigin/v2/Contacts/{one}");
    let before = stand.get(&path).await.body["data"][0]["Modified_Time"].clone();
    stand.sandbox.shared.clock.advance(jiff::SignedDuration::from_secs(3));
    let wish = json!({ "tags": [{ "name": "Alpha" }, { "name": "Beta" }] });
    let done = stand.send(Method::POST, &format!("{path}/actions/add_tags"), &wish).await;
    assert_eq!(done.status, 200, "{}", done.text);
    assert_eq!(
        (&done.body["success_count"], done.body["data"][0]["details"]["tags"][1]["name"].as_str()),
        (&json!("1"), Some("Beta"))
    );
    let read = stand.get(&path).await;
    assert_eq!(names(&read.body), ["Alpha", "Beta"]);
    assert_ne!(read.body["data"][0]["Modified_Time"], before);
    let off = json!({ "tags": [{ "name": "alpha" }, { "name": "Never" }] });
    assert_eq!(stand.send(Method::POST, &format!("{path}/actions/remove_tags"), &off).await.status, 200);
    assert_eq!(names(&stand.get(&path).await.body), ["Beta"]);
    let many = format!(
        "/bigin/v2/Contacts/actions/add_tags?ids={one},{two},7618134000999999999&tag_names=Gamma&over_write=true"
    );
    let done = stand.send(Method::POST, &many, &json!({})).await;
    assert_eq!(
        (done.status.as_u16(), codes(&done.body, "data")),
        (200, vec!["SUCCESS", "SUCCESS", "INVALID_DATA"])
    );
    assert_eq!(names(&stand.get(&path).await.body), ["Gamma"], "overwritten");
    let found = stand.get("/bigin/v2/Contacts/search?criteria=(Tag:equals:Gamma)").await;
    let found = ids(&found.body);
    assert!(found.contains(&one) && found.contains(&two), "{found:?}");
    let missing = stand.send(Method::POST, "/bigin/v2/Contacts/actions/add_tags", &wish).await;
    assert_eq!(missing.body["code"], "REQUIRED_PARAM_MISSING");
    let body = json!({ "ids": [one, two], "tags": [{ "name": "Gamma" }] });
    assert_eq!(stand.send(Method::POST, "/bigin/v2/Contacts/actions/remove_tags", &body).await.status, 200);
    assert_eq!(names(&stand.get(&path).await.body), Vec::<String>::new());
}
