//! Ticket lists: projections, filters, orders, pages.

use serde_json::{Value, json};

use super::stage::{Stage, has, id};

#[tokio::test]
async fn a_list_row_lacks_what_only_the_record_has() {
    let stage = Stage::open().await;
    let rows = stage.rows("/tickets?limit=5").await;
    for key in [
        "modifiedTime",
        "description",
        "resolution",
        "cf",
        "tags",
        "isOverDue",
        "isEscalated",
        "accountId",
        "contact",
    ] {
        assert!(!has(&rows[0], key), "{key}");
    }
    for key in ["id", "ticketNumber", "threadCount", "commentCount", "assigneeId"] {
        assert!(rows[0][key].is_string() || rows[0][key].is_null(), "{key}");
    }
    let rows = stage
        .rows("/tickets?limit=1&include=contacts,assignee,departments,team,isRead&fields=modifiedTime")
        .await;
    assert!(rows[0]["contact"]["lastName"].is_string() && rows[0]["department"]["name"].is_string());
    assert!(rows[0]["modifiedTime"].is_string() && rows[0]["isRead"].is_boolean());
}

#[tokio::test]
async fn the_last_thread_is_null_until_somebody_answers() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/contacts/{}/tickets", ticket["contactId"].as_str().expect("an id"));
    assert_eq!(stage.rows(&path).await[0]["lastThread"], Value::Null);
    stage.reply(&ticket, json!({})).await;
    let last = &stage.rows(&path).await[0]["lastThread"];
    assert_eq!(last, &json!({"channel": "EMAIL", "isDraft": false, "isForward": false, "direction": "out"}));
}

#[tokio::test]
async fn pages_count_from_one_and_zero_is_one() {
    let stage = Stage::open().await;
    let ids = |rows: Vec<Value>| rows.iter().map(|row| id(row).to_owned()).collect::<Vec<_>>();
    let all = ids(stage.rows("/tickets?limit=20&sortBy=createdTime").await);
    assert_eq!(ids(stage.rows("/tickets?from=0&limit=5&sortBy=createdTime").await), all[..5]);
    assert_eq!(ids(stage.rows("/tickets?from=1&limit=5&sortBy=createdTime").await), all[..5]);
    assert_eq!(ids(stage.rows("/tickets?from=6&limit=5&sortBy=createdTime").await), all[5..10]);
    assert_eq!(stage.rows("/tickets").await.len(), 10, "the default limit");
    let end = stage.get("/tickets?from=4000").await;
    assert_eq!((end.status.as_u16(), end.text.as_str()), (204, ""));
}

#[tokio::test]
async fn limits_are_refused_in_the_services_words() {
    let stage = Stage::open().await;
    for (query, words) in [
        ("limit=101", "The value passed for field 'limit' exceeds the range of '1-100'."),
        ("limit=0", "The value passed for field 'limit' exceeds the range of '1-100'."),
        ("from=x", "The value passed for the 'from' query parameter is invalid."),
        ("from=-1", "The value passed for field 'from' exceeds the range of '>=0'."),
        ("sortBy=colour", "The value passed for the 'sortBy' query parameter is invalid."),
        ("dueDate=never", "The value passed for the 'dueDate' query parameter is invalid."),
    ] {
        let answer = stage.get(&format!("/tickets?{query}")).await;
        assert_eq!((answer.status.as_u16(), answer.body["message"].as_str()), (422, Some(words)), "{query}");
        assert_eq!(answer.body["errorCode"], "UNPROCESSABLE_ENTITY");
    }
    let view = stage.get("/tickets?viewId=1").await;
    assert_eq!(
        (view.body["errorCode"].as_str(), view.body["message"].as_str()),
        (Some("INVALID_DATA"), Some("Invalid View Id"))
    );
}

