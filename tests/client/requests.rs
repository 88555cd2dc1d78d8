//! What is asked, and how pages are walked.

use balcao::{
    model::{AgentId, ContactId, DepartmentId, DeskContactId, RecordId, TicketId},
    zoho::{ChangedAt, PageAt, RowAt, TicketList},
};
use serde_json::{Value, json};
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{method, path, query_param},
};

use super::{answer, connect, ok, server};

/// The queries that one path was asked with, in order.
async fn queries(server: &MockServer, at: &str) -> Vec<Vec<(String, String)>> {
    let requests = server.received_requests().await.unwrap();
    let asked = requests.iter().filter(|request| request.url.path() == at);
    asked.map(|request| request.url.query_pairs().into_owned().collect()).collect()
}

fn rows(count: usize) -> Value {
    let rows: Vec<_> = (0..count).map(|i| json!({"id": i.to_string(), "departmentId": "9"})).collect();
    json!({ "data": rows })
}

#[tokio::test]
async fn lists_of_tickets_count_from_one_and_searches_from_nought() {
    let server = server().await;
    answer(&server, "GET", "/api/v1/tickets", ok(rows(50))).await;
    answer(&server, "GET", "/api/v1/tickets/search", ok(rows(100))).await;
    let desk = connect(&server).desk;
    let list = TicketList {
        assignee: Some(AgentId::new("7")),
        overdue: true,
        status: vec!["Open".into(), "On Hold".into()],
        departments: vec![DepartmentId::new("9")],
        ..TicketList::default()
    };
    let page = desk.tickets(&list).await.unwrap();
    assert_eq!((page.rows.len(), page.next.unwrap().from), (50, 50));
    desk.tickets(&TicketList { from: RowAt::skip(50), ..list }).await.unwrap();
    let asked = queries(&server, "/api/v1/tickets").await;
    let has = |query: &[(String, String)], name: &str, value: &str| {
        assert!(query.contains(&(name.into(), value.into())), "{name}={value} is not in {query:?}");
    };
    for (query, from) in asked.iter().zip(["1", "51"]) {
        has(query, "from", from);
        has(query, "limit", "50");
        has(query, "sortBy", "-createdTime");
        has(query, "assignee", "7");
        has(query, "dueDate", "overdue");
        has(query, "status", "Open,On Hold");
        has(query, "departmentIds", "9");
    }
    let since = "2026-11-22T10:00:00Z".parse().unwrap();
    let mut at = ChangedAt::since(since);
    for _ in 0..49 {
        let page = desk.tickets_changed(&at).await.unwrap();
        assert!(!page.cut);
        at = page.next.unwrap();
    }
    let end = desk.tickets_changed(&at).await.unwrap();
    assert_eq!((end.next, end.cut), (None, true));
    let asked = queries(&server, "/api/v1/tickets/search").await;
    has(&asked[0], "from", "0");
    let range = &asked[0].iter().find(|(name, _)| name == "modifiedTimeRange").unwrap().1;
    assert!(range.starts_with("2026-11-22T10:00:00.000Z,"), "{range}");
}

#[tokio::test]
async fn tickets_of_a_contact_know_whose_they_are_and_a_wrong_department_is_dropped() {
    let server = server().await;
    answer(&server, "GET", "/api/v1/contacts/11/tickets", ok(rows(2))).await;
    answer(&server, "GET", "/api/v1/tickets", ok(rows(2))).await;
    let desk = connect(&server).desk;
    let contact = DeskContactId::new("11");
    let page = desk.tickets_of_contact(&contact, &RowAt::default()).await.unwrap();
    assert!(page.rows.iter().all(|ticket| ticket.contact.as_ref() == Some(&contact)) && page.next.is_none());
    let other = TicketList { departments: vec![DepartmentId::new("8")], ..TicketList::default() };
    assert!(desk.tickets(&other).await.unwrap().rows.is_empty());
}

#[tokio::test]
async fn bigin_is_walked_by_token_and_changes_stop_at_the_cursor() {
    let server = server().await;
    let at = "/bigin/v2/Contacts";
    answer(&server, "GET", "/bigin/v2/settings/fields", ok(json!({"fields":[
        {"api_name":"CPF","field_label":"CPF","custom_field":true},{"api_name":"Email","custom_field":false}]}))).await;
    let row =
        |id: u32, at: &str| json!({"id": id.to_string(), "Last_Name": "A", "CPF": "1", "Modified_Time": at});
    let (new, old) = ("2026-11-22T13:00:01+03:00", "2026-11-22T12:59:59+03:00");
    let second = json!({"data":[row(2, new), row(3, old), row(4, old)],"info":{"more_records":true,"next_page_token":"t3","page":2}});
    Mock::given(method("GET"))
        .and(path(at))
        .and(query_param("page_token", "t2"))
        .respond_with(ok(second))
        .with_priority(1)
        .mount(&server)
        .await;
    let first = json!({"data":[row(1, new)],"info":{"more_records":true,"next_page_token":"t2","page":1}});
    answer(&server, "GET", at, ok(first).insert_header("Date", "Sun, 22 Nov 2026 10:30:00 GMT")).await;
    let bigin = connect(&server).bigin;
    let page = bigin.contacts(&PageAt::changed_since("2026-11-22T10:00:00Z".parse().unwrap())).await.unwrap();
    assert_eq!(page.rows[0].custom, [("CPF".into(), "1".into())]);
    assert_eq!(page.at, "2026-11-22T10:30:00Z".parse().unwrap());
    let page = bigin.contacts(&page.next.unwrap()).await.unwrap();
    assert_eq!(page.rows.len(), 1);
    // Two pages are two moments: whoever was changed between them stands at the beginning again.
    let again = bigin.contacts(&page.next.unwrap()).await.unwrap();
    assert_eq!(again.rows.len(), 0, "what was given already is not given again");
    for query in queries(&server, at).await {
        let fields = &query.iter().find(|(name, _)| name == "fields").unwrap().1;
        assert!(fields.ends_with(",CPF") && !fields.contains("Email,CPF"), "{fields}");
        assert!(query.iter().any(|(name, value)| name == "sort_by" && value == "Modified_Time"));
        assert!(!query.iter().any(|(name, _)| name == "page"), "page and page_token exclude each other");
    }
}

