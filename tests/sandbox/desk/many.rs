//! What can't be said of a record is not said of many either; ids of nobody are refused.

use serde_json::{Value, json};

use super::stage::{Stage, faults, id};

#[tokio::test]
async fn what_has_to_be_there_is_not_cleared() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let contact = stage.post("/contacts", &json!({"lastName": "Stays"})).await.body;
    let account = stage.post("/accounts", &json!({"accountName": "Stays"})).await.body;
    let many = |one: &Value, name: &str| json!({"ids": [id(one)], "fieldName": name, "fieldValue": ""});
    for (noun, record, name) in [("contacts", &contact, "lastName"), ("accounts", &account, "accountName")] {
        let answer = stage.post(&format!("/{noun}/updateMany"), &many(record, name)).await;
        let result = &answer.body["results"][0];
        assert_eq!(
            (&result["success"], &result["errors"]["errorCode"]),
            (&json!(false), &json!("INVALID_DATA"))
        );
        let path = format!("/{noun}/{}", id(record));
        assert_eq!(stage.get(&path).await.body[name], "Stays");
        assert_eq!(faults(&stage.patch(&path, &json!({name: ""})).await), [format!("/{name} missing")]);
    }
    for name in ["subject", "contactId", "departmentId"] {
        let missing = [format!("/{name} missing")];
        assert_eq!(faults(&stage.post("/tickets/updateMany", &many(&ticket, name)).await), missing);
        let path = format!("/tickets/{}", id(&ticket));
        assert_eq!(faults(&stage.patch(&path, &json!({name: ""})).await), missing);
        assert_eq!(stage.again(&ticket).await[name], ticket[name]);
    }
}

#[tokio::test]
async fn a_value_that_is_forgotten_clears_nothing() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({"phone": "1"})).await;
    for value in [json!({}), json!({"fieldValue": null})] {
        let mut body = json!({"ids": [id(&ticket)], "fieldName": "phone"});
        body.as_object_mut().expect("an object").extend(value.as_object().expect("an object").clone());
        for noun in ["tickets", "contacts", "accounts"] {
            let answer = stage.post(&format!("/{noun}/updateMany"), &body).await;
            assert_eq!(faults(&answer), ["/fieldValue missing"], "{noun}");
        }
    }
    assert_eq!(stage.again(&ticket).await["phone"], "1");
    let cleared = json!({"ids": [id(&ticket)], "fieldName": "phone", "fieldValue": ""});
    assert_eq!(stage.post("/tickets/updateMany", &cleared).await.status, 204);
    assert_eq!(stage.again(&ticket).await["phone"], Value::Null);
}

#[tokio::test]
async fn an_unknown_id_among_many_is_not_told_as_an_unknown_address() {
    let stage = Stage::open().await;
    let body = json!({"ids": ["1"], "fieldName": "phone", "fieldValue": "2"});
    let answer = stage.post("/contacts/updateMany", &body).await;
    let errors = &answer.body["results"][0]["errors"];
    assert_eq!(
        errors,
        &json!({"errorCode": "UNPROCESSABLE_ENTITY", "httpCode": "422", "errorMessage": null})
    );
}

#[tokio::test]
async fn secondary_contacts_are_somebody() {
    let stage = Stage::open().await;
    let contact = stage.post("/contacts", &json!({"lastName": "Second"})).await.body;
    let ticket = stage.ticket(json!({"secondaryContacts": [id(&contact)]})).await;
    assert_eq!(ticket["secondaryContacts"], json!([id(&contact)]));
    let path = format!("/tickets/{}", id(&ticket));
    let answer = stage.patch(&path, &json!({"secondaryContacts": ["1"]})).await;
    assert_eq!(faults(&answer), ["/secondaryContacts invalid"]);
    let answer = stage.patch(&path, &json!({"sharedDepartments": [{"id": "1", "type": "READ_ONLY"}]})).await;
    assert_eq!(faults(&answer), ["/sharedDepartments invalid"]);
}
