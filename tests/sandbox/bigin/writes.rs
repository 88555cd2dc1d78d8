//! Results of writes: per record, with the rules that trip a client.

use reqwest::Method;
use serde_json::{Value, json};

use crate::sandbox::client::open;

#[tokio::test]
async fn a_batch_answers_per_record_in_order() {
    let stand = open().await;
    let batch = json!({ "data": [
        { "Last_Name": "Good", "Email": "batch@test.example" },
        { "First_Name": "Nobody" },
        { "Last_Name": "Twin", "Email": "BATCH@test.example" },
        { "Last_Name": "L".repeat(81) },
        { "Last_Name": "Bad", "Email": "no address" },
    ] });
    let mixed = stand.send(Method::POST, "/bigin/v2/Contacts", &batch).await;
    assert_eq!(mixed.status, 202);
    let codes: Vec<&Value> =
        mixed.body["data"].as_array().expect("entries").iter().map(|e| &e["code"]).collect();
    assert_eq!(codes, ["SUCCESS", "MANDATORY_NOT_FOUND", "DUPLICATE_DATA", "INVALID_DATA", "INVALID_DATA"]);
    let first = &mixed.body["data"][0]["details"];
    let twin = &mixed.body["data"][2]["details"];
    assert_eq!(twin["duplicate_record"]["id"], first["id"]);
    assert_eq!(twin["json_path"], "$.data[2].Email");
    assert_eq!(mixed.body["data"][3]["details"]["maximum_length"], 80);
    let failed =
        stand.send(Method::POST, "/bigin/v2/Contacts", &json!({ "data": [{ "Email": "x@y.z" }] })).await;
    assert_eq!((failed.status.as_u16(), &failed.body["data"][0]["status"]), (400, &json!("error")));
    let none = stand.send(Method::POST, "/bigin/v2/Contacts", &json!({ "data": [] })).await;
    assert_eq!(none.status, 400);
}

#[tokio::test]
async fn an_update_changes_given_keys_and_always_moves_the_time() {
    let stand = open().await;
    let id = stand.create("Contacts", json!({ "Last_Name": "Same", "Title": "CEO", "Phone": "1" })).await;
    let path = format!("/bigin/v2/Contacts/{id}");
    let before = stand.get(&path).await.body["data"][0].clone();
    stand.sandbox.shared.clock.advance(jiff::SignedDuration::from_secs(5));
    let same =
        stand.send(Method::PUT, &path, &json!({ "data": [{ "Last_Name": "Same", "Phone": null }] })).await;
    assert_eq!((same.status.as_u16(), &same.body["data"][0]["message"]), (200, &json!("record updated")));
    let after = stand.get(&path).await.body["data"][0].clone();
    assert_eq!((&after["Title"], &after["Phone"]), (&json!("CEO"), &Value::Null));
    assert_ne!(after["Modified_Time"], before["Modified_Time"]);
    assert_eq!(after["Created_Time"], before["Created_Time"]);
    let unknown =
        json!({ "data": [{ "id": "7618134000999999999", "Last_Name": "x" }, { "id": id, "Title": "CTO" }] });
    let mixed = stand.send(Method::PUT, "/bigin/v2/Contacts", &unknown).await;
    assert_eq!((mixed.status.as_u16(), &mixed.body["data"][0]["code"]), (202, &json!("INVALID_DATA")));
}

#[tokio::test]
async fn a_deal_s_stage_belongs_to_its_sub_pipeline_and_that_to_its_team_pipeline() {
    let stand = open().await;
    let layouts = stand.get("/bigin/v2/settings/layouts?module=Pipelines").await;
    assert_eq!(layouts.status, 200);
    let layout = &layouts.body["layouts"][0];
    let fields = layout["sections"][0]["fields"].as_array().expect("fields");
    let sub = fields.iter().find(|field| field["api_name"] == "Sub_Pipeline").expect("the field");
    let sub = &sub["pick_list_values"][0];
    let stage = &sub["maps"][0]["pick_list_values"][0]["actual_value"];
    let deal = json!({ "Deal_Name": "Zzq deal", "Sub_Pipeline": sub["actual_value"], "Stage": stage, "Amount": 12.5 });
    let id = stand.create("Pipelines", deal).await;
    let read = stand.get(&format!("/bigin/v2/Pipelines/{id}?fields=Pipeline,Amount,Stage")).await;
    assert_eq!(read.body["data"][0]["Pipeline"], json!({ "id": layout["id"], "name": layout["name"] }));
    assert_eq!(read.body["data"][0]["Amount"], 12.5);
    let path =
        format!("/bigin/v2/Pipelines?fields=Deal_Name&pipeline_id={}", layout["id"].as_str().expect("an id"));
    let list = stand.get(&path).await;
    let rows = list.body["data"].as_array().expect("rows");
    assert!(rows.iter().any(|row| row["id"] == json!(id)));
    let wrong = json!({ "data": [{ "Stage": "No such stage" }] });
    let refused = stand.send(Method::PUT, &format!("/bigin/v2/Pipelines/{id}"), &wrong).await;
    assert_eq!(
        (refused.status.as_u16(), &refused.body["data"][0]["code"]),
        (400, &json!("MAPPING_MISMATCH"))
    );
}

