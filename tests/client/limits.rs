//! Too many calls, and no credits left.

use std::time::{Duration, Instant};

use balcao::zoho::{Error, Kind};
use serde_json::json;
use wiremock::{
    Mock, ResponseTemplate,
    matchers::{method, path},
};

use super::{answer, calls, connect, ok, server};

const DEPARTMENTS: &str = "/api/v1/departments";

fn busy() -> ResponseTemplate {
    let message = "The maximum number of Concurrent API Calls that can be made has been exceeded.";
    ResponseTemplate::new(429).set_body_json(json!({"errorCode":"TOO_MANY_REQUESTS","message":message}))
}

fn spent(seconds: &str) -> ResponseTemplate {
    let body = json!({"errorCode":"THRESHOLD_EXCEEDED","message":"The maximum number of API calls that can be made per day has been exceeded."});
    ResponseTemplate::new(429).set_body_json(body).insert_header("Retry-After", seconds)
}

#[tokio::test]
async fn too_many_at_once_is_tried_again_even_for_a_change() {
    let server = server().await;
    for (verb, at) in [("GET", DEPARTMENTS), ("PATCH", "/api/v1/tickets/1")] {
        Mock::given(method(verb)).and(path(at)).respond_with(busy()).up_to_n_times(2).mount(&server).await;
    }
    answer(&server, "GET", DEPARTMENTS, ok(json!({"data":[{"id":"1","name":"Suporte"}]}))).await;
    for verb in ["GET", "PATCH"] {
        answer(&server, verb, "/api/v1/tickets/1", ok(json!({"id":"1","status":"Closed"}))).await;
    }
    let desk = connect(&server).desk;
    assert_eq!(desk.departments().await.unwrap().len(), 1);
    assert_eq!(calls(&server, "GET", DEPARTMENTS).await, 3);
    desk.set_status(&balcao::model::TicketId::new("1"), "Closed").await.unwrap();
    assert_eq!(calls(&server, "PATCH", "/api/v1/tickets/1").await, 3);
}

#[tokio::test]
async fn a_spent_day_is_told_and_not_sat_out() {
    let server = server().await;
    answer(&server, "GET", DEPARTMENTS, spent("3600")).await;
    let error = connect(&server).desk.departments().await.unwrap_err();
    assert_eq!((error.kind(), error.retry_after()), (Kind::Spent, Some(Duration::from_hours(1))));
    assert_eq!(calls(&server, "GET", DEPARTMENTS).await, 1);
}

#[tokio::test]
async fn a_short_retry_after_is_kept() {
    let server = server().await;
    let wait = busy().insert_header("Retry-After", "1");
    Mock::given(path(DEPARTMENTS)).respond_with(wait).up_to_n_times(1).mount(&server).await;
    answer(&server, "GET", DEPARTMENTS, ResponseTemplate::new(204)).await;
    let started = Instant::now();
    assert!(connect(&server).desk.departments().await.unwrap().is_empty());
    assert!(started.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn one_that_stays_busy_says_so_in_the_end() {
    let server = server().await;
    let body = json!({"code":"TOO_MANY_REQUESTS","details":{},"message":"x","status":"error"});
    answer(&server, "GET", "/bigin/v2/users", ResponseTemplate::new(429).set_body_json(body)).await;
    let error = connect(&server).bigin.me().await.unwrap_err();
    assert!(matches!(error, Error::Busy { .. }), "{error:?}");
    assert_eq!(calls(&server, "GET", "/bigin/v2/users").await, 4);
}

#[tokio::test]
async fn credits_are_read_from_every_answer() {
    let server = server().await;
    let with = ResponseTemplate::new(204)
        .insert_header("X-Rate-Limit-Remaining-v3", "4997")
        .insert_header("X-Rate-Limit-Request-Weight-v3", "3");
    answer(&server, "GET", DEPARTMENTS, with).await;
    let user = ok(json!({"users":[{"id":"1"}]})).insert_header("X-API-CREDITS-REMAINING", "2400");
    answer(&server, "GET", "/bigin/v2/users", user).await;
    let zoho = connect(&server);
    zoho.desk.departments().await.unwrap();
    zoho.desk.departments().await.unwrap();
    zoho.bigin.me().await.unwrap();
    let credits = zoho.credits();
    assert_eq!((credits.desk_left, credits.desk_spent, credits.bigin_left), (Some(4997), 6, Some(2400)));
}
