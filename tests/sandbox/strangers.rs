//! What programs of others do that nobody planned for them.

use std::io::{Read, Write};
use std::net::TcpStream;

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{Stand, open, read};

/// A call whose body is this text, said to be of that type.
async fn typed(stand: &Stand, path: &str, media: &str, text: &[u8]) -> super::client::Answer {
    read(stand.request(Method::POST, path).header("Content-Type", media).body(text.to_vec())).await
}

#[tokio::test]
async fn json_that_is_called_a_form_is_read_unless_one_is_strict() {
    const FORM: &str = "application/x-www-form-urlencoded";
    let stand = open().await;
    let contact = br#" {"lastName":"Curl"}"#;
    let made = typed(&stand, "/api/v1/contacts", FORM, contact).await;
    assert_eq!((made.status.as_u16(), &made.body["lastName"]), (200, &json!("Curl")), "{}", made.text);
    let marked = typed(&stand, "/api/v1/contacts", "application/json", b"\xEF\xBB\xBF{\"lastName\":\"Bom\"}");
    assert_eq!(marked.await.status, 200);
    for (media, text) in [(FORM, &b"lastName=Form"[..]), ("application/xml", contact), ("image/png", contact)]
    {
        let refused = typed(&stand, "/api/v1/contacts", media, text).await;
        assert_eq!(refused.status, 415, "{media}");
        assert_eq!(refused.body["errorCode"], "UNSUPPORTED_MEDIA_TYPE");
    }
    stand.switch("strict_content_type", true).await;
    assert_eq!(typed(&stand, "/api/v1/contacts", FORM, contact).await.status, 415);
}

/// Sends a body of so many MB to its end before it reads a word, as many clients do.
fn sent_whole(stand: &Stand, path: &str, megabytes: usize, more: &str) -> String {
    let address = stand.sandbox.base_url.trim_start_matches("http://").to_owned();
    let mut line = TcpStream::connect(&address).expect("a connection");
    line.set_read_timeout(Some(std::time::Duration::from_secs(20))).expect("a time");
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Zoho-oauthtoken {}\r\n\
         Content-Type: multipart/form-data; boundary=X\r\n{more}Content-Length: {}\r\n\r\n",
        stand.token,
        megabytes << 20
    );
    line.write_all(head.as_bytes()).expect("the head goes out");
    let mut piece = vec![b'x'; 1 << 20];
    let part = b"--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    piece[..part.len()].copy_from_slice(part);
    line.write_all(&piece).expect("the body goes out");
    piece.fill(b'x');
    for _ in 1..megabytes {
        line.write_all(&piece).expect("the body goes out");
    }
    let mut answer = String::new();
    line.read_to_string(&mut answer).expect("the answer, and then the end");
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_is_too_large_is_heard_out_before_it_is_refused() {
    let stand = open().await;
    for (path, megabytes, code) in [
        ("/api/v1/uploads", 21, "RESOURCE_SIZE_EXCEEDED"),
        ("/api/v1/uploads", 60, "RESOURCE_SIZE_EXCEEDED"),
        ("/bigin/v2/Contacts", 60, "REQUEST_ENTITY_TOO_LARGE"),
    ] {
        let answer = tokio::task::block_in_place(|| sent_whole(&stand, path, megabytes, ""));
        assert!(answer.starts_with("HTTP/1.1 413") && answer.contains(code), "{path}: {answer}");
        assert!(answer.to_lowercase().contains("connection: close"), "{answer}");
    }
    // What is refused for another reason is heard out as well.
    let path = "/api/v1/contacts/1";
    let answer = tokio::task::block_in_place(|| sent_whole(&stand, path, 60, "Connection: close\r\n"));
    assert!(answer.contains("METHOD_NOT_ALLOWED"), "{answer}");
}

#[tokio::test]
async fn announced_tokens_outlive_any_number_of_sign_ins() {
    let stand = open().await;
    let hello = stand.sandbox.hello.clone();
    let mut first = String::new();
    for n in 0..23 {
        let code = stand.control("accounts/code", &json!({"scope": "Desk.tickets.READ"})).await;
        let code = code.body["code"].as_str().expect("a code").to_owned();
        let given = stand.token_call(&[("grant_type", "authorization_code"), ("code", &code)]).await;
        if n == 0 {
            first = given["refresh_token"].as_str().expect("a refresh token").to_owned();
        }
    }
    assert_eq!(stand.refresh(&first).await["error"], "invalid_code", "the oldest of those that were given");
    assert!(stand.refresh(&hello.refresh_token).await["access_token"].is_string());
    assert_eq!(stand.get("/_sandbox/hello").await.body["refresh_token"], hello.refresh_token.as_str());
}

#[tokio::test]
async fn hello_says_who_may_delete_and_who_administrates() {
    let stand = open().await;
    let agents = &stand.sandbox.hello.agents;
    assert!(!agents[0].may_delete_tickets && !agents[0].administrator && agents[0].profile == "Agent");
    let admin = agents.iter().position(|agent| agent.administrator).expect("an administrator");
    assert!(agents[admin].may_delete_tickets);
    let ticket = stand.get("/api/v1/tickets?limit=1").await.body["data"][0]["id"].clone();
    for (agent, status) in [(0, 403), (admin, 204)] {
        let token = stand.token_of(agent).await;
        let call = stand.request_as(&token, Method::POST, "/api/v1/tickets/moveToTrash");
        let answer = read(call.json(&json!({"ticketIds": [ticket]}))).await;
        assert_eq!(answer.status, status, "{}", answer.text);
    }
}

