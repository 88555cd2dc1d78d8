//! Lists, pages, single records, related lists.

use std::collections::HashSet;

use reqwest::Method;
use serde_json::{Value, json};

use super::ids;
use crate::sandbox::client::{Stand, open, read};

/// Contacts of our own, so that the test does not depend on the story.
async fn make(stand: &Stand, count: usize) -> Vec<String> {
    let mut made = Vec::new();
    for at in 0..count.div_ceil(100) {
        let data: Vec<Value> = (at * 100..count.min(at * 100 + 100))
            .map(|n| json!({ "Last_Name": format!("Made {n}"), "Email": format!("made{n}@test.example") }))
            .collect();
        let answer = stand.send(Method::POST, "/bigin/v2/Contacts", &json!({ "data": data })).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        let entries = answer.body["data"].as_array().expect("entries");
        made.extend(entries.iter().map(|entry| entry["details"]["id"].as_str().expect("id").to_owned()));
    }
    made
}

#[tokio::test]
async fn a_list_wants_fields_and_gives_exactly_the_known_ones() {
    let stand = open().await;
    let refused = stand.get("/bigin/v2/Contacts").await;
    assert_eq!((refused.status.as_u16(), &refused.body["code"]), (400, &json!("REQUIRED_PARAM_MISSING")));
    make(&stand, 1).await;
    let list = stand.get("/bigin/v2/Contacts?fields=Last_Name%2CEmail,Department,Phone&per_page=1&").await;
    assert_eq!(list.status, 200);
    let row = list.body["data"][0].as_object().expect("a row");
    let keys: Vec<&str> = row.keys().map(String::as_str).collect();
    assert_eq!(keys, ["Email", "Last_Name", "Phone", "id"], "unknown ones are left out, empty ones are null");
    assert_eq!(list.body["info"]["sort_by"], "id");
    assert_eq!(list.body["info"]["sort_order"], "desc");
    let many = vec!["Email"; 51].join(",");
    assert_eq!(stand.get(&format!("/bigin/v2/Contacts?fields={many}")).await.status, 400);
    assert_eq!(stand.get("/bigin/v2/Nonsense?fields=x").await.body["code"], "INVALID_MODULE");
    assert_eq!(stand.get("/bigin/v2/Contacts?fields=Email&per_page=201").await.status, 400);
    assert_eq!(stand.get("/bigin/v2/Contacts?fields=Email&sort_by=Email").await.status, 400);
}

#[tokio::test]
async fn pages_by_number_and_by_token_give_every_record_once() {
    let stand = open().await;
    let made = make(&stand, 230).await;
    let total = stand.get("/bigin/v2/Contacts/actions/count").await.body["count"].as_u64().expect("a count");
    for first in ["&page=1", ""] {
        let mut seen = Vec::new();
        let mut next = first.to_owned();
        loop {
            let path = format!("/bigin/v2/Contacts?fields=Email&per_page=60&sort_by=Created_Time{next}");
            let page = stand.get(&path).await;
            assert_eq!(page.status, 200, "{}", page.text);
            assert_eq!(page.body["info"]["count"], ids(&page.body).len());
            seen.extend(ids(&page.body));
            if page.body["info"]["more_records"] == false {
                assert_eq!(page.body["info"]["next_page_token"], Value::Null);
                break;
            }
            let token = page.body["info"]["next_page_token"].as_str().expect("a token");
            next = format!("&page_token={token}");
        }
        assert_eq!(seen.len() as u64, total);
        let seen: HashSet<String> = seen.into_iter().collect();
        assert_eq!(seen.len() as u64, total);
        assert!(made.iter().all(|id| seen.contains(id)));
    }
    assert_eq!(stand.get("/bigin/v2/Contacts?fields=Email&page=99").await.status, 400, "beyond 2 000");
    assert_eq!(stand.get("/bigin/v2/Contacts?fields=Email&page=9").await.status, 204);
}

