//! `GET`, `DELETE /_sandbox/log`.

use std::collections::BTreeMap;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::super::gate::{answer, query};
use super::super::log::Call;
use super::super::server::Shared;
use super::refuse;

/// The calls, oldest first; `service`, `method`, `path` (a prefix), `after` (a call's number) and `limit` (the
/// newest so many) narrow them.
pub async fn show(State(shared): State<Shared>, RawQuery(asked): RawQuery) -> Response {
    let asked: BTreeMap<String, String> = query::pairs(asked.as_deref().unwrap_or("")).collect();
    let number = |name: &str| asked.get(name).map(|text| text.parse::<u64>()).transpose();
    let (Ok(after), Ok(limit)) = (number("after"), number("limit")) else {
        return refuse(StatusCode::BAD_REQUEST, "after and limit are numbers.");
    };
    let is = |name: &str, own: &str| asked.get(name).is_none_or(|wanted| wanted.eq_ignore_ascii_case(own));
    let wanted = |call: &&Call| {
        after.is_none_or(|after| call.n > after)
            && is("method", &call.method)
            && asked.get("path").is_none_or(|path| call.path.starts_with(path.as_str()))
            && is("service", call.service.name())
    };
    let log = shared.log();
    let mut calls: Vec<&Call> = log.calls().filter(wanted).collect();
    if let Some(limit) = limit.and_then(|limit| usize::try_from(limit).ok()) {
        calls.drain(..calls.len().saturating_sub(limit));
    }
    answer::json(StatusCode::OK, &json!({ "count": calls.len(), "calls": calls }))
}

/// Forgets the calls.
pub async fn clear(State(shared): State<Shared>) -> Response {
    shared.log().clear();
    answer::no_content()
}
