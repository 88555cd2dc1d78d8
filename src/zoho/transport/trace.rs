//! What is written down about a call for support (`--trace FILE`): what was asked and what came back by name and number,
//! never by content. Values that a person may have typed, bodies, addresses and tokens stay out; names of parameters and of
//! keys, ids, statuses, codes, times and credits go in.

use serde_json::Value;

use super::call::Payload;
use super::{Answer, Call, refusal::Refusal};
use crate::zoho::Error;

/// The events' target, by which whoever writes them finds them.
pub const TARGET: &str = "balcao::wire";

/// Parameters whose values say how, not whom or what about.
const PLAIN: [&str; 19] = [
    "cvid",
    "departmentIds",
    "field",
    "fields",
    "from",
    "include",
    "limit",
    "modifiedTimeRange",
    "module",
    "page",
    "per_page",
    "priority",
    "sort_by",
    "sort_order",
    "sortBy",
    "status",
    "statusType",
    "type",
    "view",
];

/// Writes one try down; `request` is its number, by which lines of the trace and of the log find each other.
pub(super) fn tell(request: u64, call: &Call, outcome: &Result<Answer, Error>, ms: u128) {
    // Nothing is put together when nobody writes it down.
    if !tracing::enabled!(target: TARGET, tracing::Level::TRACE) {
        return;
    }
    let (service, method, path) = (call.service, &call.method, call.path.join("/"));
    let (query, sent) = (query(&call.query), sent(&call.payload));
    match outcome {
        Ok(answer) => {
            let code = Refusal::read(&answer.body).map(|refusal| refusal.code).unwrap_or_default();
            let (status, bytes, got) = (answer.status, answer.body.len(), keys_of(&answer.body));
            let credits = answer.credits_left();
            tracing::trace!(
                target: TARGET, request, %service, %method, path, query, sent, status, bytes, got, code, credits, ms
            );
        }
        Err(error) => {
            let failed = format!("{:?}", error.kind());
            tracing::trace!(target: TARGET, request, %service, %method, path, query, sent, failed, ms);
        }
    }
}

/// `limit=50&email=…`.
fn query(query: &[(&'static str, String)]) -> String {
    let shown = |(name, value): &(&'static str, String)| {
        let value = if PLAIN.contains(name) { value.as_str() } else { "…" };
        format!("{name}={value}")
    };
    query.iter().map(shown).collect::<Vec<_>>().join("&")
}

/// The names of what is sent.
fn sent(payload: &Payload) -> String {
    match payload {
        Payload::None => String::new(),
        Payload::Json(body) => names(body),
        Payload::File { bytes, .. } => format!("a file of {} bytes", bytes.len()),
    }
}

fn keys_of(body: &[u8]) -> String {
    match serde_json::from_slice::<Value>(body) {
        Ok(body) => names(&body),
        Err(_) if body.is_empty() => String::new(),
        Err(_) => "no JSON".to_owned(),
    }
}

/// `data[50]{id,subject}`: keys, and how many rows; only what looks like a key of an API, for some objects are keyed by
/// what people typed.
fn names(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let part = |(key, value): (&String, &Value)| match value {
                Value::Array(rows) => {
                    let first = rows.first().map(names).unwrap_or_default();
                    format!("{}[{}]{first}", name(key), rows.len())
                }
                _ => name(key).to_owned(),
            };
            format!("{{{}}}", map.iter().map(part).collect::<Vec<_>>().join(","))
        }
        Value::Array(rows) => format!("[{}]{}", rows.len(), rows.first().map(names).unwrap_or_default()),
        _ => String::new(),
    }
}

fn name(key: &str) -> &str {
    let plain =
        key.len() <= 64 && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_$.".contains(&byte));
    if plain { key } else { "…" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_are_told_and_nothing_that_was_typed() {
        let body = json!({"data": [{"id": "1", "email": "ana@zylker.example"}], "a b": {"x": "secret"}});
        assert_eq!(names(&body), "{…,data[1]{email,id}}");
        let asked = [("limit", "50".to_owned()), ("email", "ana@zylker.example".to_owned())];
        assert_eq!(query(&asked), "limit=50&email=…");
    }
}
