//! Searches: the grammar, the fuzzy `equals`, the index that is behind.

use serde_json::{Value, json};

use crate::sandbox::client::{Stand, open};

async fn names(stand: &Stand, query: &str) -> Vec<String> {
    let answer = stand.get(&format!("/bigin/v2/Products/search?{query}")).await;
    assert!(matches!(answer.status.as_u16(), 200 | 204), "{query}: {}", answer.text);
    let rows = answer.body["data"].as_array().cloned().unwrap_or_default();
    let mut names: Vec<String> =
        rows.iter().filter_map(|row| row["Product_Name"].as_str()).map(str::to_owned).collect();
    names.sort();
    names
}

async fn shelf(stand: &Stand) {
    for (name, price) in [("Zzq Test Product", 10), ("Zzq Unlink Test Product", 20), ("Zzq (Azul), x", 30)] {
        stand.create("Products", json!({ "Product_Name": name, "Unit_Price": price })).await;
    }
}

#[tokio::test]
async fn criteria_compare_join_and_nest() {
    let stand = open().await;
    shelf(&stand).await;
    let equals = names(&stand, "criteria=(Product_Name:equals:Zzq%20Test%20Product)").await;
    assert_eq!(equals, ["Zzq Test Product", "Zzq Unlink Test Product"], "equals asks for the words only");
    let starts = names(&stand, "criteria=(Product_Name:starts_with:zzq%20te)").await;
    assert_eq!(starts, ["Zzq Test Product"]);
    let both = "criteria=((Product_Name:starts_with:Zzq)and(Unit_Price:greater_than:10))";
    assert_eq!(names(&stand, both).await, ["Zzq (Azul), x", "Zzq Unlink Test Product"]);
    let nested =
        "criteria=((Product_Name:starts_with:Zzq)and((Unit_Price:equals:10)or(Unit_Price:between:25,35)))";
    assert_eq!(names(&stand, nested).await, ["Zzq (Azul), x", "Zzq Test Product"]);
    let escaped = r"criteria=(Product_Name:in:Zzq%20\(Azul\)\,%20x,other)";
    assert_eq!(names(&stand, escaped).await, ["Zzq (Azul), x"]);
    assert_eq!(names(&stand, "word=unl").await, ["Zzq Unlink Test Product"]);
    assert_eq!(names(&stand, "criteria=(Product_Name:equals:Zzqq)").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_search_gives_whole_records_and_no_tokens() {
    let stand = open().await;
    stand
        .create("Contacts", json!({ "Last_Name": "Zzq", "Email": "Zzq@Test.example", "Phone": "+55 (11) 5" }))
        .await;
    for query in ["email=zzq@test.EXAMPLE", "phone=55115", "word=zzq%20test"] {
        let answer = stand.get(&format!("/bigin/v2/Contacts/search?{query}&fields=Email")).await;
        assert_eq!(answer.status, 200, "{query}");
        let record = answer.body["data"][0].as_object().expect("a record");
        assert!(record.contains_key("Department") && record.contains_key("$editable"));
        let info = answer.body["info"].as_object().expect("info");
        assert_eq!(info.keys().collect::<Vec<_>>(), ["count", "more_records", "page", "per_page"]);
    }
}

#[tokio::test]
async fn what_can_t_be_searched_is_refused() {
    let stand = open().await;
    let code = async |query: String| stand.get(&query).await.body["code"].clone();
    let search = "/bigin/v2/Pipelines/search";
    assert_eq!(code(format!("{search}?criteria=(Sub_Pipeline:equals:x)")).await, "INVALID_QUERY");
    assert_eq!(code(format!("{search}?criteria=(Deal_Name:like:x)")).await, "INVALID_QUERY");
    assert_eq!(code(format!("{search}?criteria=(Deal_Name")).await, "INVALID_QUERY");
    let many = vec!["(Deal_Name:equals:x)"; 16].join("or");
    assert_eq!(code(format!("{search}?criteria=({many})")).await, "CRITERIA_LIMIT_EXCEEDED");
    assert_eq!(code(format!("{search}?word=x&page=11")).await, "LIMIT_REACHED");
    assert_eq!(stand.get(search).await.status, 400);
}

#[tokio::test]
async fn with_a_lag_a_search_sees_the_world_as_it_was() {
    let stand = open().await;
    let id = stand.create("Contacts", json!({ "Last_Name": "Before", "Email": "lag@test.example" })).await;
    let control = |path: &str| format!("{}/_sandbox/{path}", stand.sandbox.base_url);
    let rules = json!({ "rules": [{ "kind": "search_lag", "seconds": 20 }] });
    assert_eq!(stand.http.put(control("faults")).json(&rules).send().await.expect("an answer").status(), 200);
    let change = json!({ "data": [{ "Last_Name": "After" }] });
    stand.send(reqwest::Method::PUT, &format!("/bigin/v2/Contacts/{id}"), &change).await;
    stand.create("Contacts", json!({ "Last_Name": "New", "Email": "new-lag@test.example" })).await;
    let last_name = async |email: &str| -> Value {
        stand.get(&format!("/bigin/v2/Contacts/search?email={email}")).await.body["data"][0]["Last_Name"]
            .clone()
    };
    assert_eq!(last_name("lag@test.example").await, "Before");
    assert_eq!(last_name("new-lag@test.example").await, Value::Null);
    let read = stand.get(&format!("/bigin/v2/Contacts/{id}")).await;
    assert_eq!(read.body["data"][0]["Last_Name"], "After", "a get is never behind");
    let later = json!({ "advance_seconds": 21 });
    stand.http.post(control("clock")).json(&later).send().await.expect("an answer");
    assert_eq!(last_name("lag@test.example").await, "After");
    assert_eq!(last_name("new-lag@test.example").await, "New");
}
