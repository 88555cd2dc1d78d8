//! `POST /_sandbox/inbound`: customers write, agents of the web interface act.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

use super::super::desk::inbound;
use super::super::gate::answer;
use super::super::server::Shared;
use super::{read, refuse};

/// Lets it happen and answers what came of it.
pub async fn receive(State(shared): State<Shared>, body: Bytes) -> Response {
    let body: Value = match read(&body) {
        Ok(body) => body,
        Err(refusal) => return refusal,
    };
    let outcome = inbound::receive(&mut shared.world(), &body);
    match outcome {
        Ok(came_of_it) => {
            shared.keep().await;
            answer::json(StatusCode::OK, &came_of_it)
        }
        Err(sentence) => refuse(StatusCode::UNPROCESSABLE_ENTITY, &sentence),
    }
}
