//! Channels, and the callbacks that really come.

use std::time::Duration;

use balcao::sandbox::options::Options;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use super::codes;
use crate::sandbox::client::{Stand, open, open_with};

/// A subscriber: where it listens, and what it is told. It refuses the first `refusals` callbacks.
async fn subscriber(refusals: usize) -> (String, mpsc::UnboundedReceiver<Value>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/hook?mine=1", listener.local_addr().expect("an address"));
    let (tell, told) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        for n in 0.. {
            let Ok((mut line, _)) = listener.accept().await else { return };
            let mut bytes = Vec::new();
            let body = loop {
                if line.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
                    break None;
                }
                let text = String::from_utf8_lossy(&bytes).into_owned();
                if let Some((_, body)) = text.split_once("\r\n\r\n")
                    && let Ok(body) = serde_json::from_str::<Value>(body)
                {
                    assert!(text.starts_with("POST /hook?mine=1 HTTP/1.1\r\n"), "{text}");
                    break Some(body);
                }
            };
            let status = if n < refusals { "503 No" } else { "200 OK" };
            line.write_all(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n").as_bytes()).await.ok();
            if let Some(body) = body.filter(|_| n >= refusals)
                && tell.send(body).is_err()
            {
                return;
            }
        }
    });
    (url, told)
}

async fn next(told: &mut mpsc::UnboundedReceiver<Value>) -> Value {
    tokio::time::timeout(Duration::from_secs(10), told.recv())
        .await
        .expect("a callback in time")
        .expect("a callback")
}

async fn enable(stand: &Stand, wish: Value) -> super::super::client::Answer {
    stand.send(Method::POST, "/bigin/v2/actions/watch", &json!({ "watch": [wish] })).await
}

#[tokio::test]
async fn a_subscriber_is_told_what_happened() {
    let stand = open().await;
    let (url, mut told) = subscriber(1).await;
    let wish = json!({ "channel_id": "1000000068001", "events": ["Contacts.all", "Accounts.delete"], "notify_url": url,
                       "token": "secret", "return_affected_field_values": true });
    let enabled = enable(&stand, wish).await;
    assert_eq!(
        (enabled.status.as_u16(), codes(&enabled.body, "watch")),
        (201, vec!["SUCCESS"]),
        "{}",
        enabled.text
    );
    let events = enabled.body["watch"][0]["details"]["events"].as_array().expect("events").clone();
    assert_eq!(events.len(), 2);
    assert_eq!(
        (&events[0]["resource_name"], &events[0]["channel_id"]),
        (&json!("Contacts"), &json!("1000000068001"))
    );
    assert!(events[0]["resource_uri"].as_str().is_some_and(|uri| uri.ends_with("/bigin/v1/Contacts")));

    let id = stand.create("Contacts", json!({ "Last_Name": "Watched" })).await;
    let made = next(&mut told).await;
    assert_eq!(
        (&made["operation"], &made["module"], &made["ids"]),
        (&json!("insert"), &json!("Contacts"), &json!([id]))
    );
    assert_eq!((&made["token"], &made["channel_id"]), (&json!("secret"), &json!("1000000068001")));
    assert_eq!(made["query_params"], json!({ "mine": "1" }));

    let path = format!("/bigin/v2/Contacts/{id}");
    stand.send(Method::PUT, &path, &json!({ "data": [{ "Phone": "123" }] })).await;
    let changed = next(&mut told).await;
    assert_eq!(changed["operation"], "update");
    assert_eq!(changed["affected_fields"], json!([{ &id: ["Phone"] }]));
    assert_eq!(changed["affected_values"], json!([{ "record_id": id, "values": { "Phone": "123" } }]));

    stand
        .send(Method::POST, &format!("{path}/actions/add_tags"), &json!({ "tags": [{ "name": "Seen" }] }))
        .await;
    assert_eq!(next(&mut told).await["affected_fields"], json!([{ &id: ["Tag"] }]));
    stand.delete(&path).await;
    assert_eq!(next(&mut told).await["operation"], "delete");

    // What was not asked for is not told, and a channel that has ended tells nothing.
    stand.create("Accounts", json!({ "Account_Name": "Zzq silent" })).await;
    stand.sandbox.shared.clock.advance(jiff::SignedDuration::from_mins(121));
    let again = open_token(&stand).await;
    let answer = stand
        .request_as(&again, Method::POST, "/bigin/v2/Contacts")
        .json(&json!({ "data": [{ "Last_Name": "Late" }] }));
    assert_eq!(super::super::client::read(answer).await.status, 201);
    assert!(
        tokio::time::timeout(Duration::from_millis(600), told.recv()).await.is_err(),
        "nothing more is told"
    );
    let gone =
        super::super::client::read(stand.request_as(&again, Method::GET, "/bigin/v2/actions/watch")).await;
    assert_eq!((gone.status.as_u16(), gone.text.as_str()), (204, ""));
}

/// A fresh access token: the first one has died with the clock.
async fn open_token(stand: &Stand) -> String {
    stand.token_of(0).await
}

