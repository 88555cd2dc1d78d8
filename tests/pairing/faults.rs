//! Answers that are lost, late or short; services that want to be left alone. Whatever happens, nobody is there twice.

use std::time::Duration;

use balcao::pairing::{Way, run::End};
use serde_json::{Value, json};

use super::{
    checker::{differences, read},
    load::TWINS,
    stand::{Pair, open},
};

/// Loads the story while these rules are in force, then without them, and looks.
async fn through(rules: Value) -> Pair {
    let mut pair = open().await;
    pair.settings.total = Duration::from_millis(1_500);
    pair.limits.rest = 2_500;
    pair.stand.faults(rules).await;
    let _ = pair.try_run(Way::Both).await;
    pair.heal().await;
    pair.insist(Way::Both).await;
    let both = read(&pair).await;
    assert_eq!(differences(&both, TWINS), Vec::<String>::new());
    pair.clear_log().await;
    pair.run(Way::Both).await;
    assert_eq!(pair.writes(), 0, "it is quiet afterwards");
    pair
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_lost_after_the_write_doubles_nobody() {
    through(json!([
        { "kind": "reset_after_commit", "method": "POST", "path": "/api/v1/contacts", "after": 3, "count": 3 },
        { "kind": "error_after_commit", "method": "POST", "path": "/api/v1/accounts", "count": 2, "status": 502 },
        { "kind": "reset_after_commit", "method": "POST", "path": "/bigin/v2/Contacts", "count": 1 },
        { "kind": "timeout_after_commit", "method": "PATCH", "path": "/api/v1/contacts", "count": 1, "ms": 2_000 },
    ]))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_lost_before_the_write_leaves_nobody_out() {
    through(json!([
        { "kind": "error_before_commit", "method": "POST", "path": "/api/v1/contacts", "count": 4 },
        { "kind": "reset", "method": "POST", "path": "/bigin/v2/", "count": 2 },
        { "kind": "maintenance", "method": "POST", "path": "/api/v1/accounts", "count": 2 },
    ]))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_lands_late_doubles_nobody() {
    through(json!([
        { "kind": "late_commit", "method": "POST", "path": "/api/v1/contacts", "count": 3, "ms": 900 },
        { "kind": "late_commit", "method": "POST", "path": "/bigin/v2/Contacts", "count": 1, "ms": 900 },
        { "kind": "late_commit", "method": "PATCH", "path": "/api/v1/contacts", "count": 2, "ms": 900 },
    ]))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_batch_is_no_batch() {
    through(json!([
        { "kind": "partial_batch", "path": "/bigin/v2/Contacts", "method": "POST", "records": 2, "count": 1 },
        { "kind": "partial_batch", "path": "/bigin/v2/Accounts", "method": "POST", "records": 1, "count": 1, "status": 500 },
    ]))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_fields_for_our_key_a_lost_create_is_found_by_its_address() {
    let mut pair = open().await;
    let bare = balcao::sync::mapping::file::DEFAULT
        .replace("mark = { bigin = \"Desk_ID\", desk = \"cf_bigin_id\" }\n", "");
    std::fs::write(pair.place().mapping, bare).unwrap();
    pair.limits.rest = 2_500;
    pair.stand
        .faults(json!([
            { "kind": "reset_after_commit", "method": "POST", "path": "/api/v1/contacts", "count": 3 },
            { "kind": "reset_after_commit", "method": "POST", "path": "/bigin/v2/Contacts", "count": 1 },
        ]))
        .await;
    let _ = pair.try_run(Way::Both).await;
    pair.heal().await;
    pair.insist(Way::Both).await;
    assert_eq!(differences(&read(&pair).await, TWINS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn credits_that_are_used_up_end_a_single_run_and_nothing_is_lost() {
    let pair = open().await;
    pair.stand
        .faults(json!([{ "kind": "rate_limit_daily", "service": "desk", "method": "POST", "after": 5, "seconds": 3600 }]))
        .await;
    let ran = pair.try_run(Way::Both).await;
    assert!(matches!(ran.report.end, End::Trouble(_)), "{:?}", ran.report.end);
    assert!(matches!(ran.trouble, Some(balcao::zoho::Error::Spent { .. })), "{:?}", ran.trouble);
    drop(ran);
    pair.heal().await;
    pair.run(Way::Both).await;
    assert_eq!(differences(&read(&pair).await, TWINS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_service_is_waited_for() {
    let pair = open().await;
    pair.stand.faults(json!([{ "kind": "rate_limit_concurrent", "probability": 0.1 }])).await;
    pair.insist(Way::Both).await;
    pair.heal().await;
    pair.run(Way::Both).await;
    assert_eq!(differences(&read(&pair).await, TWINS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_index_that_is_behind_doubles_nobody() {
    let mut pair = open().await;
    pair.limits.settle = 4_500;
    pair.limits.rest = 5_000;
    pair.stand.faults(json!([{ "kind": "search_lag", "seconds": 4 }])).await;
    pair.insist(Way::Both).await;
    pair.heal().await;
    pair.run(Way::Both).await;
    assert_eq!(differences(&read(&pair).await, TWINS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_is_refused_ends_the_run_at_once() {
    let pair = open().await;
    pair.run(Way::Both).await;
    pair.stand.faults(json!([{ "kind": "token_revoked", "count": 1 }])).await;
    let began = std::time::Instant::now();
    let ran = pair.try_run(Way::Both).await;
    assert!(matches!(ran.trouble, Some(balcao::zoho::Error::SignIn { .. })), "{:?}", ran.trouble);
    assert!(began.elapsed() < Duration::from_secs(10));
}
