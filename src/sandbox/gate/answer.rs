//! Answers that every service gives the same way.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::Value;

/// The media type of every answer, the empty 204 included (Bigin sheet §1).
pub const JSON: HeaderValue = HeaderValue::from_static("application/json;charset=UTF-8");

/// A JSON body.
pub fn json(status: StatusCode, body: &Value) -> Response {
    let mut answer = Response::new(Body::from(body.to_string()));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, JSON);
    answer
}

/// A status without a body: 204 for nothing, 304 for nothing newer.
pub fn empty(status: StatusCode) -> Response {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, JSON);
    answer
}

/// 204: there is nothing, said with an empty body.
pub fn no_content() -> Response {
    empty(StatusCode::NO_CONTENT)
}
