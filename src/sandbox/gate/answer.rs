//! Answers that every service gives the same way.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::super::server::Shared;

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

/// When the token of a Bigin call dies, in the organization's zone: `x-accesstoken-reset` of every recorded answer (Bigin
/// sheet §1).
pub fn token_ends(shared: &Shared, until: Timestamp) -> Option<(HeaderName, HeaderValue)> {
    let zone = TimeZone::get(&shared.world().bigin.settings.org.time_zone).unwrap_or(TimeZone::UTC);
    let text = until.to_zoned(zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    Some((HeaderName::from_static("x-accesstoken-reset"), HeaderValue::from_str(&text).ok()?))
}
