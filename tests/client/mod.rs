//! The client of Zoho against a service that misbehaves.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod answers;
mod files;
mod limits;
mod lost;
mod raw;
mod records;
mod requests;
mod schemas;
mod secrets;
mod tokens;

pub(crate) use schemas::ask_everything;

use std::time::Duration;

use balcao::zoho::{Hosts, Settings, SignIn, Zoho};
use serde_json::{Value, json};
use wiremock::{
    Mock, MockServer, Request, ResponseTemplate,
    matchers::{method, path},
};

/// What must never be seen outside a request.
const SECRETS: [&str; 3] = ["s3cret-of-the-client", "1000.refresh-of-the-agent", "1000.access"];

fn sign_in() -> SignIn {
    SignIn {
        client_id: "1000.CLIENT".into(),
        client_secret: SECRETS[0].to_owned().into(),
        refresh_token: SECRETS[1].to_owned().into(),
    }
}

/// Patient enough for a loaded machine, impatient enough for a test.
fn settings() -> Settings {
    Settings { backoff: Duration::from_millis(5), total: Duration::from_secs(20), ..Settings::default() }
}

pub(crate) fn connect(server: &MockServer) -> Zoho {
    Zoho::connect(Hosts::single(&server.uri()).unwrap(), sign_in(), None, settings()).unwrap()
}

/// A server that gives out one access token after another: `1000.access-1`, `1000.access-2`, …
pub(crate) async fn server() -> MockServer {
    let server = MockServer::start().await;
    tokens_of(&server).await;
    server
}

async fn tokens_of(server: &MockServer) {
    let count = std::sync::atomic::AtomicUsize::new(1);
    Mock::given(method("POST"))
        .and(path("/oauth/v2/token"))
        .respond_with(move |_: &Request| {
            let number = count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let token = format!("1000.access-{number}");
            ResponseTemplate::new(200)
                .set_body_json(json!({"access_token": token, "token_type": "Bearer", "expires_in": 3600}))
                // Long enough that everybody has to stand in line.
                .set_delay(Duration::from_millis(50))
        })
        .mount(server)
        .await;
}

/// Answers one method and path with this.
async fn answer(server: &MockServer, verb: &str, at: &str, with: ResponseTemplate) {
    Mock::given(method(verb)).and(path(at)).respond_with(with).mount(server).await;
}

pub(crate) fn ok(body: Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(body)
}

/// How many requests of this method and path came.
async fn calls(server: &MockServer, verb: &str, at: &str) -> usize {
    let requests = server.received_requests().await.unwrap();
    requests.iter().filter(|request| request.method.as_str() == verb && request.url.path() == at).count()
}
