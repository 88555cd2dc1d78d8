//! Answers that are not what the documents promise.

use balcao::{
    model::{ContactId, Module, TicketId},
    zoho::{Error, Hosts, Kind, PageAt, TicketList, Zoho},
};
use serde_json::json;
use wiremock::ResponseTemplate;

use super::{
    answer, calls, connect, ok,
    raw::{Raw, Reply},
    server, settings, sign_in,
};

const PAGE: &str = "<!DOCTYPE html><html><body><h1>503</h1></body></html>";

fn html(status: u16) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw(PAGE, "text/html")
}

#[tokio::test]
async fn a_web_page_instead_of_an_answer_is_said() {
    let server = server().await;
    answer(&server, "GET", "/api/v1/channels", html(503)).await;
    answer(&server, "GET", "/api/v1/agents", html(200)).await;
    let desk = connect(&server).desk;
    let down = desk.channels().await.unwrap_err();
    assert!(matches!(down, Error::Down { status: 503, .. }), "{down:?}");
    assert_eq!(calls(&server, "GET", "/api/v1/channels").await, 4, "questions are asked again");
    let garbled = desk.agents().await.unwrap_err();
    assert_eq!(garbled.kind(), Kind::Garbled);
    assert!(garbled.to_string().contains("web page"), "{garbled}");
}

#[tokio::test]
async fn nothing_there_is_no_error() {
    let server = server().await;
    for at in ["/api/v1/tickets", "/bigin/v2/Contacts", "/bigin/v2/Contacts/7", "/bigin/v2/settings/fields"] {
        let empty =
            ResponseTemplate::new(204).insert_header("Content-Type", "application/json;charset=UTF-8");
        answer(&server, "GET", at, empty).await;
    }
    answer(&server, "GET", "/bigin/v2/Accounts", ResponseTemplate::new(304)).await;
    answer(&server, "GET", "/bigin/v2/Accounts/search", ResponseTemplate::new(204)).await;
    let zoho = connect(&server);
    let tickets = zoho.desk.tickets(&TicketList::default()).await.unwrap();
    assert!(tickets.rows.is_empty() && tickets.next.is_none());
    assert!(zoho.bigin.contacts(&PageAt::first()).await.unwrap().rows.is_empty());
    assert!(zoho.bigin.companies(&PageAt::first()).await.unwrap().rows.is_empty());
    assert_eq!(zoho.bigin.contact(&ContactId::new("7")).await.unwrap(), None);
    assert!(zoho.bigin.search(Module::Companies, "sol").await.unwrap().is_empty());
}

#[tokio::test]
async fn an_error_inside_a_good_answer_is_an_error() {
    let server = server().await;
    let forbidden =
        json!({"errorCode":"FORBIDDEN","message":"You are not authorized to access this resource."});
    answer(&server, "GET", "/api/v1/channels", ok(forbidden)).await;
    answer(&server, "GET", "/api/v1/departments", ok(json!({"error":"general_error"}))).await;
    let desk = connect(&server).desk;
    assert!(desk.channels().await.unwrap_err().is_forbidden());
    assert!(desk.departments().await.unwrap_err().to_string().contains("general_error"));
}

#[tokio::test]
async fn a_ticket_that_is_gone_is_not_found() {
    let server = server().await;
    let body = json!({"errorCode":"URL_NOT_FOUND","message":"The URL you requested could not be found."});
    answer(&server, "GET", "/api/v1/tickets/9", ResponseTemplate::new(404).set_body_json(body)).await;
    let error = connect(&server).desk.ticket(&TicketId::new("9")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::NotFound);
}

#[tokio::test]
async fn a_body_without_end_is_not_swallowed() {
    let accounts = server().await;
    let raw = Raw::serve(&[Reply::Bytes("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n{")]).await;
    let error = raw.connect(&accounts, settings()).desk.channels().await.unwrap_err();
    assert!(error.to_string().contains("longer than 32 MB"), "{error}");
}

#[tokio::test]
async fn plain_http_is_refused_except_to_this_machine() {
    let hosts = Hosts {
        desk: "http://desk.zoho.com".parse().unwrap(),
        ..Hosts::single("http://127.0.0.1:1").unwrap()
    };
    let error = Zoho::connect(hosts, sign_in(), None, settings()).unwrap_err();
    assert!(error.to_string().contains("use https"), "{error}");
}
