//! What there is not says so as Bigin does, and leaves everything as it was.

use reqwest::Method;
use serde_json::{Value, json};

use super::codes;
use crate::sandbox::client::{open, read};

#[tokio::test]
async fn operations_beyond_the_list_answer_as_an_unknown_url_does() {
    let stand = open().await;
    let id = stand.create("Contacts", json!({ "Last_Name": "Here" })).await;
    for (method, path) in [
        (Method::POST, "/bigin/v2/coql".to_owned()),
        (Method::GET, "/bigin/v2/settings/currencies".to_owned()),
        (Method::GET, "/bigin/v2/settings/custom_views?module=Contacts".to_owned()),
        (Method::GET, "/bigin/v2/features".to_owned()),
        (Method::GET, "/bigin/v2/actions/nothing".to_owned()),
        (Method::POST, "/bigin/v2/Contacts/actions/merge".to_owned()),
        (Method::GET, format!("/bigin/v2/Contacts/{id}/photo")),
        (Method::GET, format!("/bigin/v2/Contacts/{id}/Emails")),
        (Method::GET, format!("/bigin/v2/Contacts/{id}/Attachments?fields=id")),
        (Method::POST, "/bigin/bulk/v2/read".to_owned()),
        (Method::GET, "/bigin/v1/Contacts".to_owned()),
        (Method::GET, "/bigin/v2/".to_owned()),
    ] {
        let answer = stand.send(method, &path, &json!({})).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.body["code"]),
            (404, &json!("INVALID_URL_PATTERN")),
            "{path}"
        );
        assert_eq!(answer.headers["content-type"], "application/json;charset=UTF-8");
    }
    for module in ["Nonsense", "nope", "contacts"] {
        let answer = stand.get(&format!("/bigin/v2/{module}?fields=x")).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.body["code"]),
            (400, &json!("INVALID_MODULE")),
            "{module}"
        );
    }
    assert_eq!(
        stand.get(&format!("/bigin/v2/Contacts/{id}/Nonsense?fields=x")).await.body["code"],
        "INVALID_DATA"
    );
}

#[tokio::test]
async fn batches_have_one_to_a_hundred_records_in_their_order() {
    let stand = open().await;
    let batch = |count: usize| {
        let data: Vec<Value> = (0..count).map(|n| json!({ "Subject": format!("Task {n}") })).collect();
        json!({ "data": data })
    };
    for (count, status) in [(0, 400), (1, 201), (100, 201), (101, 400)] {
        let answer = stand.send(Method::POST, "/bigin/v2/Tasks", &batch(count)).await;
        assert_eq!(answer.status.as_u16(), status, "{count}");
        if status == 201 {
            assert_eq!(codes(&answer.body, "data").len(), count);
        }
    }
    let over = stand.send(Method::POST, "/bigin/v2/Tasks", &batch(101)).await;
    assert_eq!(over.body["code"], "LIMIT_EXCEEDED");
    let blank =
        stand.send(Method::POST, "/bigin/v2/Contacts", &json!({ "data": [{ "Last_Name": "   " }] })).await;
    assert_eq!(codes(&blank.body, "data"), ["MANDATORY_NOT_FOUND"]);
    let huge = vec![b' '; 30 << 20];
    let huge = read(stand.request(Method::POST, "/bigin/v2/Contacts").body(huge)).await;
    assert_eq!((huge.status.as_u16(), &huge.body["status"]), (413, &json!("error")), "{}", huge.text);
    let checks = json!({ "data": [{ "Last_Name": "x" }], "duplicate_check_fields": "Email" });
    let refused = stand.send(Method::POST, "/bigin/v2/Contacts/upsert", &checks).await;
    assert_eq!(refused.body["details"]["json_path"], "$.duplicate_check_fields");
    let both = stand.get("/bigin/v2/Contacts/search?word=x&email=y@z.example").await;
    assert_eq!((both.status.as_u16(), &both.body["code"]), (400, &json!("AMBIGUITY_DURING_PROCESSING")));
}

#[tokio::test]
async fn ids_may_be_numbers_and_a_unique_custom_field_is_unique() {
    let stand = open().await;
    let id = stand.create("Contacts", json!({ "Last_Name": "Number" })).await;
    let number: u64 = id.parse().expect("a number");
    let owner = stand.get("/bigin/v2/users?type=CurrentUser").await.body["users"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let owner: u64 = owner.parse().expect("a number");
    let change = json!({ "data": [{ "id": number, "Title": "CEO", "Owner": { "id": owner } }] });
    let done = stand.send(Method::PUT, "/bigin/v2/Contacts", &change).await;
    assert_eq!(done.status, 200, "{}", done.text);
    let fields = stand.get("/bigin/v2/settings/fields?module=Accounts").await;
    let cnpj = fields.body["fields"]
        .as_array()
        .expect("fields")
        .iter()
        .find(|field| field["api_name"] == "CNPJ")
        .expect("CNPJ")
        .clone();
    assert_eq!((&cnpj["unique"], &cnpj["custom_field"]), (&json!({ "casesensitive": "0" }), &json!(true)));
    let first =
        stand.create("Accounts", json!({ "Account_Name": "Zzq one", "CNPJ": "99.999.999/0001-00" })).await;
    let twin = json!({ "data": [{ "Account_Name": "Zzq two", "CNPJ": "99.999.999/0001-00" }] });
    let refused = stand.send(Method::POST, "/bigin/v2/Accounts", &twin).await;
    assert_eq!(codes(&refused.body, "data"), ["DUPLICATE_DATA"]);
    assert_eq!(refused.body["data"][0]["details"]["duplicate_record"]["id"], json!(first));
    let upsert = json!({ "data": [{ "Account_Name": "Zzq three", "CNPJ": "99.999.999/0001-00" }], "duplicate_check_fields": ["CNPJ"] });
    let done = stand.send(Method::POST, "/bigin/v2/Accounts/upsert", &upsert).await;
    assert_eq!(
        (&done.body["data"][0]["action"], &done.body["data"][0]["duplicate_field"]),
        (&json!("update"), &json!("CNPJ"))
    );
    assert_eq!(
        stand.get(&format!("/bigin/v2/Accounts/{first}")).await.body["data"][0]["Account_Name"],
        "Zzq three"
    );
}
