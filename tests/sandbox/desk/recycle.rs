//! The recycle bin.

use serde_json::{Value, json};

use super::stage::{Stage, faults, id};

#[tokio::test]
async fn what_is_trashed_comes_back_or_goes_for_good() {
    let mut stage = Stage::open().await;
    stage.sign_in("rui.prado@jatoba.example").await;
    let (one, two) = (stage.ticket(json!({})).await, stage.ticket(json!({})).await);
    let contact = stage.post("/contacts", &json!({"lastName": "Gone"})).await.body;
    let ids = json!({"ticketIds": [id(&one), id(&two)]});
    assert_eq!(stage.post("/tickets/moveToTrash", &ids).await.status, 204);
    stage.wait(1);
    assert_eq!(stage.post("/contacts/moveToTrash", &json!({"contactIds": [id(&contact)]})).await.status, 204);
    let rows = stage.rows("/recycleBin?include=deletedBy,department").await;
    assert_eq!((&rows[0]["type"], &rows[0]["displayName"]), (&json!("Contacts"), &json!("Gone")));
    assert_eq!(rows[1]["type"], "Tickets");
    assert_eq!(rows[1]["deletedBy"]["firstName"], "Rui");
    assert_eq!(rows[1]["department"]["name"], "Support");
    let ids = json!({"ids": [id(&one), id(&contact), "1"], "isChildNeedToBeRestored": true});
    let answer = stage.post("/recycleBin/restore", &ids).await;
    assert_eq!(answer.headers["x-rate-limit-request-weight-v3"], "18");
    let done: Vec<&Value> =
        answer.body["results"].as_array().unwrap().iter().map(|r| &r["success"]).collect();
    assert_eq!(done, [true, true, false]);
    assert_eq!(stage.again(&one).await["isTrashed"], false);
    let history = stage.rows(&format!("/tickets/{}/History", id(&one))).await;
    assert_eq!(history[0]["eventName"], "TicketRestored");
    let answer = stage.post("/recycleBin/delete", &json!({"ids": [id(&two)]})).await;
    assert_eq!(answer.body["results"][0]["success"], true);
    assert_eq!(stage.get(&format!("/tickets/{}", id(&two))).await.status, 404);
    let many: Vec<String> = (0..51).map(|n| n.to_string()).collect();
    let answer = stage.post("/recycleBin/delete", &json!({"ids": many})).await;
    assert_eq!((answer.status.as_u16(), faults(&answer)), (422, vec!["/ids invalid".to_owned()]));
}

#[tokio::test]
async fn products_lie_in_the_bin_as_well() {
    let mut stage = Stage::open().await;
    stage.sign_in("rui.prado@jatoba.example").await;
    let product = stage.rows("/products").await[0].clone();
    let ids = json!({"productIds": [id(&product)]});
    assert_eq!(stage.post("/products/moveToTrash", &ids).await.status, 204);
    let rows = stage.rows("/recycleBin").await;
    assert_eq!((&rows[0]["type"], &rows[0]["displayName"]), (&json!("Products"), &product["productName"]));
    let ids = json!({"ids": [id(&product)]});
    let done = stage.post("/recycleBin/restore", &ids).await;
    assert_eq!(done.body["results"][0]["success"], true);
    assert!(stage.rows("/products").await.contains(&product));
    assert_eq!(stage.get("/recycleBin?moduleId=1").await.status, 422, "no module has that id");
}
