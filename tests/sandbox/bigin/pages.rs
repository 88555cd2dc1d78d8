//! Pages by token stay what they are while records come and go.

use std::collections::HashSet;

use reqwest::Method;
use serde_json::{Value, json};

use super::ids;
use crate::sandbox::client::{Stand, open};

async fn add(stand: &Stand, count: usize) {
    let data: Vec<Value> = (0..count).map(|n| json!({ "Last_Name": format!("Meanwhile {n}") })).collect();
    let answer = stand.send(Method::POST, "/bigin/v2/Contacts", &json!({ "data": data })).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
}

#[tokio::test]
async fn what_comes_between_two_pages_neither_skips_nor_repeats() {
    let stand = open().await;
    for sort in [
        "sort_by=id&sort_order=desc",
        "sort_by=Created_Time&sort_order=desc",
        "sort_by=Modified_Time&sort_order=asc",
    ] {
        let list = format!("/bigin/v2/Contacts?fields=Last_Name&per_page=30&{sort}");
        let mut before = HashSet::new();
        for page in 1.. {
            let answer = stand.get(&format!("{list}&page={page}")).await;
            before.extend(ids(&answer.body));
            if answer.body["info"]["more_records"] != true {
                break;
            }
        }
        let (mut seen, mut next, mut number) = (Vec::new(), String::new(), 0);
        loop {
            let page = stand.get(&format!("{list}{next}")).await;
            number += 1;
            assert_eq!(page.body["info"]["page"], number, "{}", page.text);
            seen.extend(ids(&page.body));
            let Some(token) = page.body["info"]["next_page_token"].as_str() else { break };
            next = format!("&page_token={token}");
            if number < 4 {
                add(&stand, 40).await;
                // The row that the token stands on may go.
                let last = seen.last().expect("a row").clone();
                assert_eq!(stand.delete(&format!("/bigin/v2/Contacts/{last}")).await.status, 200);
            }
        }
        let known: Vec<&String> = seen.iter().filter(|id| before.contains(*id)).collect();
        assert_eq!(known.len(), before.len(), "{sort}: every one that was there, once");
        assert_eq!(seen.iter().collect::<HashSet<_>>().len(), seen.len(), "{sort}: none twice");
    }
}

#[tokio::test]
async fn a_token_leads_back_as_well_and_page_0_is_the_first() {
    let stand = open().await;
    let list = "/bigin/v2/Contacts?fields=Last_Name&per_page=10";
    let first = stand.get(list).await;
    let token = first.body["info"]["next_page_token"].as_str().expect("a token").to_owned();
    let second = stand.get(&format!("{list}&page_token={token}")).await;
    let back = second.body["info"]["previous_page_token"].as_str().expect("a token").to_owned();
    let again = stand.get(&format!("{list}&page_token={back}")).await;
    assert_eq!(ids(&again.body), ids(&first.body));
    assert_eq!(again.body["info"]["page"], 1);
    assert_eq!(again.body["info"]["previous_page_token"], Value::Null);
    let zero = stand.get(&format!("{list}&page=0")).await;
    assert_eq!((zero.status.as_u16(), ids(&zero.body)), (200, ids(&first.body)));
    assert_eq!(stand.get(&format!("{list}&cvid=1")).await.body["code"], "INVALID_DATA");
    let twice = stand.get("/bigin/v2/Contacts?fields=Email,Email,id&per_page=1").await;
    assert_eq!(twice.text.matches("\"Email\"").count(), 1, "{}", twice.text);
}
