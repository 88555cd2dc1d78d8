//! Files and redirects: the token goes to the profile's own hosts and nowhere else.

use balcao::{
    model::{ThreadId, TicketId},
    zoho::{Error, Kind},
};
use serde_json::json;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{any, header_exists},
};

use super::{answer, calls, connect, ok, server};

const FILE: &str = "/api/v1/tickets/1/attachments/2/content";

/// A host of somebody else, that must never be asked anything.
async fn foreigner() -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(ok(json!({}))).mount(&server).await;
    server
}

fn redirect(to: &str) -> ResponseTemplate {
    ResponseTemplate::new(302).insert_header("Location", to)
}

#[tokio::test]
async fn a_redirect_to_another_host_gets_neither_token_nor_visit() {
    let (server, foreigner) = (server().await, foreigner().await);
    let away = format!("{}/steal", foreigner.uri());
    answer(&server, "GET", "/api/v1/channels", redirect(&away)).await;
    answer(&server, "GET", FILE, redirect(&away)).await;
    let desk = connect(&server).desk;
    assert_eq!(desk.channels().await.unwrap_err().kind(), Kind::Garbled);
    let error = desk.download(&format!("{}{FILE}", server.uri()), &mut Vec::new()).await.unwrap_err();
    assert!(matches!(error, Error::Foreign { .. }), "{error:?}");
    let error = desk.download(&away, &mut Vec::new()).await.unwrap_err();
    assert!(matches!(error, Error::Foreign { .. }), "{error:?}");
    assert!(foreigner.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_file_comes_with_the_token_also_after_a_move_within_the_host() {
    let server = server().await;
    answer(&server, "GET", FILE, redirect("/moved?x=1")).await;
    Mock::given(wiremock::matchers::path("/moved"))
        .and(header_exists("Authorization"))
        .respond_with(ResponseTemplate::new(200).set_body_bytes(b"%PDF".to_vec()))
        .mount(&server)
        .await;
    let mut file = Vec::new();
    assert_eq!(connect(&server).desk.download(FILE, &mut file).await.unwrap(), 4);
    assert_eq!(file, b"%PDF");
}

#[tokio::test]
async fn a_file_that_is_gone_leaves_nothing() {
    let server = server().await;
    let body = json!({"errorCode":"URL_NOT_FOUND","message":"x"});
    answer(&server, "GET", FILE, ResponseTemplate::new(404).set_body_json(body)).await;
    let mut file = Vec::new();
    assert_eq!(connect(&server).desk.download(FILE, &mut file).await.unwrap_err().kind(), Kind::NotFound);
    assert!(file.is_empty());
}

#[tokio::test]
async fn a_message_cut_short_is_fetched_whole() {
    let server = server().await;
    let full = format!("{}/full/2", server.uri());
    let cut = json!({"id":"2","content":"<p>Lo","contentType":"text/html","isContentTruncated":"true","fullContentURL":full});
    answer(&server, "GET", "/api/v1/tickets/1/threads/2", ok(cut)).await;
    answer(&server, "GET", "/full/2", ok(json!({"content":"<p>Longo</p>"}))).await;
    let thread = connect(&server).desk.thread(&TicketId::new("1"), &ThreadId::new("2")).await.unwrap();
    assert_eq!(thread.body.text, "<p>Longo</p>");
}

#[tokio::test]
async fn an_upload_is_one_multipart_field_and_large_ones_stay_here() {
    let server = server().await;
    answer(&server, "POST", "/api/v1/uploads", ok(json!({"id":8,"name":"São \"x\".pdf","size":"4"}))).await;
    let desk = connect(&server).desk;
    assert_eq!(desk.upload("São \"x\".pdf", b"%PDF".to_vec()).await.unwrap().as_str(), "8");
    let requests = server.received_requests().await.unwrap();
    let upload = requests.iter().find(|request| request.url.path() == "/api/v1/uploads").unwrap();
    let body = String::from_utf8_lossy(&upload.body);
    assert!(body.contains(r#"name="file"; filename="São x.pdf""#), "{body}");
    assert!(body.contains("\r\n\r\n%PDF\r\n"), "{body}");
    let error = desk.upload("big", vec![0; 20 * 1024 * 1024 + 1]).await.unwrap_err();
    assert_eq!(error.kind(), Kind::File);
    assert_eq!(calls(&server, "POST", "/api/v1/uploads").await, 1);
}
