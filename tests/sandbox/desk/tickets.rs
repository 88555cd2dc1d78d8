//! Creation, change, the status machine.

use serde_json::{Value, json};

use super::stage::{Stage, faults, has, id};

#[tokio::test]
async fn create_answers_200_with_the_record_and_without_what_only_a_reader_needs() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({"priority": "High", "cf": {"cf_order_number": "A-17"}})).await;
    assert_eq!(ticket["status"], "Open");
    assert_eq!(ticket["statusType"], "Open");
    assert_eq!(ticket["channel"], "Web");
    assert_eq!(ticket["threadCount"], "1");
    assert_eq!(ticket["commentCount"], "0");
    assert_eq!(ticket["cf"]["cf_order_number"], "A-17");
    assert_eq!(ticket["customFields"]["Order number"], "A-17");
    assert_eq!(ticket["email"], "moss@basement.example");
    assert_eq!(ticket["createdTime"], ticket["customerResponseTime"]);
    for key in ["isFollowing", "createdBy", "tagCount", "followerCount", "sentiment", "contact", "assignee"] {
        assert!(!has(&ticket, key), "{key}");
    }
    let number: u64 = ticket["ticketNumber"].as_str().expect("a string").parse().expect("digits");
    assert!(number > 100);
}

#[tokio::test]
async fn times_are_utc_with_milliseconds() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let time = ticket["createdTime"].as_str().expect("a time");
    assert_eq!((time.len(), &time[10..11], &time[19..20], &time[23..]), (24, "T", ".", "Z"));
}

#[tokio::test]
async fn what_is_missing_is_said_field_by_field() {
    let stage = Stage::open().await;
    let answer = stage.post("/tickets", &json!({"description": "x"})).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.body["errorCode"], "INVALID_DATA");
    assert_eq!(answer.body["message"], "The data does not comply to the validation restrictions defined.");
    assert_eq!(faults(&answer), ["/subject missing", "/departmentId missing", "/contactId missing"]);
    assert_eq!(answer.body["errors"][0]["errorMessage"], "");
}

#[tokio::test]
async fn what_does_not_exist_is_invalid() {
    let stage = Stage::open().await;
    let department = stage.department("Support").await;
    let body = json!({
        "subject": "x", "departmentId": department, "contactId": "1", "status": "Opened", "assigneeId": "2",
        "channel": "Pigeon", "cf": {"cf_nonsense": "1"},
    });
    let answer = stage.post("/tickets", &body).await;
    let found = faults(&answer);
    for field in ["/contactId", "/status", "/assigneeId", "/channel", "/cf/cf_nonsense"] {
        assert!(found.contains(&format!("{field} invalid")), "{field} in {found:?}");
    }
}

#[tokio::test]
async fn an_inline_contact_is_found_by_address_or_made() {
    let stage = Stage::open().await;
    let first = stage.ticket(json!({})).await;
    let second =
        stage.ticket(json!({"contact": {"lastName": "Other", "email": "MOSS@basement.example"}})).await;
    assert_eq!(first["contactId"], second["contactId"]);
    let contact = stage.get(&format!("/contacts/{}", first["contactId"].as_str().expect("an id"))).await;
    assert_eq!(contact.body["lastName"], "Moss");
}

#[tokio::test]
async fn one_ticket_comes_whole_and_with_what_is_included() {
    let stage = Stage::open().await;
    let made = stage.ticket(json!({})).await;
    let plain = stage.again(&made).await;
    assert!(!has(&plain, "contact") && has(&plain, "isFollowing") && has(&plain, "tagCount"));
    let path = format!("/tickets/{}?include=contacts,assignee,departments,team,products", id(&made));
    let whole = stage.get(&path).await.body;
    assert_eq!(whole["contact"]["lastName"], "Moss");
    assert_eq!(whole["department"]["name"], "Support");
    assert_eq!(whole["assignee"], Value::Null);
    assert!(whole["webUrl"].as_str().expect("a link").contains("/support/jatoba/ShowHomePage.do#Cases/dv/"));
    let bad = stage.get(&format!("/tickets/{}?include=everything", id(&made))).await;
    assert_eq!((bad.status.as_u16(), bad.body["errorCode"].as_str()), (422, Some("UNPROCESSABLE_ENTITY")));
}