#[tokio::test]
async fn channels_are_shown_changed_and_ended() {
    let stand = open().await;
    let elsewhere = "https://crm.example.com/hook";
    let path = "/bigin/v2/actions/watch";
    let expiry = (stand.sandbox.shared.clock.now() + jiff::SignedDuration::from_hours(5)).to_string();
    let wish = json!({ "channel_id": 77, "events": ["Contacts.create", "Tasks.edit"], "notify_url": elsewhere, "channel_expiry": expiry });
    assert_eq!(enable(&stand, wish).await.status, 201);
    let shown = stand.get(&format!("{path}?channel_id=77&module=Tasks")).await;
    let row = &shown.body["watch"][0];
    assert_eq!(
        (&row["events"], &row["notify_url"], &row["token"]),
        (&json!(["Tasks.edit"]), &json!(elsewhere), &Value::Null)
    );
    let lives: jiff::Timestamp = row["channel_expiry"].as_str().expect("a time").parse().expect("a time");
    let left = lives.duration_since(stand.sandbox.shared.clock.now()).as_mins();
    assert!((295..=300).contains(&left), "{left}");
    // Longer than a day is two hours; what is not said goes back.
    let far = (stand.sandbox.shared.clock.now() + jiff::SignedDuration::from_hours(80)).to_string();
    let put = json!({ "watch": [{ "channel_id": "77", "events": ["Contacts.delete"], "notify_url": elsewhere, "channel_expiry": far }] });
    assert_eq!(stand.send(Method::PUT, path, &put).await.status, 200);
    let shown = stand.get(path).await;
    assert_eq!(shown.body["watch"][0]["events"], json!(["Contacts.delete"]));
    assert_eq!(shown.body["info"]["count"], 1);
    let patch = json!({ "watch": [{ "channel_id": "77", "token": "new" }] });
    assert_eq!(stand.send(Method::PATCH, path, &patch).await.status, 200);
    let shown = stand.get(path).await;
    assert_eq!(
        (&shown.body["watch"][0]["token"], &shown.body["watch"][0]["events"]),
        (&json!("new"), &json!(["Contacts.delete"]))
    );
    let unknown =
        json!({ "watch": [{ "channel_id": "78", "events": ["Contacts.all"], "notify_url": elsewhere }] });
    let unknown = stand.send(Method::PUT, path, &unknown).await;
    assert_eq!((unknown.status.as_u16(), codes(&unknown.body, "watch")), (400, vec!["NOT_SUBSCRIBED"]));
    for (wrong, code) in [
        (json!({ "channel_id": 1, "notify_url": elsewhere }), "MANDATORY_NOT_FOUND"),
        (json!({ "channel_id": 1, "events": ["Notes.all"], "notify_url": elsewhere }), "INVALID_DATA"),
        (json!({ "channel_id": 1, "events": ["Contacts.nothing"], "notify_url": elsewhere }), "INVALID_DATA"),
        (json!({ "channel_id": 1, "events": ["Contacts.all"], "notify_url": "nowhere" }), "INVALID_DATA"),
        (
            json!({ "channel_id": 1, "events": ["Contacts.all"], "notify_url": elsewhere, "token": "x".repeat(51) }),
            "INVALID_DATA",
        ),
        (json!({ "events": ["Contacts.all"], "notify_url": elsewhere }), "MANDATORY_NOT_FOUND"),
    ] {
        let refused = enable(&stand, wrong.clone()).await;
        assert_eq!((refused.status.as_u16(), codes(&refused.body, "watch")), (400, vec![code]), "{wrong}");
    }
    let ended = stand.delete(&format!("{path}?channel_ids=77")).await;
    assert_eq!((ended.status.as_u16(), codes(&ended.body, "watch")), (200, vec!["SUCCESS"]));
    let twice = stand.delete(&format!("{path}?channel_ids=77")).await;
    assert_eq!((twice.status.as_u16(), codes(&twice.body, "watch")), (202, vec!["NOT_SUBSCRIBED"]));
    assert_eq!(stand.get(path).await.status, 204);
}

#[tokio::test]
async fn channels_links_and_tags_survive_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let options = || Options { data: Some(folder.path().to_owned()), ..Options::default() };
    let stand = open_with(options()).await;
    let wish = json!({ "channel_id": 5, "events": ["Calls.all"], "notify_url": "http://127.0.0.1:1/x" });
    assert_eq!(enable(&stand, wish).await.status, 201);
    let contact = stand.create("Contacts", json!({ "Last_Name": "Kept", "Tag": [{ "name": "Kept" }] })).await;
    let product = stand.create("Products", json!({ "Product_Name": "Zzq kept" })).await;
    let link = format!("/bigin/v2/Contacts/{contact}/Products/{product}");
    assert_eq!(stand.send(Method::PUT, &link, &json!({})).await.status, 200);
    stand.sandbox.shutdown().await;
    let stand = open_with(options()).await;
    assert_eq!(stand.get("/bigin/v2/actions/watch?channel_id=5").await.body["info"]["count"], 1);
    let list = stand.get(&format!("/bigin/v2/Contacts/{contact}/Products?fields=Product_Name")).await;
    assert_eq!(super::ids(&list.body), [product]);
    let read = stand.get(&format!("/bigin/v2/Contacts/{contact}?fields=Tag")).await;
    assert_eq!(read.body["data"][0]["Tag"][0]["name"], "Kept");
}

#[tokio::test]
async fn a_company_made_by_its_name_is_told_and_affected_fields_only_when_asked_for() {
    let stand = open().await;
    let (url, mut told) = subscriber(0).await;
    let wish =
        json!({ "channel_id": "77", "events": ["Contacts.create", "Accounts.create"], "notify_url": url });
    assert_eq!(enable(&stand, wish).await.status, 201);
    for path in ["/bigin/v2/Contacts", "/bigin/v2/Contacts/upsert"] {
        let body = json!({ "data": [{ "Last_Name": "N", "Account_Name": format!("Zzq of {path}") }] });
        assert_eq!(stand.send(Method::POST, path, &body).await.status, 201);
        let both = [next(&mut told).await, next(&mut told).await];
        for module in ["Contacts", "Accounts"] {
            let one = both.iter().find(|one| one["module"] == module).expect("told");
            assert_eq!((&one["operation"], &one["token"]), (&json!("insert"), &json!("")));
            assert!(one.get("affected_fields").is_none() && one.get("affected_values").is_none(), "{one}");
        }
    }
}
