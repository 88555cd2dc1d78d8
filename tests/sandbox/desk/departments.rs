//! One rule for everything that belongs to a department: what an agent does not see is in no list and not given by id,
//! and nobody makes something where they do not work.

use serde_json::{Value, json};

use super::stage::{Stage, id};

/// Works in Billing alone.
const BEATRIZ: &str = "beatriz.nogueira@jatoba.example";
/// Administrates.
const RUI: &str = "rui.prado@jatoba.example";

async fn total(stage: &Stage, contact: &str) -> Value {
    stage.get(&format!("/contacts/{contact}/statistics")).await.body["totalTickets"].clone()
}

#[tokio::test]
async fn activities_follow_the_department_and_their_ticket() {
    let mut stage = Stage::open().await;
    stage.sign_in(RUI).await;
    let (support, billing) = (stage.department("Support").await, stage.department("Billing").await);
    let ticket = stage.ticket(json!({})).await;
    let time = "2026-11-20T12:00:00.000Z";
    for (kind, key) in [("tasks", "dueDate"), ("calls", "startTime"), ("events", "startTime")] {
        let body = |department: &str| json!({"subject": "x", "departmentId": department, key: time});
        stage.sign_in(RUI).await;
        let theirs = stage.post(&format!("/{kind}"), &body(&support)).await.body;
        stage.sign_in(BEATRIZ).await;
        let path = format!("/{kind}/{}", id(&theirs));
        assert_eq!(stage.post(&format!("/{kind}"), &body(&support)).await.status, 403, "{kind}");
        assert_eq!(stage.get(&path).await.status, 403, "{kind}");
        assert_eq!(stage.patch(&path, &json!({"subject": "mine"})).await.status, 403, "{kind}");
        let trash = json!({"entityIds": [id(&theirs)]});
        assert_eq!(stage.post(&format!("/{kind}/moveToTrash"), &trash).await.status, 403, "{kind}");
        let mut on_ticket = body(&billing);
        on_ticket["ticketId"] = ticket["id"].clone();
        assert_eq!(stage.post(&format!("/{kind}"), &on_ticket).await.status, 403, "{kind}");
        let own = stage.post(&format!("/{kind}"), &body(&billing)).await.body;
        let path = format!("/{kind}/{}", id(&own));
        assert_eq!(stage.get(&path).await.status, 200, "{kind}");
        assert_eq!(stage.patch(&path, &json!({"departmentId": support})).await.status, 403, "{kind}");
        assert_eq!(stage.get(&path).await.body["departmentId"], billing.as_str(), "{kind}");
        let rows = stage.rows(&format!("/{kind}?limit=100")).await;
        let has = |wanted: &Value| rows.iter().any(|row| row["id"] == wanted["id"]);
        assert!(has(&own) && !has(&theirs), "{kind}");
    }
}

#[tokio::test]
async fn an_activity_shows_its_ticket_only_to_those_who_see_it() {
    let mut stage = Stage::open().await;
    stage.sign_in(RUI).await;
    let billing = stage.department("Billing").await;
    let ticket = stage.ticket(json!({})).await;
    let body = json!({"subject": "x", "departmentId": billing, "ticketId": ticket["id"]});
    let task = stage.post("/tasks", &body).await.body;
    for (who, shown) in [(RUI, &ticket["id"]), (BEATRIZ, &Value::Null)] {
        stage.sign_in(who).await;
        let rows = stage.rows("/tasks?include=tickets&limit=100&sortBy=-createdTime").await;
        let row = rows.iter().find(|row| row["id"] == task["id"]).expect("her department's");
        assert_eq!(&row["ticket"]["id"], shown, "{who}");
    }
}

