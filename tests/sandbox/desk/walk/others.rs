//! Tasks, calls, events, products, templates, webhooks.

use serde_json::json;

use super::super::hook::Hook;
use super::super::stage::{Stage, id};
use super::things::Things;

/// Every operation that writes them.
pub async fn write(stage: &Stage, things: &Things) {
    for noun in ["tasks", "calls", "events"] {
        let path = things.fill(&format!("/{noun}/{{activity}}"));
        stage.patch(&path, &json!({"status": "Completed"})).await;
        let one = path.rsplit('/').next().expect("an id");
        stage.post(&format!("/{noun}/moveToTrash"), &json!({"entityIds": [one]})).await;
    }
    let body = json!({"productName": "Brand new", "departmentIds": [things.get("department")]});
    let made = stage.post("/products", &body).await.body;
    stage.patch(&format!("/products/{}", id(&made)), &json!({"productCode": "X-1"})).await;
    stage.post("/products/moveToTrash", &json!({"productIds": [id(&made)]})).await;
    let render = things.fill("/templates/{template}/render?entityId={ticket}");
    stage.act(&render).await;
}

/// Webhooks.
pub async fn hooks(stage: &Stage) {
    let hook = Hook::open().await;
    let wish = json!({"name": "flow", "url": hook.url, "subscriptions": {
        "Ticket_Add": {"departmentIds": []}, "Contact_Add": null,
        "Ticket_Update": {"departmentIds": [], "fields": ["status"], "includePrevState": true},
        "Ticket_Thread_Add": {"departmentIds": [], "direction": "in"},
        "Contact_Update": {"includePrevState": true},
    }});
    let made = stage.post("/webhooks", &wish).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let path = format!("/webhooks/{}", id(&made.body));
    stage.rows("/webhooks").await;
    stage.get(&path).await;
    stage.patch(&path, &json!({"name": "other"})).await;
    stage.delete(&path).await;
}
