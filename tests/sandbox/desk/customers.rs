//! Contacts and accounts: three projections, 404 and 403, changes.

use serde_json::{Value, json};

use super::stage::{Stage, faults, has, id};

#[tokio::test]
async fn an_unknown_contact_is_404_and_an_unknown_account_403() {
    let stage = Stage::open().await;
    for path in ["/contacts/1", "/contacts/abc", "/contacts/1/tickets", "/accounts/abc"] {
        let answer = stage.get(path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body["errorCode"].as_str()),
            (404, Some("URL_NOT_FOUND")),
            "{path}"
        );
    }
    for path in ["/accounts/1", "/accounts/1/tickets", "/accounts/1/contacts"] {
        let answer = stage.get(path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body["errorCode"].as_str()),
            (403, Some("FORBIDDEN")),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_contact_has_three_faces() {
    let stage = Stage::open().await;
    let row = stage.rows("/contacts?limit=1").await[0].clone();
    for key in ["modifiedTime", "cf", "owner", "street", "account", "zip"] {
        assert!(!has(&row, key), "list row: {key}");
    }
    let one = stage.get(&format!("/contacts/{}?include=accounts,owner", id(&row))).await.body;
    for key in
        ["modifiedTime", "cf", "customFields", "owner", "street", "account", "zip", "isTrashed", "layoutId"]
    {
        assert!(has(&one, key), "record: {key}");
    }
    let path = format!("/contacts/search?id={}", id(&row));
    let found = stage.get(&path).await.body["data"][0].clone();
    for key in ["modifiedTime", "cf", "owner", "account", "title", "layoutId"] {
        assert!(has(&found, key), "search row: {key}");
    }
    assert!(!has(&found, "isSpam") && !has(&found, "isTrashed"));
}

#[tokio::test]
async fn a_contact_is_made_with_a_last_name_and_changed_in_part() {
    let stage = Stage::open().await;
    let none = stage.post("/contacts", &json!({"firstName": "Jen"})).await;
    assert_eq!(faults(&none), ["/lastName missing"]);
    let wrong =
        json!({"lastName": "Barber", "cf": {"cf_nothing": "x"}, "accountId": "1", "email": "no address"});
    let wrong = stage.post("/contacts", &wrong).await;
    assert_eq!(faults(&wrong).len(), 3, "{}", wrong.text);
    let made = stage.post("/contacts", &json!({"lastName": "Barber", "zip": "01310-100"})).await;
    assert_eq!((made.status.as_u16(), made.body["zip"].as_str()), (200, Some("01310-100")));
    let path = format!("/contacts/{}", id(&made.body));
    stage.wait(5);
    let changed = stage.patch(&path, &json!({"phone": "123", "zip": ""})).await.body;
    assert_eq!(
        (changed["phone"].as_str(), &changed["zip"], changed["lastName"].as_str()),
        (Some("123"), &Value::Null, Some("Barber"))
    );
    assert!(changed["modifiedTime"].as_str() > made.body["modifiedTime"].as_str());
}

#[tokio::test]
async fn the_postal_code_is_zip_on_a_contact_and_code_on_an_account() {
    let stage = Stage::open().await;
    let row = stage.rows("/accounts?limit=1").await[0].clone();
    assert!(!has(&row, "modifiedTime") && !has(&row, "code"));
    let one = stage.get(&format!("/accounts/{}?include=owner", id(&row))).await.body;
    assert!(has(&one, "code") && has(&one, "annualrevenue") && !has(&one, "zip"));
    let made = stage.post("/accounts", &json!({"accountName": "Reynholm", "code": "W1"})).await;
    assert_eq!((made.status.as_u16(), made.body["code"].as_str()), (200, Some("W1")));
    assert_eq!(faults(&stage.post("/accounts", &json!({"code": "1"})).await), ["/accountName missing"]);
}

#[tokio::test]
async fn an_account_has_its_contacts_and_their_tickets() {
    let stage = Stage::open().await;
    let account = stage.post("/accounts", &json!({"accountName": "Reynholm"})).await.body;
    let contact =
        stage.post("/contacts", &json!({"lastName": "Reynholm", "accountId": account["id"]})).await.body;
    let path = format!("/accounts/{}", id(&account));
    let rows = stage.rows(&format!("{path}/contacts")).await;
    assert_eq!(
        (&rows[0]["id"], rows[0]["mappingInfo"]["mappingType"].as_str()),
        (&contact["id"], Some("PRIMARY"))
    );
    assert_eq!(stage.get(&format!("{path}/tickets")).await.status, 204);
    let department = stage.department("Support").await;
    let body = json!({"subject": "Father!", "departmentId": department, "contactId": contact["id"]});
    let ticket = stage.post("/tickets", &body).await.body;
    assert_eq!(ticket["accountId"], account["id"]);
    assert_eq!(
        stage.rows(&format!("{path}/tickets?include=contacts")).await[0]["contact"]["lastName"],
        "Reynholm"
    );
    let back = stage.rows(&format!("/contacts/{}/accounts", id(&contact))).await;
    assert_eq!(back[0]["accountName"], "Reynholm");
    let standing = stage.get(&format!("{path}/statistics")).await.body;
    assert_eq!((standing["totalTickets"].as_str(), standing["openTickets"].as_str()), (Some("1"), Some("1")));
}

#[tokio::test]
async fn contacts_are_changed_many_at_once_with_a_result_each() {
    let stage = Stage::open().await;
    let made = stage.post("/contacts", &json!({"lastName": "Noir"})).await.body;
    let body = json!({"ids": [made["id"], "1"], "fieldName": "type", "fieldValue": "paidUser", "isCustomField": false});
    let answer = stage.post("/contacts/updateMany", &body).await;
    assert_eq!(answer.status, 200, "unlike the tickets' 204");
    let results = answer.body["results"].as_array().expect("results");
    assert_eq!((&results[0]["success"], &results[1]["success"]), (&json!(true), &json!(false)));
}
