//! One access token for everybody.

use balcao::{
    model::TicketId,
    zoho::{Kind, NewComment, Zoho},
};
use futures_util::future::join_all;
use serde_json::json;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{header, method, path},
};

use super::{answer, calls, connect, ok, server, tokens_of};

const TOKEN: &str = "/oauth/v2/token";
const CHANNELS: &str = "/api/v1/channels";

async fn accept_only(server: &MockServer, token: &str) {
    let refused = json!({"errorCode":"INVALID_OAUTH","message":"The OauthToken is invalid or has expired."});
    Mock::given(method("GET"))
        .and(path(CHANNELS))
        .and(header("Authorization", format!("Zoho-oauthtoken {token}").as_str()))
        .respond_with(ok(json!({"data":[{"code":"EMAIL","name":"Email"}]})))
        .with_priority(1)
        .mount(server)
        .await;
    answer(server, "GET", CHANNELS, ResponseTemplate::new(401).set_body_json(refused)).await;
}

async fn twenty(zoho: &Zoho) -> Vec<Result<usize, Kind>> {
    let ask = |_| async { zoho.desk.channels().await.map(|found| found.len()).map_err(|e| e.kind()) };
    join_all((0..20).map(ask)).await
}

#[tokio::test]
async fn twenty_calls_with_a_refused_token_refresh_it_once() {
    let server = server().await;
    let zoho = connect(&server);
    accept_only(&server, "1000.access-2").await;
    assert_eq!(twenty(&zoho).await, vec![Ok(1); 20]);
    // The first that nobody had, and the one in place of the refused.
    assert_eq!(calls(&server, "POST", TOKEN).await, 2);
}

#[tokio::test]
async fn twenty_first_calls_share_one_token() {
    let server = server().await;
    accept_only(&server, "1000.access-1").await;
    assert_eq!(twenty(&connect(&server)).await, vec![Ok(1); 20]);
    assert_eq!(calls(&server, "POST", TOKEN).await, 1);
}

#[tokio::test]
async fn a_new_token_that_is_refused_too_is_the_end() {
    let server = server().await;
    accept_only(&server, "never").await;
    assert_eq!(connect(&server).desk.channels().await.unwrap_err().kind(), Kind::SignIn);
    assert_eq!(calls(&server, "POST", TOKEN).await, 2);
    assert_eq!(calls(&server, "GET", CHANNELS).await, 2);
}

#[tokio::test]
async fn a_bad_or_throttled_sign_in_is_asked_about_once() {
    for (error, kind) in [("invalid_code", Kind::SignIn), ("Access Denied", Kind::Busy)] {
        let server = MockServer::start().await;
        answer(&server, "POST", TOKEN, ok(json!({"error": error}))).await;
        let zoho = connect(&server);
        assert_eq!(twenty(&zoho).await, vec![Err(kind); 20], "{error}");
        assert_eq!(twenty(&zoho).await, vec![Err(kind); 20], "{error}");
        assert_eq!(calls(&server, "POST", TOKEN).await, 1, "{error}");
        // Somebody tries again, and wants it tried.
        zoho.insist();
        assert_eq!(twenty(&zoho).await, vec![Err(kind); 20], "{error}");
        assert_eq!(calls(&server, "POST", TOKEN).await, 2, "{error}");
        assert_eq!(calls(&server, "GET", CHANNELS).await, 0, "{error}");
    }
}

#[tokio::test]
async fn two_processes_share_a_token_through_a_file() {
    let server = server().await;
    accept_only(&server, "1000.access-1").await;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("token.json");
    let [one, two] = [(); 2].map(|()| connect(&server).with_token_cache(&path).unwrap());
    let (first, second) = tokio::join!(twenty(&one), twenty(&two));
    assert_eq!([first, second].concat(), vec![Ok(1); 40]);
    assert_eq!(calls(&server, "POST", TOKEN).await, 1);
    let later = connect(&server).with_token_cache(&path).unwrap();
    assert_eq!(later.desk.channels().await.unwrap().len(), 1);
    assert_eq!(calls(&server, "POST", TOKEN).await, 1);
}

#[tokio::test]
async fn a_missing_scope_is_no_reason_for_a_new_token() {
    let server = server().await;
    let body =
        json!({"code":"OAUTH_SCOPE_MISMATCH","details":{},"message":"invalid oauth scope","status":"error"});
    answer(&server, "GET", "/bigin/v2/users", ResponseTemplate::new(401).set_body_json(body)).await;
    assert!(connect(&server).bigin.me().await.unwrap_err().is_forbidden());
    assert_eq!(calls(&server, "POST", TOKEN).await, 1);
}

#[tokio::test]
async fn codes_become_tokens_and_tokens_are_revoked() {
    let server = MockServer::start().await;
    let grant = json!({"access_token":"1000.a","refresh_token":"1000.r","expires_in":3600});
    answer(&server, "POST", TOKEN, ok(grant)).await;
    answer(&server, "POST", "/oauth/v2/token/revoke", ResponseTemplate::new(400)).await;
    let zoho = connect(&server);
    let (secret, code) = ("sec".to_owned().into(), "1000.code".to_owned().into());
    let grant = zoho.accounts.exchange("1000.CLIENT", &secret, &code, None).await.unwrap();
    zoho.accounts.revoke(&grant.refresh_token.unwrap()).await.unwrap();
    for request in server.received_requests().await.unwrap() {
        assert_eq!(request.url.query(), None, "secrets go into the body");
    }
}

#[tokio::test]
async fn a_change_waits_for_accounts_to_recover() {
    let server = MockServer::start().await;
    let trouble = ResponseTemplate::new(503).set_body_string("<html>");
    Mock::given(path(TOKEN)).respond_with(trouble).up_to_n_times(2).with_priority(1).mount(&server).await;
    tokens_of(&server).await;
    let at = "/api/v1/tickets/1/markAsRead";
    answer(&server, "POST", "/api/v1/tickets/1/comments", ok(json!({"id":"3","content":"oi"}))).await;
    answer(&server, "POST", at, ResponseTemplate::new(200)).await;
    let desk = connect(&server).desk;
    let new = NewComment { content: "oi".into(), public: false, attachments: vec![], mentionable: vec![] };
    assert_eq!(desk.comment(&TicketId::new("1"), &new).await.unwrap().body.text, "oi");
    assert_eq!(calls(&server, "POST", "/api/v1/tickets/1/comments").await, 1);
    desk.mark_read(&TicketId::new("1")).await.unwrap();
    assert_eq!(calls(&server, "POST", at).await, 1);
}
