//! Searches and the index lag.

use jiff::SignedDuration;
use serde_json::json;

use super::stage::{Stage, has, id};

#[tokio::test]
async fn a_search_row_has_what_a_list_row_lacks() {
    let stage = Stage::open().await;
    let answer = stage.get("/tickets/search?limit=1&status=$%7Bopen%7D").await;
    assert_eq!(answer.status, 200);
    let row = &answer.body["data"][0];
    for key in [
        "modifiedTime",
        "cf",
        "description",
        "isOverDue",
        "isEscalated",
        "assignee",
        "contact",
        "lastThread",
        "modifiedBy",
    ] {
        assert!(has(row, key), "{key}");
    }
    assert_eq!(row["statusType"], "Open");
    assert!(answer.body["count"].as_u64().expect("a number") > 1);
}

#[tokio::test]
async fn words_wildcards_and_three_characters() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({"subject": "Zyzzyva weevils in the keyboard"})).await;
    for query in [
        "subject=zyzzyva",
        "subject=zyzz*",
        "subject=weevils%20zyzzyva",
        "_all=weevil*",
        "email=moss@basement.example&subject=zyz*",
    ] {
        let answer = stage.get(&format!("/tickets/search?{query}")).await;
        assert_eq!(answer.body["data"][0]["id"], ticket["id"], "{query}: {}", answer.text);
    }
    let none = stage.get("/tickets/search?subject=zyzz").await;
    assert_eq!((none.status.as_u16(), none.text.as_str()), (204, ""), "exact without a star");
    let short = stage.get("/tickets/search?subject=zy*").await;
    assert_eq!(short.status, 422);
    assert!(
        short.body["message"]
            .as_str()
            .expect("words")
            .ends_with("is less than the specified minimum length of '3'.")
    );
    let number = ticket["ticketNumber"].as_str().expect("a number");
    assert_eq!(
        stage.get(&format!("/tickets/search?ticketNumber={number}")).await.body["data"][0]["id"],
        ticket["id"]
    );
}

#[tokio::test]
async fn ranges_and_empties() {
    let stage = Stage::open().await;
    stage.wait(60);
    let from = stage.stand.sandbox.shared.clock.now();
    let ticket = stage.ticket(json!({})).await;
    let to = from + SignedDuration::from_mins(5);
    let range = format!("{},{}", from.strftime("%FT%T%.3fZ"), to.strftime("%FT%T%.3fZ"));
    for name in ["modifiedTimeRange", "createdTimeRange", "customerResponseTimeRange"] {
        let answer = stage.get(&format!("/tickets/search?{name}={range}&sortBy=modifiedTime")).await;
        assert_eq!(
            (&answer.body["count"], &answer.body["data"][0]["id"]),
            (&json!(1), &ticket["id"]),
            "{name}"
        );
    }
    let empty = stage.get(&format!("/tickets/search?priority=$%7Bempty%7D&createdTimeRange={range}")).await;
    assert_eq!(empty.body["count"], 1);
    let filled =
        stage.get(&format!("/tickets/search?priority=$%7Bnotempty%7D&createdTimeRange={range}")).await;
    assert_eq!(filled.status, 204);
    assert_eq!(stage.get("/tickets/search?createdTimeRange=yesterday").await.status, 422);
}

#[tokio::test]
async fn a_search_counts_from_zero_and_is_five_thousand_deep() {
    let stage = Stage::open().await;
    let all = stage.get("/tickets/search?limit=10&sortBy=createdTime").await.body;
    let second = stage.get("/tickets/search?from=1&limit=1&sortBy=createdTime").await.body;
    assert_eq!(second["data"][0]["id"], all["data"][1]["id"]);
    for (query, words) in [
        ("from=5000", "The value passed for field 'from' exceeds the range of '0-4999'."),
        ("from=-1", "The value passed for field 'from' exceeds the range of '>=0'."),
        ("from=4999&limit=2", "Max search result iterable is 5000"),
        ("limit=101", "The value passed for field 'limit' exceeds the range of '1-100'."),
    ] {
        let answer = stage.get(&format!("/tickets/search?{query}")).await;
        assert_eq!((answer.status.as_u16(), answer.body["message"].as_str()), (422, Some(words)));
    }
}

#[tokio::test]
async fn custom_fields_are_searched_by_name_and_value() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({"cf": {"cf_order_number": "QX-9001"}})).await;
    for query in ["customField1=cf_order_number%3AQX-9001", "customField1=cf_order_number%3AQX*"] {
        let answer = stage.get(&format!("/tickets/search?{query}")).await;
        assert_eq!(answer.body["data"][0]["id"], ticket["id"], "{query}");
    }
}

#[tokio::test]
async fn writes_show_in_searches_after_the_lag_and_by_id_at_once() {
    let stage = Stage::open().await;
    stage.stand.sandbox.shared.clock.freeze(true);
    stage.stand.sandbox.shared.clocks.desk.set_lag(SignedDuration::from_secs(60));
    let ticket = stage.ticket(json!({"subject": "Zyzzyva again"})).await;
    assert_eq!(stage.get("/tickets/search?subject=zyzzyva").await.status, 204);
    assert_eq!(stage.again(&ticket).await["subject"], "Zyzzyva again");
    let listed = stage.rows("/tickets?limit=1&sortBy=-createdTime").await;
    assert_eq!(listed[0]["id"], ticket["id"], "lists are not the search index");
    stage.wait(61);
    assert_eq!(stage.get("/tickets/search?subject=zyzzyva").await.status, 200);
    stage.patch(&format!("/tickets/{}", id(&ticket)), &json!({"subject": "Renamed"})).await;
    let old = stage.get("/tickets/search?subject=zyzzyva").await;
    assert_eq!(old.body["data"][0]["subject"], "Zyzzyva again");
    stage.wait(61);
    assert_eq!(stage.get("/tickets/search?subject=zyzzyva").await.status, 204);
}

#[tokio::test]
async fn contacts_are_found_by_address_name_and_phone() {
    let stage = Stage::open().await;
    let body = json!({"lastName": "Douglas", "firstName": "Jen", "email": "jen@reynholm.example", "phone": "+44 20 7946 0123"});
    let made = stage.post("/contacts", &body).await.body;
    for query in [
        "email=jen@reynholm.example",
        "email=JEN@reynholm.example",
        "fullName=Jen%20Douglas",
        "lastName=Doug*",
        "phone=*0123",
        "_all=douglas",
    ] {
        let answer = stage.get(&format!("/contacts/search?{query}")).await;
        assert_eq!(answer.body["data"][0]["id"], made["id"], "{query}: {}", answer.text);
    }
    assert_eq!(stage.get("/contacts/search?email=nobody@reynholm.example").await.status, 204);
}

#[tokio::test]
async fn everything_is_searched_at_once() {
    let stage = Stage::open().await;
    stage.post("/accounts", &json!({"accountName": "Zyzzyva Ltda"})).await;
    stage.post("/contacts", &json!({"lastName": "Zyzzyva"})).await;
    stage.ticket(json!({"subject": "Zyzzyva"})).await;
    let answer = stage.get("/search?searchStr=zyzzyva").await.body;
    let modules: Vec<&str> =
        answer["data"].as_array().expect("rows").iter().filter_map(|r| r["module"].as_str()).collect();
    assert_eq!(modules, ["tickets", "contacts", "accounts"]);
    let one = stage.get("/search?searchStr=zyzzyva&module=accounts").await.body;
    let found = (&one["count"]["accounts"], one["data"][0]["accountName"].as_str());
    assert_eq!(found, (&json!(1), Some("Zyzzyva Ltda")));
}
