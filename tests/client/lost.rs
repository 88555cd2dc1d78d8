//! Answers that never arrive: questions are asked again, changes are never made twice.

use std::time::Duration;

use balcao::{
    model::TicketId,
    zoho::{Error, Kind, NewComment, Settings},
};
use serde_json::json;
use wiremock::ResponseTemplate;

use super::{
    answer, calls, connect,
    raw::{Raw, Reply, connect_to},
    server, settings,
};

const EMPTY: &str = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
const SHORT: &str = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{\"data\":[{\"id\":";

fn comment() -> NewComment {
    NewComment { content: "oi".into(), public: false, attachments: vec![], mentionable: vec![] }
}

fn impatient() -> Settings {
    Settings { total: Duration::from_millis(300), ..settings() }
}

#[tokio::test]
async fn a_question_is_asked_again() {
    let accounts = server().await;
    for broken in [&[Reply::Bytes(""), Reply::Bytes(SHORT), Reply::Bytes(EMPTY)][..]] {
        let raw = Raw::serve(Box::leak(broken.to_vec().into_boxed_slice())).await;
        assert!(raw.connect(&accounts, settings()).desk.departments().await.unwrap().is_empty());
        assert_eq!(raw.seen(), 3);
    }
}

#[tokio::test]
async fn a_question_that_never_gets_through_is_given_up() {
    let accounts = server().await;
    let raw = Raw::serve(&[Reply::Bytes(SHORT)]).await;
    let error = raw.connect(&accounts, settings()).desk.departments().await.unwrap_err();
    assert!(matches!(error, Error::Broken { .. }), "{error:?}");
    assert_eq!(raw.seen(), 4);
}

#[tokio::test]
async fn a_change_whose_answer_breaks_is_sent_once_and_unknown() {
    let accounts = server().await;
    for replies in [
        &[Reply::Bytes("")][..],
        &[Reply::Bytes(SHORT)],
        &[Reply::Bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")],
        &[Reply::Bytes("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>")],
    ] {
        let raw = Raw::serve(Box::leak(replies.to_vec().into_boxed_slice())).await;
        let desk = raw.connect(&accounts, settings()).desk;
        let error = desk.comment(&TicketId::new("1"), &comment()).await.unwrap_err();
        assert!(error.is_unknown(), "{error:?}");
        assert!(error.to_string().contains("Look before you send again"));
        assert_eq!(raw.seen(), 1);
    }
}

#[tokio::test]
async fn a_change_that_takes_too_long_is_unknown_and_a_question_is_slow() {
    let accounts = server().await;
    let raw = Raw::serve(&[Reply::Silence]).await;
    let desk = raw.connect(&accounts, impatient()).desk;
    let error = desk.comment(&TicketId::new("1"), &comment()).await.unwrap_err();
    assert!(error.is_unknown(), "{error:?}");
    assert_eq!(raw.seen(), 1);
    assert_eq!(desk.departments().await.unwrap_err().kind(), Kind::Slow);
}

#[tokio::test]
async fn a_change_answered_with_a_500_may_have_happened() {
    let server = server().await;
    let at = "/api/v1/tickets/1/comments";
    let body = json!({"errorCode":"INTERNAL_SERVER_ERROR","message":"An internal server error occurred."});
    answer(&server, "POST", at, ResponseTemplate::new(500).set_body_json(body)).await;
    let error = connect(&server).desk.comment(&TicketId::new("1"), &comment()).await.unwrap_err();
    assert!(error.is_unknown(), "{error:?}");
    assert_eq!(calls(&server, "POST", at).await, 1);
}

#[tokio::test]
async fn nobody_there_is_offline_and_nothing_was_sent() {
    let accounts = server().await;
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", free.local_addr().unwrap());
    drop(free);
    let desk = connect_to(&address, &accounts, settings()).desk;
    let error = desk.comment(&TicketId::new("1"), &comment()).await.unwrap_err();
    assert!(error.is_offline() && !error.is_unknown(), "{error:?}");
}