#[tokio::test]
async fn the_story_has_things_to_do_for_its_tickets() {
    let stand = open().await;
    let now = stand.sandbox.shared.clock.now().to_string();
    let (mut late, mut done) = (0, 0);
    for kind in ["tasks", "calls", "events"] {
        let rows = stand.get(&format!("/api/v1/{kind}?include=tickets")).await;
        let rows = rows.body["data"].as_array().expect("rows").clone();
        assert!(rows.len() >= 2, "{kind}");
        for row in rows {
            let time = if kind == "tasks" { &row["dueDate"] } else { &row["startTime"] };
            let closed = row["statusType"] == "Closed";
            late += u32::from(!closed && time.as_str().expect("a time") < now.as_str());
            done += u32::from(closed && row["completedTime"].is_string());
            let ticket = row["ticketId"].as_str().expect("a ticket");
            let own = stand.get(&format!("/api/v1/tickets/{ticket}/activities")).await;
            let own = own.body["data"].as_array().expect("rows").clone();
            assert!(own.iter().any(|other| other["id"] == row["id"]), "{row}");
        }
    }
    assert!(late >= 2 && done >= 3, "{late} late, {done} done");
}

#[tokio::test]
async fn views_that_there_are_not_are_refused_in_every_list() {
    let stand = open().await;
    for path in ["contacts", "contacts/count", "accounts", "products", "tasks", "calls", "events", "tickets"]
    {
        let answer = stand.get(&format!("/api/v1/{path}?viewId=1")).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.body["message"]),
            (422, &json!("Invalid View Id")),
            "{path}"
        );
    }
}

#[tokio::test]
async fn nobody_is_found_by_an_empty_text() {
    let stand = open().await;
    for query in [
        "contacts/search?email=",
        "contacts/search?_all=",
        "accounts/search?accountName=",
        "tickets/search?subject=",
        "tasks/search?subject=",
        "search?searchStr=",
    ] {
        let answer = stand.get(&format!("/api/v1/{query}")).await;
        assert_eq!(answer.status, 422, "{query}: {}", answer.text);
    }
}

#[tokio::test]
async fn refusals_tell_the_rate_as_every_answer_of_desk_does() {
    let stand = open().await;
    for kind in ["rate_limit_daily", "rate_limit_concurrent"] {
        stand.faults(json!([{"kind": kind}])).await;
        let answer = stand.get("/api/v1/tickets").await;
        assert_eq!(answer.status, 429);
        assert!(answer.headers.contains_key("x-rate-limit-remaining-v3"), "{kind}");
        assert_eq!(answer.headers["x-rate-limit-request-weight-v3"], "0", "{kind}");
    }
    stand.faults(json!([])).await;
    let stranger = read(stand.request_as("nobody", Method::GET, "/api/v1/tickets")).await;
    assert!(stranger.headers.contains_key("x-rate-limit-remaining-v3"));
}

#[tokio::test]
async fn slashes_at_the_end_and_heads_are_answered_as_the_plain_thing() {
    let stand = open().await;
    let rows = stand.get("/bigin/v2/Contacts/?fields=Last_Name&per_page=1").await;
    let id = rows.body["data"][0]["id"].as_str().expect("an id").to_owned();
    assert_eq!(stand.get(&format!("/bigin/v2/Contacts/{id}/")).await.status, 200);
    assert_eq!(stand.get("/bigin/v2/").await.status, 404);
    let none = stand.send(Method::POST, "/bigin/v2/actions/x", &json!({})).await;
    assert_eq!((none.status.as_u16(), &none.body["code"]), (404, &json!("INVALID_URL_PATTERN")));
    for scheme in ["zoho-oauthtoken", "BEARER", "Bearer "] {
        let call = stand.http.get(format!("{}/bigin/v2/org", stand.sandbox.base_url));
        let call = call.header("Authorization", format!("{scheme} {}", stand.token));
        assert_eq!(read(call).await.status, 200, "{scheme}");
    }
    let token = stand.http.post(format!("{}/oauth/v2/token/", stand.sandbox.base_url)).send().await;
    let body: Value = token.expect("an answer").json().await.expect("JSON");
    assert_eq!(body["error"], "invalid_request");
    let head = read(stand.request(Method::HEAD, "/api/v1/tickets?limit=1")).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
    assert!(head.headers["content-length"].to_str().is_ok_and(|length| length != "0"));
    let none = stand.request(Method::HEAD, "/api/v1/uploads").send().await.expect("an answer");
    assert_eq!(none.status(), 405);
}

#[tokio::test]
async fn bigin_tells_when_the_token_dies() {
    let stand = open().await;
    let answer = stand.get("/bigin/v2/org").await;
    let until = answer.headers["x-accesstoken-reset"].to_str().expect("a text");
    let until: jiff::Timestamp = until.parse().expect("a time");
    let left = until.as_second() - stand.sandbox.shared.clock.now().as_second();
    assert!((3590..=3600).contains(&left), "{left}");
}

#[tokio::test]
async fn a_slow_body_keeps_its_place_to_the_end() {
    let stand = open().await;
    let whole = stand.get("/bigin/v2/users").await.text.len();
    stand.faults(json!([{"kind": "bandwidth", "bytes_per_second": whole, "path": "/bigin/v2/users"}])).await;
    let mut slow = Vec::new();
    for _ in 0..20 {
        slow.push(stand.request(Method::GET, "/bigin/v2/users").send().await.expect("its head"));
    }
    let refused = stand.get("/bigin/v2/org").await;
    assert_eq!(refused.status, 429, "twenty bodies are on their way");
    for answer in slow {
        answer.text().await.expect("its body");
    }
    assert_eq!(stand.get("/bigin/v2/org").await.status, 200);
}