#[tokio::test]
async fn an_unknown_ticket_is_404() {
    let stage = Stage::open().await;
    for path in ["/tickets/1", "/tickets/abc", "/nonsense"] {
        let answer = stage.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.body["errorCode"], "URL_NOT_FOUND");
        assert_eq!(answer.body["message"], "The URL you requested could not be found.");
    }
    assert_eq!(stage.delete("/tickets").await.status, 405);
}

#[tokio::test]
async fn the_type_and_the_times_follow_the_status() {
    let stage = Stage::open().await;
    let due = "2031-01-01T00:00:00.000Z";
    let ticket = stage.ticket(json!({"dueDate": due})).await;
    let path = format!("/tickets/{}", id(&ticket));
    let held = stage.patch(&path, &json!({"status": "Waiting for customer"})).await.body;
    assert_eq!((held["statusType"].as_str(), held["onholdTime"].is_string()), (Some("On Hold"), true));
    assert_eq!(held["dueDate"], Value::Null);
    let closed = stage.patch(&path, &json!({"status": "Resolved"})).await.body;
    assert_eq!((closed["statusType"].as_str(), closed["closedTime"].is_string()), (Some("Closed"), true));
    assert_eq!(closed["onholdTime"], Value::Null);
    let open = stage.patch(&path, &json!({"status": "Escalated"})).await.body;
    assert_eq!((open["statusType"].as_str(), &open["closedTime"]), (Some("Open"), &Value::Null));
    assert_eq!(open["dueDate"], due);
    assert_eq!(open["isEscalated"], false);
    let wrong = stage.patch(&path, &json!({"status": "open"})).await;
    assert_eq!(faults(&wrong), ["/status invalid"]);
}

