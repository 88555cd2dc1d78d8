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
            "show_business_card",
            "sections",
        ] {
            assert!(layout.get(key).is_some(), "{key}");
        }
        let section = &layout["sections"][0];
        for key in ["id", "column_count", "tab_traversal", "isSubformSection"] {
            assert!(section.get(key).is_some(), "{key}");
        }
        let fields = section["fields"].as_array().expect("fields");
        let field = |name: &str| fields.iter().find(|field| field["api_name"] == name).expect("a field");
        let maps = &field("Sub_Pipeline")["pick_list_values"][0]["maps"][0];
        assert_eq!((&maps["id"], maps["id"].is_string()), (&field("Stage")["id"], true));
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

/// The fields of Contacts as the real service gave them, where they are at hand.
#[allow(clippy::print_stderr)] // a test that is skipped says so
fn recorded() -> Option<Vec<Value>> {
    let file = crate::published::files::root().join("bigin-contacts-fields.json");
    let Ok(text) = std::fs::read_to_string(&file) else {
        eprintln!("skipped: no {}", file.display());
        return None;
    };
    let body: Value = serde_json::from_str(&text).expect("JSON");
    body.get("fields").unwrap_or(&body).as_array().cloned()
}

#[tokio::test]
async fn the_fields_of_contacts_are_marked_as_recorded() {
    let stand = open().await;
    let answer = stand.get("/bigin/v2/settings/fields?module=Contacts").await;
    let own = answer.body["fields"].as_array().expect("fields");
    for field in recorded().unwrap_or_default() {
        let name = field["api_name"].as_str().expect("a name");
        let mine = own.iter().find(|mine| mine["api_name"] == name).expect("every recorded field");
        for (key, value) in field.as_object().expect("an object") {
            // These hold ids, or more choices and people than here.
            if !["id", "profiles", "pick_list_values", "lookup", "tooltip"].contains(&key.as_str()) {
                assert_eq!(&mine[key], value, "{key} of {name}");
            }
        }
        assert_eq!(
            mine["profiles"][0]["permission_type"], field["profiles"][0]["permission_type"],
            "profiles of {name}"
        );
    }
}

#[tokio::test]
async fn there_are_modules_that_a_client_has_to_pass_over() {
    let stand = open().await;
    let answer = stand.get("/bigin/v2/settings/modules").await;
    let modules = answer.body["modules"].as_array().expect("modules").clone();
    let of = |name: &str| modules.iter().find(|module| module["api_name"] == name).expect("a module").clone();
    assert_eq!(modules.len(), 11);
    assert_eq!(of("Associated_Products")["generated_type"], "linking");
    assert_eq!(of("Associated_Products")["module_name"], "LinkingModule1");
    assert_eq!(
        (&of("Attachments")["visible"], &of("Attachments")["editable"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(of("Social")["api_supported"], false);
    let ids: std::collections::BTreeSet<String> = modules.iter().map(|one| one["id"].to_string()).collect();
    assert_eq!(ids.len(), 11);
    let one = stand.get("/bigin/v2/settings/modules/Social").await;
    assert_eq!(one.body["modules"][0], of("Social"));
    assert_eq!(stand.get("/bigin/v2/Attachments?fields=id").await.body["code"], "INVALID_MODULE");
}