#[tokio::test]
async fn a_page_token_is_bound_to_its_parameters_and_dies() {
    let stand = open().await;
    make(&stand, 3).await;
    let first = stand.get("/bigin/v2/Contacts?fields=Email&per_page=2").await;
    let token = first.body["info"]["next_page_token"].as_str().expect("a token").to_owned();
    let with = |rest: &str| format!("/bigin/v2/Contacts?fields=Email&page_token={token}&{rest}");
    let code = |body: Value| body["code"].as_str().unwrap_or("").to_owned();
    assert_eq!(code(stand.get(&with("per_page=3")).await.body), "TOKEN_BOUND_DATA_MISMATCH");
    assert_eq!(code(stand.get(&with("per_page=2&page=2")).await.body), "AMBIGUITY_DURING_PROCESSING");
    assert_eq!(stand.get(&with("per_page=2")).await.status, 200);
    assert_eq!(stand.get("/bigin/v2/Contacts?fields=Email&page_token=x").await.status, 400);
    stand.sandbox.shared.clock.advance(jiff::SignedDuration::from_mins(50));
    assert_eq!(stand.get(&with("per_page=2")).await.status, 200, "it lives 24 hours");
}

#[tokio::test]
async fn nothing_is_204_with_an_empty_body() {
    let stand = open().await;
    let id = make(&stand, 1).await.remove(0);
    assert_eq!(stand.delete(&format!("/bigin/v2/Contacts/{id}")).await.status, 200);
    for path in [
        format!("/bigin/v2/Contacts/{id}"),
        "/bigin/v2/Contacts/7618134000999999999".to_owned(),
        "/bigin/v2/Contacts/search?email=nobody@nowhere.example".to_owned(),
        format!("/bigin/v2/Contacts/{id}/Pipelines?fields=Deal_Name"),
    ] {
        let answer = stand.get(&path).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (204, ""), "{path}");
        assert_eq!(answer.headers["content-type"], "application/json;charset=UTF-8");
    }
    assert_eq!(stand.get("/bigin/v2/Contacts/12x").await.status, 400);
    assert_eq!(stand.delete(&format!("/bigin/v2/Contacts/{id}")).await.status, 400, "gone already");
    let deleted = stand.get("/bigin/v2/Contacts/deleted").await;
    assert_eq!(deleted.body["data"][0]["id"], json!(id));
    assert_eq!(deleted.body["data"][0]["type"], "recycle");
}

#[tokio::test]
async fn a_record_shows_empty_as_null_and_times_in_the_organization_s_zone() {
    let stand = open().await;
    let id = stand.create("Contacts", json!({ "Last_Name": "Prado", "First_Name": "Ana" })).await;
    let answer = stand.get(&format!("/bigin/v2/Contacts/{id}")).await;
    let record = &answer.body["data"][0];
    assert_eq!(record["Full_Name"], "Ana Prado");
    assert_eq!(record["Email"], Value::Null);
    assert_eq!(record["Tag"], json!([]));
    assert!(record["Owner"]["email"].is_string() && record["Created_By"]["id"].is_string());
    let time = record["Created_Time"].as_str().expect("a time");
    assert_eq!(time.len(), "2026-10-07T03:21:34-03:00".len(), "whole seconds: {time}");
    assert!(answer.body.get("info").is_none());
}

#[tokio::test]
async fn if_modified_since_gives_the_newer_ones_or_304() {
    let stand = open().await;
    make(&stand, 2).await;
    let since = |time: String| {
        let request = stand.request(Method::GET, "/bigin/v2/Contacts?fields=Email");
        read(request.header("If-Modified-Since", time))
    };
    let now = stand.sandbox.shared.clock.now();
    let newer = since((now - jiff::SignedDuration::from_secs(60)).to_string()).await;
    assert_eq!((newer.status.as_u16(), ids(&newer.body).len()), (200, 2));
    let none = since((now + jiff::SignedDuration::from_secs(60)).to_string()).await;
    assert_eq!((none.status.as_u16(), none.text.as_str()), (304, ""));
    assert_eq!(since("Sat, 01 Jan 2022 00:00:00 GMT".to_owned()).await.status, 400);
}