#[tokio::test]
async fn an_upsert_says_what_it_did_and_by_which_field() {
    let stand = open().await;
    let body = json!({ "data": [{ "Account_Name": "Upsert Ltda" }] });
    let first = stand.send(Method::POST, "/bigin/v2/Accounts/upsert", &body).await;
    assert_eq!((first.status.as_u16(), &first.body["data"][0]["action"]), (201, &json!("insert")));
    assert_eq!(first.body["data"][0]["duplicate_field"], Value::Null);
    let body = json!({ "data": [{ "Account_Name": "upsert ltda", "Phone": "2" }],
                       "duplicate_check_fields": ["Account_Name"] });
    let second = stand.send(Method::POST, "/bigin/v2/Accounts/upsert", &body).await;
    assert_eq!((second.status.as_u16(), &second.body["data"][0]["action"]), (200, &json!("update")));
    assert_eq!(second.body["data"][0]["duplicate_field"], "Account_Name");
    assert_eq!(second.body["data"][0]["details"]["id"], first.body["data"][0]["details"]["id"]);
}

#[tokio::test]
async fn a_company_by_name_is_made_and_a_wrong_id_refused() {
    let stand = open().await;
    let by_name = stand.create("Contacts", json!({ "Last_Name": "N", "Account_Name": "Nova Casa" })).await;
    let record = stand.get(&format!("/bigin/v2/Contacts/{by_name}?fields=Account_Name")).await;
    let company = record.body["data"][0]["Account_Name"]["id"].as_str().expect("a company").to_owned();
    let found = stand.get(&format!("/bigin/v2/Accounts/{company}")).await;
    assert_eq!(found.body["data"][0]["Account_Name"], "Nova Casa");
    let wrong = json!({ "data": [{ "Last_Name": "N", "Account_Name": { "id": "7618134000999999999" } }] });
    let refused = stand.send(Method::POST, "/bigin/v2/Contacts", &wrong).await;
    assert_eq!((refused.status.as_u16(), &refused.body["data"][0]["code"]), (400, &json!("INVALID_DATA")));
    let nameless = json!({ "data": [{ "Account_Name": "Never Founded" }] });
    assert_eq!(stand.send(Method::POST, "/bigin/v2/Contacts", &nameless).await.status, 400);
    let search = "/bigin/v2/Accounts/search?criteria=(Account_Name:equals:Never%20Founded)";
    assert_eq!(stand.get(search).await.status, 204, "a refused contact founds no company");
}

#[tokio::test]
async fn a_body_without_a_media_type_is_read_and_a_wrong_one_refused() {
    let stand = open().await;
    let request = stand.request(Method::POST, "/bigin/v2/Contacts");
    let answer =
        crate::sandbox::client::read(request.body(r#"{"data":[{"Last_Name":"Plain","Nonsense":1}]}"#)).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let broken =
        crate::sandbox::client::read(stand.request(Method::POST, "/bigin/v2/Contacts").body("{")).await;
    assert_eq!((broken.status.as_u16(), &broken.body["code"]), (400, &json!("INVALID_DATA")));
    let method = stand.send(Method::PATCH, "/bigin/v2/Contacts", &json!({})).await;
    assert_eq!(method.body["code"], "INVALID_REQUEST_METHOD");
    assert_eq!(stand.get("/bigin/v2/a/b/c/d/e").await.body["code"], "INVALID_URL_PATTERN");
}

#[tokio::test]
async fn an_event_does_not_end_before_it_begins_and_no_text_holds_a_nul() {
    let stand = open().await;
    let event = |end: &str| json!({ "data": [{ "Event_Title": "Visit", "Start_DateTime": "2026-10-15T10:00:00-03:00", "End_DateTime": end }] });
    let wrong = stand.send(Method::POST, "/bigin/v2/Events", &event("2026-10-15T09:00:00-03:00")).await;
    assert_eq!(wrong.body["data"][0]["details"]["api_name"], "End_DateTime", "{}", wrong.body);
    let right = stand.send(Method::POST, "/bigin/v2/Events", &event("2026-10-15T11:00:00-03:00")).await;
    assert_eq!(right.body["data"][0]["code"], "SUCCESS", "{}", right.body);
    // The end counts against the start that is there.
    let id = right.body["data"][0]["details"]["id"].as_str().expect("an id").to_owned();
    let change = json!({ "data": [{ "End_DateTime": "2026-10-14T11:00:00-03:00" }] });
    let moved = stand.send(Method::PUT, &format!("/bigin/v2/Events/{id}"), &change).await;
    assert_eq!(moved.body["data"][0]["code"], "INVALID_DATA", "{}", moved.body);
    let nul = json!({ "data": [{ "Last_Name": "a\u{0}b" }] });
    let nul = stand.send(Method::POST, "/bigin/v2/Contacts", &nul).await;
    assert_eq!(nul.body["data"][0]["details"]["api_name"], "Last_Name", "{}", nul.body);
}
