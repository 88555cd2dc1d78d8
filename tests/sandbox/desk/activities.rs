//! Tasks, calls, events; products; templates and signatures.

use serde_json::{Value, json};

use super::stage::{Stage, faults, id};

#[tokio::test]
async fn an_activity_of_each_kind_lives_and_goes() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let department = ticket["departmentId"].clone();
    let cases = [
        ("tasks", json!({"dueDate": "2026-12-01T10:00:00.000Z"}), "Not Started"),
        ("calls", json!({"startTime": "2026-12-01T11:00:00.000Z", "direction": "inbound"}), "Scheduled"),
        ("events", json!({"startTime": "2026-12-01T12:00:00.000Z", "duration": 30}), "Not Started"),
    ];
    for (noun, extra, status) in cases {
        let mut body = json!({"subject": "Look", "departmentId": department, "ticketId": id(&ticket)});
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        let made = stage.post(&format!("/{noun}"), &body).await;
        assert_eq!(made.status, 200, "{}", made.text);
        assert_eq!((&made.body["status"], &made.body["contactId"]), (&json!(status), &ticket["contactId"]));
        let one = format!("/{noun}/{}", id(&made.body));
        let bad = stage.patch(&one, &json!({"status": "Dreaming", "ownerId": "1"})).await;
        assert_eq!(faults(&bad), ["/ownerId invalid", "/status invalid"]);
        let done = stage.patch(&one, &json!({"status": "Completed"})).await.body;
        assert_eq!((&done["statusType"], done["completedTime"].is_string()), (&json!("Closed"), true));
        let rows =
            stage.rows(&format!("/tickets/{}/{noun}?isCompleted=true&include=assignee", id(&ticket))).await;
        assert_eq!((rows.len(), &rows[0]["assignee"]["firstName"]), (1, &json!("Ana")));
        let found = stage.get(&format!("/{noun}/search?subject=loo*")).await;
        assert_eq!(found.body["count"], 1);
    }
    let rows = stage.rows(&format!("/tickets/{}/activities?sortBy=activityTime", id(&ticket))).await;
    let kinds: Vec<&Value> = rows.iter().map(|row| &row["activityType"]).collect();
    assert_eq!(kinds, ["Tasks", "Calls", "Events"]);
    assert_eq!(stage.again(&ticket).await["taskCount"], "1");
    let tasks = format!("/tickets/{}/tasks", id(&ticket));
    let task = stage.rows(&tasks).await[0].clone();
    let trash = json!({"entityIds": [id(&task)]});
    assert_eq!(stage.post("/calls/moveToTrash", &trash).await.status, 422, "it is no call");
    assert_eq!(stage.post("/tasks/moveToTrash", &trash).await.status, 204);
    assert_eq!(stage.get(&tasks).await.status, 204);
    assert_eq!(stage.rows("/recycleBin").await[0]["type"], "Tasks");
    let answer = stage.post("/recycleBin/restore", &json!({"ids": [id(&task)]})).await;
    assert_eq!(answer.body["results"][0]["success"], true);
    assert_eq!(stage.rows(&tasks).await.len(), 1);
    assert_eq!(
        faults(&stage.post("/events", &json!({"subject": 5})).await),
        ["/subject invalid", "/departmentId missing", "/startTime missing"]
    );
}

#[tokio::test]
async fn an_index_that_is_behind_does_not_know_a_new_task() {
    let stage = Stage::open().await;
    let lag = json!({"rules": [{"kind": "search_lag", "seconds": 30}]});
    stage.stand.send(reqwest::Method::PUT, "/_sandbox/faults", &lag).await;
    let department = stage.department("Support").await;
    stage.post("/tasks", &json!({"subject": "Late", "departmentId": department})).await;
    assert_eq!(stage.get("/tasks/search?subject=Late").await.status, 204);
    stage.wait(31);
    assert_eq!(stage.get("/tasks/search?subject=Late").await.status, 200);
}

#[tokio::test]
async fn products_are_made_changed_found_and_trashed() {
    let stage = Stage::open().await;
    let department = stage.department("Support").await;
    let rows = stage.rows("/products?sortBy=productName").await;
    assert_eq!((rows.len(), rows[0]["productCode"].is_string()), (3, true));
    let bad = json!({"productName": "New", "unitPrice": "much"});
    assert_eq!(
        faults(&stage.post("/products", &bad).await),
        ["/departmentIds missing", "/unitPrice invalid"]
    );
    let body = json!({"productName": "Brand new", "unitPrice": 5, "departmentIds": [department]});
    let made = stage.post("/products", &body).await;
    assert_eq!((made.status.as_u16(), &made.body["unitPrice"]), (200, &json!("5")));
    let one = format!("/products/{}", id(&made.body));
    assert_eq!(stage.patch(&one, &json!({"productCode": "X-1"})).await.body["productCode"], "X-1");
    assert_eq!(stage.get("/products/search?productCode=X-1").await.body["count"], 1);
    let trash = json!({"productIds": [id(&made.body)]});
    assert_eq!(stage.post("/products/moveToTrash", &trash).await.status, 204);
    assert_eq!(stage.rows("/products").await.len(), 3);
    assert_eq!(stage.get("/products/1").await.status, 404);
}

#[tokio::test]
async fn templates_are_written_for_a_ticket_and_agents_sign() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({"subject": "1 < 2"})).await;
    let department = ticket["departmentId"].as_str().expect("an id");
    assert_eq!(stage.get("/templates?module=tickets").await.status, 422);
    let list = stage.get(&format!("/templates?departmentId={department}&module=tickets")).await.body;
    let template = &list.as_array().expect("an array")[0];
    let path = format!("/templates/{}", template["templateId"].as_str().expect("an id"));
    assert_eq!(stage.get(&path).await.body["attachments"], json!([]));
    let text = stage.act(&format!("{path}/render?entityId={}", id(&ticket))).await;
    let number = ticket["ticketNumber"].as_str().expect("a number");
    assert_eq!(text.body["subject"], format!("[#{number}] 1 < 2"));
    assert!(text.body["body"].as_str().is_some_and(|body| body.contains("Ana Lima") && !body.contains("${")));
    assert_eq!(stage.act(&format!("{path}/render?entityId=1")).await.status, 422);
    let me = stage.get("/myinfo").await.body;
    let signature = stage.get(&format!("/agents/{}/signatures", id(&me))).await.body;
    assert!(signature["defaultSignature"].as_str().is_some_and(|text| text.contains("Ana Lima")));
    assert_eq!(stage.get(&format!("/agents/{}/photo", id(&me))).await.status, 204);
}

#[tokio::test]
async fn a_call_may_be_asked_for_its_live_call() {
    let stage = Stage::open().await;
    let call = stage.rows("/calls").await[0].clone();
    assert_eq!(stage.get(&format!("/calls/{}?include=livecalls", id(&call))).await.status, 200);
    assert_eq!(stage.get("/tasks?include=livecalls").await.status, 422);
}