#[tokio::test]
async fn a_conversation_is_both_lists_in_order_of_time() {
    let server = server().await;
    let thread = |id: &str, at: &str| json!({"id":id,"direction":"in","createdTime":at,"summary":"s"});
    let threads =
        json!({"data":[thread("1", "2026-11-22T10:00:00.000Z"), thread("2", "2026-11-22T12:00:00.000Z")]});
    answer(&server, "GET", "/api/v1/tickets/5/threads", ok(threads)).await;
    let comments = json!({"data":[{"id":"3","content":"c","commentedTime":"2026-11-22T11:00:00.000Z"}]});
    answer(&server, "GET", "/api/v1/tickets/5/comments", ok(comments)).await;
    let conversation = connect(&server).desk.conversation(&TicketId::new("5")).await.unwrap();
    let times: Vec<_> = conversation.entries.iter().map(|entry| entry.at().to_string()).collect();
    assert_eq!(times, ["2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z", "2026-11-22T12:00:00Z"]);
    assert_eq!(conversation.entries[1].body().text, "c");
}

#[tokio::test]
async fn a_twin_is_only_what_matches_exactly() {
    let server = server().await;
    let people = json!({"data":[
        {"id":"1","lastName":"A","email":"ANA@x.example"}, {"id":"2","lastName":"B","email":"ana@x.example.br"},
        {"id":"3","lastName":"C","email":"c@x.example","secondaryEmail":"ana@x.example","accountId":4}],"count":3});
    answer(&server, "GET", "/api/v1/contacts/search", ok(people)).await;
    let accounts = json!({"data":[{"id":"1","accountName":"Sol","website":"http://www.sol.example/"},
        {"id":"2","accountName":"sol ","website":null},{"id":"3","accountName":"Sol Nascente","website":"sol.example.br"}]});
    answer(&server, "GET", "/api/v1/accounts/search", ok(accounts)).await;
    answer(&server, "GET", "/api/v1/organizations", ResponseTemplate::new(204)).await;
    let desk = connect(&server).desk;
    let ids =
        |found: Vec<balcao::model::DeskPerson>| found.iter().map(|p| p.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(desk.contacts_by_email(" ana@X.example").await.unwrap()), ["1", "3"]);
    let ids =
        |found: Vec<balcao::model::DeskCompany>| found.iter().map(|c| c.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(desk.accounts_by_name("Sol").await.unwrap()), ["1", "2"]);
    assert_eq!(ids(desk.accounts_by_domain("sol.example").await.unwrap()), ["1"]);
}

#[tokio::test]
async fn a_list_that_moves_while_it_is_read_is_read_anew() {
    let server = server().await;
    let page = |ids: std::ops::Range<u32>| {
        let row = |id: u32| json!({"id": id.to_string(), "content": "c", "commentedTime": "2026-11-22T11:00:00.000Z"});
        ok(json!({ "data": ids.map(row).collect::<Vec<_>>() }))
    };
    // The second page should begin with the hundredth row: somebody took one away that was on the first.
    for (from, rows) in [("1", 1..101), ("100", 101..111), ("1", 2..102), ("100", 101..111)] {
        Mock::given(method("GET"))
            .and(path("/api/v1/tickets/5/comments"))
            .and(query_param("from", from))
            .respond_with(page(rows))
            .up_to_n_times(1)
            .mount(&server)
            .await;
    }
    let comments = connect(&server).desk.comments(&TicketId::new("5")).await.unwrap();
    let ids: Vec<_> = comments.iter().map(|comment| comment.id.to_string()).collect();
    assert_eq!(ids, (2..111).map(|id| id.to_string()).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_counted_list_of_bigin_is_read_until_nobody_is_new() {
    let server = server().await;
    let at = "/bigin/v2/Contacts/1/Notes";
    let page = |ids: std::ops::Range<u32>, more: bool| {
        let row = |id: u32| json!({"id": id.to_string(), "Note_Content": "n", "Created_Time": "2026-11-22T13:00:00+03:00"});
        ok(json!({ "data": ids.map(row).collect::<Vec<_>>(), "info": {"more_records": more} }))
    };
    for (number, rows, more) in [
        ("1", 1..201, true),
        ("2", 202..211, false),
        ("1", 2..202, true),
        ("2", 202..211, false),
        ("1", 2..202, true),
        ("2", 202..211, false),
    ] {
        Mock::given(method("GET"))
            .and(path(at))
            .and(query_param("page", number))
            .respond_with(page(rows, more))
            .up_to_n_times(1)
            .mount(&server)
            .await;
    }
    Mock::given(method("GET")).respond_with(ResponseTemplate::new(204)).with_priority(9).mount(&server).await;
    let notes = connect(&server).bigin.activity_of(&RecordId::Contact(ContactId::new("1"))).await.unwrap();
    assert_eq!(notes.len(), 210, "the one that was taken away was there when the walk began");
}