#[tokio::test]
async fn a_company_knows_its_contacts_and_takes_them_along() {
    let stand = open().await;
    let company = stand.create("Accounts", json!({ "Account_Name": "Test Tecidos" })).await;
    let contact =
        stand.create("Contacts", json!({ "Last_Name": "Um", "Account_Name": { "id": company } })).await;
    let note = json!({ "data": [{ "Note_Title": "Call", "Note_Content": "Ring on Monday" }] });
    let noted = stand.send(Method::POST, &format!("/bigin/v2/Contacts/{contact}/Notes"), &note).await;
    assert_eq!(noted.status, 201, "{}", noted.text);
    let path = format!("/bigin/v2/Accounts/{company}/Contacts?fields=Last_Name,Account_Name");
    let list = stand.get(&path).await;
    assert_eq!(ids(&list.body), std::slice::from_ref(&contact));
    assert_eq!(list.body["data"][0]["Account_Name"], json!({ "name": "Test Tecidos", "id": company }));
    let written = stand.get(&format!("/bigin/v2/Contacts/{contact}/Notes?fields=Note_Title,Parent_Id")).await;
    assert_eq!(written.body["data"][0]["Parent_Id"]["id"], json!(contact));
    assert_eq!(stand.delete(&format!("/bigin/v2/Accounts?ids={company}")).await.status, 200);
    assert_eq!(stand.get(&format!("/bigin/v2/Contacts/{contact}")).await.status, 204);
}

#[tokio::test]
async fn a_unique_custom_field_is_its_own_records_alone() {
    let stand = open().await;
    let fields = stand.get("/bigin/v2/settings/fields?module=Contacts").await;
    let fields = fields.body["fields"].as_array().expect("fields").clone();
    let code = fields.iter().find(|field| field["api_name"] == "Customer_Code").expect("the field");
    assert_eq!((&code["unique"]["casesensitive"], &code["custom_field"]), (&json!("0"), &json!(true)));
    let first = stand.create("Contacts", json!({ "Last_Name": "One", "Customer_Code": "k-1" })).await;
    let other = stand.create("Contacts", json!({ "Last_Name": "Two", "Customer_Code": "K-2" })).await;
    let second = json!({ "data": [{ "Last_Name": "Three", "Customer_Code": "K-1" }] });
    let refused = stand.send(Method::POST, "/bigin/v2/Contacts", &second).await;
    assert_eq!((refused.status.as_u16(), &refused.body["data"][0]["code"]), (400, &json!("DUPLICATE_DATA")));
    let details = &refused.body["data"][0]["details"];
    assert_eq!(
        (&details["api_name"], &details["duplicate_record"]["id"]),
        (&json!("Customer_Code"), &json!(first))
    );
    let take = json!({ "data": [{ "Customer_Code": "k-2" }] });
    let path = format!("/bigin/v2/Contacts/{first}");
    assert_eq!(stand.send(Method::PUT, &path, &take).await.status, 400, "the other one has it");
    stand.delete(&format!("/bigin/v2/Contacts/{other}")).await;
    assert_eq!(stand.send(Method::PUT, &path, &take).await.status, 200, "nobody has it any more");
    let upsert = json!({ "data": [{ "Last_Name": "One again", "Customer_Code": "K-2" }],
                         "duplicate_check_fields": ["Customer_Code"] });
    let done = stand.send(Method::POST, "/bigin/v2/Contacts/upsert", &upsert).await;
    let entry = &done.body["data"][0];
    assert_eq!(
        (&entry["action"], &entry["details"]["id"]),
        (&json!("update"), &json!(first)),
        "{}",
        done.text
    );
}
