//! Batches of which only a part is done.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_LENGTH;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::gate::{Service, answer, refuse};
use super::{Fault, Kind, Rule};

/// The most a batch may have.
const LIMIT: usize = 24 << 20;

/// What was left out of a batch.
#[derive(Debug)]
pub struct LeftOut {
    rule: Rule,
    what: What,
}

/// What a batch is of.
#[derive(Clone, Copy, Debug)]
enum What {
    /// So many records of `data`.
    Records(usize),
    /// Ids.
    Ids,
}

/// Leaves all but the first records of a batch away, when a fault wants it and the call is a batch that is longer.
pub async fn shorten(faults: &[Fault], request: Request) -> (Request, Option<LeftOut>) {
    let Some(fault) = faults.iter().find(|fault| fault.kind == Kind::PartialBatch) else {
        return (request, None);
    };
    let most = fault.rule.records.unwrap_or(0);
    let (mut parts, body) = request.into_parts();
    if let Some(uri) = with_fewer_ids(&parts.uri, most) {
        parts.uri = uri;
        return (
            Request::from_parts(parts, body),
            Some(LeftOut { rule: fault.rule.clone(), what: What::Ids }),
        );
    }
    let Ok(bytes) = to_bytes(body, LIMIT).await else {
        return (Request::from_parts(parts, Body::from("the body could not be read")), None);
    };
    let mut left = None;
    let mut body = bytes.clone();
    if let Ok(Value::Object(mut map)) = serde_json::from_slice(&bytes)
        && let Some(what) = fewer(&mut map, most)
    {
        left = Some(LeftOut { rule: fault.rule.clone(), what });
        body = Value::Object(map).to_string().into();
        parts.headers.insert(CONTENT_LENGTH, body.len().into());
    }
    (Request::from_parts(parts, Body::from(body)), left)
}

/// Shortens the batch of a body: what is left out; `None` when it is no batch, or short enough.
fn fewer(map: &mut Map<String, Value>, most: usize) -> Option<What> {
    for (name, value) in map {
        let is_data = name == "data";
        if !is_data && name != "ids" && !name.ends_with("Ids") {
            continue;
        }
        if let Value::Array(list) = value
            && list.len() > most
        {
            let left = list.len() - most;
            list.truncate(most);
            return Some(if is_data { What::Records(left) } else { What::Ids });
        }
    }
    None
}

/// The address with only the first of its `ids`.
fn with_fewer_ids(uri: &Uri, most: usize) -> Option<Uri> {
    let query = uri.query()?;
    let ids = query.split('&').find_map(|pair| pair.strip_prefix("ids="))?;
    let all: Vec<&str> = ids.split(',').flat_map(|id| id.split("%2C")).collect();
    if all.len() <= most {
        return None;
    }
    let query = query.replace(&format!("ids={ids}"), &format!("ids={}", all[..most].join(",")));
    format!("{}?{query}", uri.path()).parse().ok()
}

/// The answer to a shortened batch: the results of those that were done and an error for each of the others; or, when
/// the rule has a status or the service answers no results, only an error.
pub async fn admit(service: Service, left: LeftOut, done: Response) -> Response {
    let status = left.rule.status();
    let (What::Records(others), None) = (left.what, left.rule.status) else {
        return refuse::broken(service, status);
    };
    let Ok(bytes) = to_bytes(done.into_body(), LIMIT).await else { return refuse::broken(service, status) };
    // With no record left the service has refused the empty batch: there are no results to begin with.
    let mut body = match serde_json::from_slice::<Value>(&bytes) {
        Ok(body) if body["data"].is_array() => body,
        _ => json!({ "data": [] }),
    };
    let error = json!({ "code": "INTERNAL_ERROR", "details": {}, "message": "Internal Server Error", "status": "error" });
    if let Some(data) = body["data"].as_array_mut() {
        data.extend(std::iter::repeat_n(error, others));
    }
    answer::json(StatusCode::ACCEPTED, &body)
}
