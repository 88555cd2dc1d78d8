//! What a refusal looks like, in the two services. The files name some of the refusals of some operations, the sheets all:
//! the status, the code and the keys have to fit each other, whatever the operation.

use serde_json::Value;

use super::Service;
use super::answer::Told;

/// The codes of Desk by status (desk.md §4).
const DESK: [(u16, &[&str]); 10] = [
    (400, &["BAD_REQUEST"]),
    (401, &["UNAUTHORIZED", "INVALID_OAUTH"]),
    (403, &["SCOPE_MISMATCH", "OAUTH_ORG_MISMATCH", "FORBIDDEN", "LICENSE_ACCESS_LIMITED"]),
    (404, &["URL_NOT_FOUND"]),
    (405, &["METHOD_NOT_ALLOWED"]),
    (413, &["RESOURCE_SIZE_EXCEEDED"]),
    (415, &["UNSUPPORTED_MEDIA_TYPE"]),
    (422, &["INVALID_DATA", "UNPROCESSABLE_ENTITY", "EMPTY_PAYLOAD"]),
    (429, &["THRESHOLD_EXCEEDED", "TOO_MANY_REQUESTS"]),
    (500, &["INTERNAL_SERVER_ERROR"]),
];

/// The codes of Bigin by status (bigin.md §4, §5).
const BIGIN: [(u16, &[&str]); 9] = [
    (
        400,
        &[
            "REQUIRED_PARAM_MISSING",
            "INVALID_DATA",
            "MANDATORY_NOT_FOUND",
            "DUPLICATE_DATA",
            "LIMIT_EXCEEDED",
            "DEPENDENT_FIELD_MISSING",
            "DEPENDENT_MISMATCH",
            "MAPPING_MISMATCH",
            "EXPECTED_FIELD_MISSING",
            "AMBIGUITY_DURING_PROCESSING",
            "INVALID_MODULE",
            "INVALID_QUERY",
            "CRITERIA_LIMIT_EXCEEDED",
            "LIMIT_REACHED",
            "INVALID_REQUEST_METHOD",
            "DISCRETE_PAGINATION_LIMIT_EXCEEDED",
            "PAGINATION_LIMIT_EXCEEDED",
            "EXPIRED_VALUE",
            "TOKEN_BOUND_DATA_MISMATCH",
            // In the CRM's files: a list that is only read, a search for nothing, a channel that is not.
            "NOT_SUPPORTED",
            "EXPECTED_PARAM_MISSING",
            "NOT_SUBSCRIBED",
        ],
    ),
    (401, &["INVALID_TOKEN", "AUTHENTICATION_FAILURE", "OAUTH_SCOPE_MISMATCH"]),
    (403, &["NO_PERMISSION", "OAUTH_SCOPE_MISMATCH"]),
    (404, &["INVALID_URL_PATTERN"]),
    (412, &["ALREADY_MODIFIED"]),
    (413, &["REQUEST_ENTITY_TOO_LARGE"]),
    (415, &["UNSUPPORTED_MEDIA_TYPE"]),
    (429, &["TOO_MANY_REQUESTS"]),
    (500, &["INTERNAL_ERROR"]),
];

/// What is wrong with a refusal.
pub fn complaints(told: &Told<'_>) -> Vec<String> {
    let said = match told.service {
        Service::Desk => desk(told.status, told.body),
        // What fails record by record has the records' envelope.
        Service::Bigin => match told.body.as_object().and_then(|body| body.values().next()) {
            Some(Value::Array(entries)) if !entries.is_empty() => {
                entries.iter().flat_map(|entry| bigin(told.status, entry)).collect()
            }
            _ => bigin(told.status, told.body),
        },
    };
    said.into_iter()
        .map(|why| format!("{why}: {}", told.text.chars().take(300).collect::<String>()))
        .collect()
}

fn desk(status: u16, body: &Value) -> Vec<String> {
    let mut complaints = coded(&DESK, status, &body["errorCode"]);
    if !body["message"].is_string() {
        complaints.push("no `message`".to_owned());
    }
    for fault in body["errors"].as_array().into_iter().flatten() {
        let pointer = fault["fieldName"].as_str().is_some_and(|name| name.starts_with('/'));
        let kind =
            ["invalid", "duplicate", "missing"].contains(&fault["errorType"].as_str().unwrap_or_default());
        if !pointer || !kind {
            complaints.push("an entry of `errors` that is none".to_owned());
        }
    }
    complaints
}

fn bigin(status: u16, body: &Value) -> Vec<String> {
    let mut complaints = coded(&BIGIN, status, &body["code"]);
    if !body["details"].is_object() || !body["message"].is_string() || body["status"] != "error" {
        complaints.push("not `details`, `message` and `status: error`".to_owned());
    }
    complaints
}

fn coded(known: &[(u16, &[&str])], status: u16, code: &Value) -> Vec<String> {
    let codes = known.iter().find(|(one, _)| *one == status).map_or(&[][..], |(_, codes)| codes);
    let fits = code.as_str().is_some_and(|code| codes.contains(&code));
    (!fits).then(|| format!("a {status} has no code {code}")).into_iter().collect()
}