#[tokio::test]
async fn ratings_and_statistics_count_what_one_sees() {
    let mut stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let contact = ticket["contactId"].as_str().expect("a contact").to_owned();
    stage.inbound(json!({"kind": "rating", "ticket": ticket["id"], "rating": "bad"})).await;
    let happiness = format!("/customerHappiness?department=allDepartment&contactId={contact}");
    assert_eq!(stage.rows(&happiness).await.len(), 1);
    assert_eq!(total(&stage, &contact).await, "1");
    stage.sign_in(BEATRIZ).await;
    assert_eq!(stage.get(&happiness).await.status, 204);
    let support = ticket["departmentId"].as_str().expect("a department");
    assert_eq!(stage.get(&format!("/customerHappiness?department={support}")).await.status, 204);
    for row in stage.rows("/customerHappiness?department=allDepartment&limit=100").await {
        let ticket = row["ticketId"].as_str().expect("a ticket");
        assert_eq!(stage.get(&format!("/tickets/{ticket}")).await.status, 200, "{row}");
    }
    assert_eq!(total(&stage, &contact).await, "0");
    let statistics = stage.get(&format!("/contacts/{contact}/statistics")).await.body;
    assert_eq!(statistics["customerHappiness"]["badCount"], "0");
    let person = stage.get(&format!("/contacts/{contact}")).await.body;
    assert_eq!(person["customerHappiness"]["badPercentage"], "0");
}

#[tokio::test]
async fn the_bin_holds_what_one_sees_and_is_emptied_by_those_who_may_delete() {
    let mut stage = Stage::open().await;
    stage.sign_in(RUI).await;
    let billing = stage.department("Billing").await;
    let (theirs, own) = (stage.ticket(json!({})).await, stage.ticket(json!({"departmentId": billing})).await);
    let ids = json!({"ticketIds": [id(&theirs), id(&own)]});
    assert_eq!(stage.post("/tickets/moveToTrash", &ids).await.status, 204);
    stage.sign_in(BEATRIZ).await;
    let rows = stage.rows("/recycleBin").await;
    let has = |wanted: &Value| rows.iter().any(|row| row["id"] == wanted["id"]);
    assert!(has(&own) && !has(&theirs));
    let both = json!({"ids": [id(&theirs), id(&own)]});
    let outcome = |answer: super::super::client::Answer| -> Vec<Value> {
        let results = answer.body["results"].as_array().expect("results").clone();
        results.iter().map(|one| json!([one["success"], one["errors"]["errorCode"]])).collect()
    };
    let refused = json!([false, "FORBIDDEN"]);
    let purged = outcome(stage.post("/recycleBin/delete", &both).await);
    assert_eq!(purged, [refused.clone(), refused.clone()], "she may not delete tickets");
    let restored = outcome(stage.post("/recycleBin/restore", &both).await);
    assert_eq!(restored, [refused, json!([true, null])]);
    stage.sign_in(RUI).await;
    assert_eq!(stage.again(&theirs).await["isTrashed"], true);
    let purged = outcome(stage.post("/recycleBin/delete", &both).await);
    assert_eq!(purged, [json!([true, null]), json!([false, "INVALID_DATA"])]);
}

#[tokio::test]
async fn products_belong_to_departments_as_well() {
    let mut stage = Stage::open().await;
    stage.sign_in(RUI).await;
    let (support, billing) = (stage.department("Support").await, stage.department("Billing").await);
    let product = json!({"productName": "Extinguisher", "departmentIds": [support]});
    let theirs = stage.post("/products", &product).await.body;
    stage.sign_in(BEATRIZ).await;
    let path = format!("/products/{}", id(&theirs));
    assert_eq!(stage.get(&path).await.status, 403);
    assert_eq!(stage.patch(&path, &json!({"productName": "x"})).await.status, 403);
    assert_eq!(stage.post("/products", &product).await.status, 403);
    assert_eq!(stage.post("/products/moveToTrash", &json!({"productIds": [id(&theirs)]})).await.status, 403);
    let own = json!({"productName": "Stamp", "departmentIds": [billing]});
    let own = stage.post("/products", &own).await.body;
    let widened = json!({"departmentIds": [billing, support]});
    assert_eq!(stage.patch(&format!("/products/{}", id(&own)), &widened).await.status, 403);
    let rows = stage.rows("/products?limit=100").await;
    assert!(
        rows.iter().any(|row| row["id"] == own["id"]) && rows.iter().all(|row| row["id"] != theirs["id"])
    );
}
