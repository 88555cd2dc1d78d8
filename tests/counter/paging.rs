//! Lists are walked while somebody else works: nobody is skipped, nobody comes twice as they were.

use std::collections::{BTreeMap, BTreeSet};

use balcao::zoho::{ChangedAt, PageAt, RowAt, TicketList};
use jiff::Timestamp;
use serde_json::json;

use super::Counter;

/// A PATCH of Desk or PUT of Bigin that succeeds.
async fn change(counter: &Counter, method: reqwest::Method, path: &str, body: &serde_json::Value) {
    let answer = counter.stand.send(method, path, body).await;
    assert!(answer.status.is_success(), "{path}: {}", answer.text);
}

/// A counter whose Bigin has more than a page of contacts.
async fn crowded() -> Counter {
    let counter = Counter::open().await;
    for n in 0..2 {
        let people: Vec<_> = (0..100).map(|m| json!({ "Last_Name": format!("Crowd {n} {m}") })).collect();
        let answer =
            counter.stand.send(reqwest::Method::POST, "/bigin/v2/Contacts", &json!({ "data": people })).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
    }
    counter
}

/// Ids of a Bigin list in an order.
async fn ids(counter: &Counter, order: &str) -> Vec<String> {
    let mut ids = Vec::new();
    for page in 1.. {
        let path = format!("/bigin/v2/Contacts?fields=id&per_page=200&page={page}&{order}");
        let answer = counter.stand.get(&path).await;
        let rows = answer.body["data"].as_array().cloned().unwrap_or_default();
        ids.extend(rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()));
        if rows.len() < 200 {
            break;
        }
    }
    ids
}

#[tokio::test]
async fn a_contact_that_is_changed_during_the_walk_comes_as_it_is_now() {
    let counter = crowded().await;
    let oldest = ids(&counter, "sort_by=Modified_Time&sort_order=asc").await;
    assert!(oldest.len() > 200, "there are several pages");
    let bigin = &counter.services.zoho.bigin;
    let mut at = PageAt::changed_since(Timestamp::UNIX_EPOCH);
    let (mut names, mut rows, mut pages) = (BTreeMap::new(), 0, 0);
    loop {
        let page = bigin.contacts(&at).await.unwrap();
        rows += page.rows.len();
        names.extend(page.rows.into_iter().map(|contact| (contact.id.to_string(), contact.last_name)));
        pages += 1;
        if pages == 1 {
            let body = json!({ "data": [{ "Last_Name": "Renamed" }] });
            change(&counter, reqwest::Method::PUT, &format!("/bigin/v2/Contacts/{}", oldest[0]), &body).await;
        }
        match page.next {
            Some(next) => at = next,
            None => break,
        }
    }
    assert_eq!(names.len(), oldest.len(), "nobody is skipped");
    assert_eq!(names[&oldest[0]], "Renamed");
    assert_eq!(rows, oldest.len(), "nobody comes twice as they were");
    assert!(pages <= 5, "{pages}");
}

#[tokio::test]
async fn deleting_during_the_walk_pushes_nobody_over_the_edge() {
    let counter = crowded().await;
    let mut all = ids(&counter, "").await;
    let (bigin, mut at, mut seen) = (&counter.services.zoho.bigin, PageAt::first(), Vec::new());
    loop {
        let page = bigin.contacts(&at).await.unwrap();
        seen.extend(page.rows.iter().map(|contact| contact.id.to_string()));
        let Some(next) = page.next else { break };
        at = next;
        for id in all.drain(..3) {
            counter.stand.delete(&format!("/bigin/v2/Contacts/{id}")).await;
        }
    }
    let once: BTreeSet<_> = seen.iter().collect();
    assert_eq!(once.len(), seen.len());
    assert!(all.iter().all(|id| once.contains(id)));
}

/// The open tickets, newest first, with something done after each page.
async fn open_tickets(counter: &Counter, mut between: impl AsyncFnMut(usize, &[String])) -> Vec<String> {
    let mut list = TicketList { status: vec!["Open".into()], limit: 8, ..TicketList::default() };
    let mut seen: Vec<String> = Vec::new();
    for number in 0.. {
        let page = counter.services.zoho.desk.tickets(&list).await.unwrap();
        seen.extend(page.rows.iter().map(|ticket| ticket.id.to_string()));
        let Some(next) = page.next else { break };
        list.from = next;
        between(number, &seen).await;
    }
    seen
}

#[tokio::test]
async fn tickets_that_leave_or_come_during_the_walk_move_nobody_out_of_it() {
    let counter = Counter::open().await;
    let before = open_tickets(&counter, async |_, _| {}).await;
    assert!(before.len() > 30, "{} tickets are several pages", before.len());
    let seen = open_tickets(&counter, async |number, seen| match number {
        // Closed ones leave the list: all after them move up, by nearly a page.
        0 | 2 => {
            for id in &seen[seen.len() - 7..] {
                change(
                    &counter,
                    reqwest::Method::PATCH,
                    &format!("/api/v1/tickets/{id}"),
                    &json!({"status": "Closed"}),
                )
                .await;
            }
        }
        // New ones come at its beginning: all move down.
        1 => {
            let mails: Vec<_> = (0..7)
                .map(|n| json!({"kind": "email", "from": format!("new{n}@x.example"), "subject": "New"}))
                .collect();
            counter.stand.control("inbound", &json!(mails)).await;
        }
        _ => {}
    })
    .await;
    assert_eq!(seen, before);
}

#[tokio::test]
async fn the_list_of_a_customer_begins_anywhere() {
    let counter = Counter::open().await;
    let all = open_tickets(&counter, async |_, _| {}).await;
    let list =
        TicketList { status: vec!["Open".into()], from: RowAt::skip(10), limit: 5, ..Default::default() };
    let page = counter.services.zoho.desk.tickets(&list).await.unwrap();
    let ids: Vec<_> = page.rows.iter().map(|ticket| ticket.id.to_string()).collect();
    assert_eq!(ids, all[10..15]);
}

#[tokio::test]
async fn tickets_that_change_again_during_the_walk_hide_nobody() {
    let counter = Counter::open().await;
    let answer = counter.stand.get("/api/v1/ticketsCount").await;
    let all = answer.body["count"].as_u64().unwrap();
    let mut at = ChangedAt::since(Timestamp::UNIX_EPOCH);
    let (mut seen, mut rows, mut changed) = (BTreeSet::new(), 0, 0);
    loop {
        let page = counter.services.zoho.desk.tickets_changed(&at).await.unwrap();
        assert!(!page.cut);
        rows += page.rows.len();
        let first: Vec<_> = page.rows.iter().take(5).map(|ticket| ticket.id.to_string()).collect();
        seen.extend(page.rows.into_iter().map(|ticket| ticket.id));
        let Some(next) = page.next else { break };
        at = next;
        if changed < 10 {
            for id in first {
                let body = json!({ "priority": "Low", "subject": format!("Again {changed}") });
                change(&counter, reqwest::Method::PATCH, &format!("/api/v1/tickets/{id}"), &body).await;
                changed += 1;
            }
        }
    }
    assert_eq!(
        (seen.len() as u64, rows as u64),
        (all, all + changed),
        "each once, and once more when it changed"
    );
}