#[tokio::test]
async fn an_empty_string_clears_and_null_does_not() {
    let stage = Stage::open().await;
    let me = stage.get("/myinfo").await.body;
    let ticket = stage.ticket(json!({"assigneeId": me["id"], "priority": "High"})).await;
    let path = format!("/tickets/{}", id(&ticket));
    let kept = stage.patch(&path, &json!({"assigneeId": null, "priority": null})).await.body;
    assert_eq!((&kept["assigneeId"], kept["priority"].as_str()), (&me["id"], Some("High")));
    let cleared = stage.patch(&path, &json!({"assigneeId": "", "priority": ""})).await.body;
    assert_eq!((&cleared["assigneeId"], &cleared["priority"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn overdue_is_reckoned_against_the_sandbox_clock() {
    let stage = Stage::open().await;
    let due = stage.stand.sandbox.shared.clock.now() + jiff::SignedDuration::from_mins(10);
    let due = due.strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string();
    let ticket = stage.ticket(json!({"dueDate": due, "responseDueDate": due})).await;
    assert_eq!((&ticket["isOverDue"], &ticket["isResponseOverdue"]), (&json!(false), &json!(false)));
    stage.wait(20 * 60);
    let later = stage.again(&ticket).await;
    assert_eq!((&later["isOverDue"], &later["isResponseOverdue"]), (&json!(true), &json!(true)));
}

#[tokio::test]
async fn many_are_closed_changed_and_trashed_at_once() {
    let stage = Stage::open().await;
    let (one, two) = (stage.ticket(json!({})).await, stage.ticket(json!({})).await);
    let ids = json!([one["id"], two["id"]]);
    assert_eq!(stage.post("/closeTickets", &json!({"ids": ids})).await.status, 200);
    assert_eq!(stage.again(&one).await["status"], "Closed");
    let body = json!({"ids": ids, "fieldName": "priority", "fieldValue": "Low", "isCustomField": false});
    let changed = stage.post("/tickets/updateMany", &body).await;
    assert_eq!((changed.status.as_u16(), changed.text.as_str()), (204, ""));
    assert_eq!(stage.again(&two).await["priority"], "Low");
}

#[tokio::test]
async fn a_trashed_ticket_leaves_the_lists_and_says_so() {
    let mut stage = Stage::open().await;
    stage.sign_in("rui.prado@jatoba.example").await;
    let ticket = stage.ticket(json!({})).await;
    let answer = stage.post("/tickets/moveToTrash", &json!({"ticketIds": [ticket["id"]]})).await;
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (204, ""));
    assert_eq!(stage.again(&ticket).await["isTrashed"], true);
    let path = format!("/contacts/{}/tickets", ticket["contactId"].as_str().expect("an id"));
    assert_eq!(stage.get(&path).await.status, 204);
}

#[tokio::test]
async fn a_moved_ticket_keeps_an_assignee_who_works_there() {
    let mut stage = Stage::open().await;
    stage.sign_in("rui.prado@jatoba.example").await;
    let agents = stage.rows("/agents?limit=50").await;
    let julia = agents.iter().find(|a| a["emailId"] == "julia.okamoto@jatoba.example").expect("Júlia");
    let ticket = stage.ticket(json!({"assigneeId": julia["id"]})).await;
    let billing = stage.department("Billing").await;
    let path = format!("/tickets/{}/move", id(&ticket));
    assert_eq!(stage.post(&path, &json!({"departmentId": billing})).await.status, 200);
    let moved = stage.again(&ticket).await;
    assert_eq!(
        (moved["departmentId"].as_str(), &moved["assigneeId"]),
        (Some(billing.as_str()), &Value::Null)
    );
}

#[tokio::test]
async fn read_and_unread_are_per_agent() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}", id(&ticket));
    assert_eq!(stage.act(&format!("{path}/markAsRead")).await.status, 200);
    assert_eq!(stage.again(&ticket).await["isRead"], true);
    assert_eq!(stage.act(&format!("{path}/markAsUnRead")).await.status, 204);
    assert_eq!(stage.again(&ticket).await["isRead"], false);
    assert_eq!(stage.act(&format!("{path}/markAsUnread")).await.status, 404);
}

#[tokio::test]
async fn a_resolution_has_its_own_past() {
    let mut stage = Stage::open().await;
    stage.sign_in("rui.prado@jatoba.example").await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}/resolution", id(&ticket));
    let first = stage.patch(&path, &json!({"content": "Water"})).await;
    assert_eq!((first.status.as_u16(), first.body["content"].as_str()), (200, Some("Water")));
    assert_eq!(first.body["author"]["firstName"], "Rui");
    stage.patch(&path, &json!({"content": "Foam"})).await;
    assert_eq!(stage.delete(&path).await.status, 204);
    let past = stage.get(&format!("/tickets/{}/resolutionHistory", id(&ticket))).await.body;
    let said: Vec<&Value> =
        past["data"].as_array().expect("rows").iter().map(|row| &row["content"]).collect();
    assert_eq!(said, [&Value::Null, &json!("Foam"), &json!("Water")]);
}

#[tokio::test]
async fn a_body_of_another_kind_is_refused() {
    let stage = Stage::open().await;
    let request = stage.stand.request(reqwest::Method::POST, "/api/v1/tickets");
    let request = request.header("Content-Type", "application/xml").body("<ticket/>");
    let answer = super::super::client::read(request).await;
    assert_eq!(
        (answer.status.as_u16(), answer.body["errorCode"].as_str()),
        (415, Some("UNSUPPORTED_MEDIA_TYPE"))
    );
    let empty = stage.act("/tickets").await;
    assert_eq!((empty.status.as_u16(), empty.body["errorCode"].as_str()), (422, Some("EMPTY_PAYLOAD")));
}