#[tokio::test]
async fn filters_hold_for_every_row() {
    let stage = Stage::open().await;
    let billing = stage.department("Billing").await;
    for name in ["departmentId", "departmentIds"] {
        let rows = stage.rows(&format!("/tickets?{name}={billing}&limit=50")).await;
        assert!(rows.iter().all(|row| row["departmentId"] == billing.as_str()), "{name}");
    }
    for row in stage.rows("/tickets?status=Open,Closed&channel=Email&limit=50").await {
        assert!(["Open", "Closed"].contains(&row["status"].as_str().expect("a status")));
        assert_eq!(row["channel"], "Email");
    }
    for row in stage.rows("/tickets?assignee=Unassigned&limit=50").await {
        assert_eq!(row["assigneeId"], Value::Null);
    }
    for row in stage.rows("/tickets?priority=High&limit=50").await {
        assert_eq!(row["priority"], "High");
    }
    let now = stage.stand.sandbox.shared.clock.now();
    for row in stage.rows("/tickets?dueDate=overdue&status=Open&limit=50").await {
        let due: jiff::Timestamp = row["dueDate"].as_str().expect("a time").parse().expect("a time");
        assert!(due < now);
    }
}

#[tokio::test]
async fn orders_are_kept_in_both_directions() {
    let stage = Stage::open().await;
    for field in ["createdTime", "customerResponseTime"] {
        let up = stage.rows(&format!("/tickets?limit=100&sortBy={field}")).await;
        assert!(up.windows(2).all(|w| w[0][field].as_str() <= w[1][field].as_str()), "{field}");
        let down = stage.rows(&format!("/tickets?limit=100&sortBy=-{field}")).await;
        assert!(down.windows(2).all(|w| w[0][field].as_str() >= w[1][field].as_str()), "-{field}");
    }
    let due = stage.rows("/tickets?limit=100&sortBy=dueDate").await;
    let open: Vec<&str> =
        due.iter().filter(|r| r["statusType"] == "Open").filter_map(|r| r["dueDate"].as_str()).collect();
    assert!(open.is_sorted());
}

#[tokio::test]
async fn unknown_parameters_are_refused_only_when_the_switch_says_so() {
    let stage = Stage::open().await;
    assert_eq!(stage.get("/tickets?colour=red&limit=1").await.status, 200);
    let turn = json!({"strict_query": true});
    assert_eq!(stage.stand.send(reqwest::Method::PUT, "/_sandbox/switches", &turn).await.status, 200);
    let answer = stage.get("/tickets?colour=red&limit=1").await;
    assert_eq!(answer.body["message"], "Extra query parameter 'colour' is present in the input.");
    let org = stage.stand.sandbox.hello.org_id.clone();
    assert_eq!(stage.get(&format!("/tickets?limit=1&orgId={org}")).await.status, 200);
}

#[tokio::test]
async fn my_tickets_are_those_i_am_part_of() {
    let stage = Stage::open().await;
    let me = stage.get("/myinfo").await.body;
    let department = stage.department("Support").await;
    let ticket = stage.ticket(json!({"assigneeId": me["id"]})).await;
    let other = stage.ticket(json!({})).await;
    let rows = stage.rows(&format!("/associatedTickets?departmentId={department}&limit=100")).await;
    assert!(rows.iter().any(|row| row["id"] == ticket["id"]));
    assert!(!rows.iter().any(|row| row["id"] == other["id"]));
    assert_eq!(stage.get("/associatedTickets").await.status, 422);
}

#[tokio::test]
async fn a_list_costs_by_depth_and_says_so_in_its_headers() {
    let stage = Stage::open().await;
    let weight = |answer: &super::super::client::Answer| {
        answer.headers["x-rate-limit-request-weight-v3"].to_str().expect("text").to_owned()
    };
    assert_eq!(weight(&stage.get("/tickets?limit=50").await), "3");
    assert_eq!(weight(&stage.get("/tickets?from=1990&limit=50").await), "10");
    // Lists count from 1 and searches from 0: both reach the 2000th here, and one more costs more.
    for (path, cost) in [
        ("/tickets?from=1901&limit=100", "3"),
        ("/tickets?from=1902&limit=100", "10"),
        ("/tickets?from=9901&limit=100", "10"),
        ("/tickets/search?subject=abc&from=1900&limit=100", "3"),
        ("/tickets/search?subject=abc&from=1901&limit=100", "10"),
        ("/customerHappiness?department=allDepartment&from=1900&limit=100", "3"),
    ] {
        assert_eq!(weight(&stage.get(path).await), cost, "{path}");
    }
    assert_eq!(weight(&stage.get("/myinfo").await), "1");
}
