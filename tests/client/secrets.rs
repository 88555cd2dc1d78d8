//! Tokens and secrets are seen in requests only.

use std::{
    io::Write,
    sync::{Arc, Mutex, PoisonError},
};

use balcao::zoho::{Accounts, Hosts};
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;
use wiremock::{MockServer, ResponseTemplate};

use super::{SECRETS, answer, connect, server, settings, sign_in};

/// A log that a test can read.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

fn assert_clean(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} shows in {text}");
    }
}

#[tokio::test]
async fn neither_debug_nor_errors_nor_the_log_show_them() {
    let log = Log::default();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(log.clone()).finish();
    // With one subscriber in the process, a call first made by another test's thread, which has none, would be taken for
    // one that nobody wants to hear of, for ever: so there are two, and what was decided before is decided again.
    let silent = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(std::io::sink);
    let _second = tracing::Dispatch::new(silent.finish());
    let _guard = tracing::subscriber::set_default(subscriber);
    tracing::callsite::rebuild_interest_cache();
    let server = server().await;
    // A service that repeats what it was given.
    let echo = format!("bad token 1000.access-1.{}", "a".repeat(40));
    let body = json!({"errorCode":"UNPROCESSABLE_ENTITY","message":echo});
    answer(&server, "GET", "/api/v1/channels", ResponseTemplate::new(422).set_body_json(body)).await;
    answer(&server, "GET", "/api/v1/agents", ResponseTemplate::new(204)).await;
    let zoho = connect(&server);
    zoho.desk.agents().await.unwrap();
    let error = zoho.desk.channels().await.unwrap_err();
    assert_clean(&format!("{error} {error:?} {zoho:?} {:?}", sign_in()));
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("api/v1/agents"), "calls are logged: {log}");
    // The libraries' own lines too, at their most talkative.
    assert_clean(&log);
}

#[tokio::test]
async fn a_token_endpoint_that_breaks_shows_none_of_them() {
    let server = MockServer::start().await;
    answer(&server, "POST", "/oauth/v2/token", ResponseTemplate::new(302)).await;
    let error = connect(&server).desk.channels().await.unwrap_err();
    assert_clean(&format!("{error} {error:?}"));
    let accounts = Accounts::new(Hosts::single("http://127.0.0.1:9").unwrap(), settings()).unwrap();
    let error = accounts.revoke(&SECRETS[1].to_owned().into()).await.unwrap_err();
    assert_clean(&format!("{error} {error:?} {accounts:?}"));
}
