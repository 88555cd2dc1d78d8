//! Tags, followers, history, counts, metrics, ratings.

use serde_json::{Value, json};

use super::stage::{Stage, faults, id};

#[tokio::test]
async fn tags_come_under_tags() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}", id(&ticket));
    let added = stage.post(&format!("{path}/associateTag"), &json!({"tags": ["fire-alarm"]})).await;
    assert_eq!((added.status.as_u16(), added.body["data"][0]["name"].as_str()), (200, Some("fire-alarm")));
    let tags = stage.get(&format!("{path}/tags")).await.body;
    assert_eq!(tags["tags"][0]["tagType"], "MANUAL");
    let tag = tags["tags"][0]["id"].as_str().expect("an id").to_owned();
    assert_eq!(stage.rows(&format!("/tags/{tag}/tickets")).await[0]["id"], ticket["id"]);
    assert_eq!(stage.again(&ticket).await["tagCount"], "1");
    assert_eq!(
        faults(&stage.post(&format!("{path}/associateTag"), &json!({"tags": ["ab"]})).await),
        ["/tags invalid"]
    );
    assert_eq!(
        stage.post(&format!("{path}/dissociateTag"), &json!({"tags": ["fire-alarm"]})).await.status,
        200
    );
    assert_eq!(stage.get(&format!("{path}/tags")).await.body, json!({"tags": []}));
}

#[tokio::test]
async fn followers_are_added_and_removed() {
    let stage = Stage::open().await;
    let me = stage.get("/myinfo").await.body;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}", id(&ticket));
    let body = json!({"followerIds": [me["id"]]});
    assert_eq!(stage.post(&format!("{path}/addFollowers"), &body).await.status, 204);
    let rows = stage.rows(&format!("{path}/followers")).await;
    assert_eq!((&rows[0]["id"], rows[0]["following"].as_str()), (&me["id"], Some("ticket")));
    assert_eq!(stage.again(&ticket).await["isFollowing"], true);
    assert_eq!(stage.post(&format!("{path}/removeFollowers"), &body).await.status, 204);
    assert_eq!(stage.again(&ticket).await["followerCount"], "0");
}

#[tokio::test]
async fn every_change_leaves_a_note_in_the_history() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}", id(&ticket));
    stage.wait(1);
    stage.patch(&path, &json!({"status": "On Hold"})).await;
    stage.wait(1);
    stage.reply(&ticket, json!({})).await;
    stage.wait(1);
    stage.post(&format!("{path}/comments"), &json!({"content": "x"})).await;
    stage.wait(1);
    stage.post(&format!("{path}/associateTag"), &json!({"tags": ["abc"]})).await;
    let rows = stage.rows(&format!("{path}/History?limit=50")).await;
    let names: Vec<&str> = rows.iter().filter_map(|row| row["eventName"].as_str()).collect();
    assert_eq!(names, ["TagsAdded", "CommentAdded", "ThreadAdded", "TicketUpdated", "TicketCreated"]);
    let change = &rows[3]["eventInfo"][0];
    assert_eq!(
        (change["propertyName"].as_str(), change["propertyType"].as_str()),
        (Some("Status"), Some("ValueTransition"))
    );
    assert_eq!(change["propertyValue"], json!({"previousValue": "Open", "updatedValue": "On Hold"}));
    assert_eq!(rows[3]["actor"]["type"], "Agent");
    let comments = stage.rows(&format!("{path}/History?eventFilter=CommentHistory")).await;
    assert_eq!(comments.len(), 1);
    assert_eq!(stage.get(&format!("{path}/history")).await.status, 404, "a capital H");
    assert_eq!(stage.get(&format!("{path}/History?limit=51")).await.status, 422);
}

#[tokio::test]
async fn totals_are_numbers_and_rows_are_strings() {
    let stage = Stage::open().await;
    let count = stage.get("/ticketsCount").await.body;
    assert!(count["count"].as_u64().expect("a number") > 100);
    let body = stage.get("/ticketsCountByFieldValues?field=statusType,overDue,escalated,spam").await.body;
    assert!(body["overDue"].is_u64() && body["escalated"].is_u64());
    let types = body["statusType"].as_array().expect("rows");
    let sum: u64 = types
        .iter()
        .map(|row| row["count"].as_str().expect("a string").parse::<u64>().expect("digits"))
        .sum();
    assert_eq!(sum, count["count"].as_u64().expect("a number"));
    assert!(
        types
            .iter()
            .all(|row| ["OPEN", "ONHOLD", "CLOSED"].contains(&row["value"].as_str().expect("a value")))
    );
    let overdue = stage.rows("/tickets?dueDate=overdue&limit=100").await.len() as u64;
    assert_eq!(body["overDue"].as_u64(), Some(overdue));
    assert_eq!(stage.get("/ticketsCountByFieldValues?field=colour").await.status, 422);
}

#[tokio::test]
async fn metrics_are_reckoned_from_what_was_said() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    stage.wait(50 * 60);
    stage.reply(&ticket, json!({"ticketStatus": "Closed"})).await;
    let metrics = stage.get(&format!("/tickets/{}/metrics", id(&ticket))).await.body;
    assert_eq!(
        (metrics["firstResponseTime"].as_str(), &metrics["responseCount"]),
        (Some("00:50 hrs"), &json!(1))
    );
    assert_eq!((metrics["resolutionTime"].as_str(), &metrics["threadCount"]), (Some("00:50 hrs"), &json!(2)));
    assert_eq!(metrics["agentsHandled"][0]["handlingTime"], "00:50 hrs");
}

#[tokio::test]
async fn ratings_are_listed_by_department_and_time() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    stage.reply(&ticket, json!({})).await;
    stage.wait(10);
    stage
        .inbound(
            json!({"kind": "rating", "ticket": ticket["id"], "rating": "bad", "feedback": "Still on fire"}),
        )
        .await;
    let rows = stage.rows("/customerHappiness?department=allDepartment&sortBy=-ratedTime&limit=5").await;
    assert_eq!(
        (rows[0]["rating"].as_str(), rows[0]["feedback"].as_str()),
        (Some("BAD"), Some("Still on fire"))
    );
    assert_eq!(rows[0]["ticketId"], ticket["id"]);
    assert!(rows[0]["threadId"].is_string());
    let of_ticket =
        format!("/customerHappiness?department=allDepartment&ticketId={}&rating=good", id(&ticket));
    assert_eq!(stage.get(&of_ticket).await.status, 204);
    assert_eq!(stage.get("/customerHappiness").await.status, 422);
    let contact =
        stage.get(&format!("/contacts/{}", ticket["contactId"].as_str().expect("an id"))).await.body;
    assert_eq!(contact["customerHappiness"]["badPercentage"], "100");
    let out: Vec<Value> = stage.rows(&format!("/tickets/{}/threads", id(&ticket))).await;
    assert!(out[0]["lastRatingIconURL"].is_string());
}
