//! `POST /_sandbox/inbound`: customers write, agents of the web interface act.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

use super::super::desk::inbound;
use super::super::desk::webhooks::watched;
use super::super::gate::answer;
use super::super::server::Shared;
use super::{read, refuse};

/// Lets one thing happen, or a list of them in order, up to the first that can't; the answer has the same shape.
pub async fn receive(State(shared): State<Shared>, body: Bytes) -> Response {
    let shared = shared.of(super::super::gate::Service::Desk);
    let body: Value = match read(&body) {
        Ok(body) => body,
        Err(refusal) => return *refusal,
    };
    let outcome = watched(&shared, None, |world| match &body {
        Value::Array(list) => {
            let each: Result<Vec<Value>, String> =
                list.iter().map(|one| inbound::receive(world, one)).collect();
            each.map(Value::Array)
        }
        one => inbound::receive(world, one),
    });
    shared.keep().await;
    match outcome {
        Ok(came_of_it) => answer::json(StatusCode::OK, &came_of_it),
        Err(sentence) => refuse(StatusCode::UNPROCESSABLE_ENTITY, &sentence),
    }
}
