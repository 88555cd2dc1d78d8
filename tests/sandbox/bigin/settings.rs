//! What Bigin tells about itself, and the switches for what no source settles.

use reqwest::Method;
use serde_json::{Value, json};

use super::codes;
use crate::sandbox::client::{open, read};

#[tokio::test]
async fn settings_have_the_keys_that_clients_read() {
    let stand = open().await;
    let layouts = stand.get("/bigin/v2/settings/layouts?module=Pipelines").await;
    for layout in layouts.body["layouts"].as_array().expect("layouts") {
        for key in [
            "id",
            "name",
            "api_name",
            "status",
            "created_time",
            "actions_allowed",
            "has_more_profiles",
            "sections",
        ] {
            assert!(layout.get(key).is_some(), "{key}");
        }
    }
    let profiles = stand.get("/bigin/v2/settings/profiles").await;
    let roles = stand.get("/bigin/v2/settings/roles").await;
    assert_eq!(profiles.body["profiles"][0]["custom"], false);
    assert!(profiles.body["profiles"].as_array().is_some_and(|all| all.len() == 2));
    assert_eq!(roles.body["roles"][0]["reporting_to"], Value::Null);
    assert_eq!(roles.body["roles"][1]["reporting_to"]["id"], roles.body["roles"][0]["id"]);
    let users = stand.get("/bigin/v2/users?type=ActiveUsers").await;
    let count = users.body["info"]["count"].as_u64().expect("a count");
    let credits = stand.get("/_sandbox/credits").await;
    assert_eq!(credits.body["bigin"]["total"], 50_000 + 250 * count);
    let list = stand.get("/bigin/v2/Contacts?fields=Email&per_page=1").await;
    assert_eq!(list.headers["content-disposition"], "attachment; filename=response.json");
    assert_eq!(list.headers["cache-control"], "no-store, no-cache, must-revalidate, private");
}

#[tokio::test]
async fn what_no_source_settles_is_a_switch() {
    let stand = open().await;
    let turn = json!({ "bigin_partial_207": true, "bigin_modified_since": false });
    let turned = stand.send(Method::PUT, "/_sandbox/switches", &turn).await;
    assert_eq!(
        (turned.status.as_u16(), &turned.body["bigin_partial_207"]),
        (200, &json!(true)),
        "{}",
        turned.text
    );
    let mixed = json!({ "data": [{ "Last_Name": "Good" }, {}] });
    let mixed = stand.send(Method::POST, "/bigin/v2/Contacts", &mixed).await;
    assert_eq!(
        (mixed.status.as_u16(), codes(&mixed.body, "data")),
        (207, vec!["SUCCESS", "MANDATORY_NOT_FOUND"])
    );
    let late = stand.request(Method::GET, "/bigin/v2/Contacts?fields=Email&per_page=1");
    assert_eq!(
        read(late.header("If-Modified-Since", "2099-01-01T00:00:00+00:00")).await.status,
        200,
        "not heard"
    );
    let wrong = stand.send(Method::PUT, "/_sandbox/switches", &json!({ "bigin_partial_207": 200 })).await;
    assert_eq!(wrong.status, 400, "{}", wrong.text);
}

#[tokio::test]
async fn the_recycle_bin_empties_itself_after_sixty_days() {
    let stand = open().await;
    let id = stand.create("Products", json!({ "Product_Name": "Zzq old" })).await;
    assert_eq!(stand.delete(&format!("/bigin/v2/Products/{id}")).await.status, 200);
    let kind = |body: &Value| body["data"][0]["type"].clone();
    assert_eq!(kind(&stand.get("/bigin/v2/Products/deleted?type=recycle").await.body), "recycle");
    assert_eq!(stand.get("/bigin/v2/Products/deleted?type=permanent").await.status, 204);
    stand.sandbox.shared.clock.advance(jiff::SignedDuration::from_hours(61 * 24));
    let token = stand.token_of(0).await;
    let late = |path: &str| read(stand.request_as(&token, Method::GET, path));
    assert_eq!(kind(&late("/bigin/v2/Products/deleted?type=permanent").await.body), "permanent");
    assert_eq!(late("/bigin/v2/Products/deleted?type=recycle").await.status, 204);
}
