//! The trace for support.

use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use super::stand::open;

#[tokio::test(flavor = "multi_thread")]
async fn a_trace_tells_the_calls_and_nothing_that_was_typed() {
    let stand = open().await;
    let number = stand.number().await;
    let file = stand.home.path().join("trace.jsonl");
    let path = file.to_str().unwrap();
    let words = "palavras que ninguém mais deve ler";
    stand.run(&["ticket", "reply", &number, "--body", words, "--json", "--trace", path]).await.json();
    stand.run(&["contact", "list", "--trace", path, "--json"]).await.json();
    let trace = std::fs::read_to_string(&file).unwrap();
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let lines: Vec<Value> = trace.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let told = |part: &str, status: u64| {
        lines.iter().any(|line| line["path"].as_str().unwrap().contains(part) && line["status"] == status)
    };
    assert!(told("sendReply", 200) && told("bigin/v2/Contacts", 200), "{trace}");
    assert!(
        lines.iter().any(|line| line["sent"].as_str().unwrap_or_default().contains("content")),
        "{trace}"
    );
    for secret in [words, "palavras", "@", "1000.", "Zoho-oauthtoken", &stand.sandbox.hello.client_secret] {
        assert!(!trace.contains(secret), "{secret:?} in:\n{trace}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trace_that_cannot_be_written_is_a_usage_error() {
    let stand = open().await;
    let outcome = stand.run(&["contact", "list", "--trace", "/no/such/folder/trace"]).await;
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("/no/such/folder/trace"), "{}", outcome.err);
}
