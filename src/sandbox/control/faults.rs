//! `GET`, `PUT`, `DELETE /_sandbox/faults`.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::faults::Rule;
use super::super::gate::answer;
use super::super::server::Shared;
use super::{read, refuse};

/// The rules in force, each with how often it will still act.
pub async fn show(State(shared): State<Shared>) -> Response {
    answer::json(StatusCode::OK, &json!({ "rules": shared.faults().rules() }))
}

/// Puts rules in place of those in force.
pub async fn put(State(shared): State<Shared>, body: Bytes) -> Response {
    let rules = match wished(&body) {
        Ok(rules) => rules,
        Err(refusal) => return *refusal,
    };
    if let Some(fault) = rules.iter().find_map(Rule::fault) {
        return refuse(StatusCode::BAD_REQUEST, &format!("A rule can't be: {fault}."));
    }
    shared.faults().put(rules);
    shared.hold_indexes_back();
    shared.keep().await;
    show(State(shared)).await
}

/// Lets everything go right again.
pub async fn clear(State(shared): State<Shared>) -> Response {
    shared.faults().put(Vec::new());
    shared.hold_indexes_back();
    shared.keep().await;
    answer::no_content()
}

/// The rules of a body: `{"rules":[…]}`, or the bare list.
fn wished(body: &[u8]) -> Result<Vec<Rule>, Box<Response>> {
    let value: Value = read(body)?;
    let list = match value {
        Value::Object(mut object) => object.remove("rules").unwrap_or_default(),
        other => other,
    };
    serde_json::from_value(list).map_err(|error| {
        refuse(StatusCode::BAD_REQUEST, &format!("The rules can't be read: {error}. Send {{\"rules\":[…]}}."))
            .into()
    })
}
