//! What a service says when it says no. Desk: `{"errorCode","message","errors":[…]}`; Bigin: `{"code","message",
//! "details","status":"error"}`, on its own or inside `data[]`; the edge and Accounts: `{"error":"…"}`.

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use super::Call;
use crate::zoho::{
    Error,
    error::quoted,
    wire::{List, Maybe, Text},
};

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) code: String,
    message: String,
    fields: Vec<(String, String)>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Body {
    error_code: Text,
    error: Value,
    error_description: Text,
    message: Text,
    errors: List<Field>,
    code: Text,
    status: Text,
    details: Value,
    data: List<Entry>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Field {
    #[serde(rename = "fieldName")]
    name: Text,
    error_type: Text,
    error_message: Text,
}

/// An element of Bigin's `data[]`: a record, or what became of one.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Entry {
    code: Text,
    status: Text,
    message: Text,
    details: Maybe<Value>,
}

impl Refusal {
    /// Reads one; none when the body is no complaint.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let body: Body = serde_json::from_slice(body).ok()?;
        if let Some(code) = body.error_code.some() {
            return Some(Self {
                code: quoted(&code),
                message: quoted(&body.message.or_empty()),
                fields: body.errors.0.into_iter().map(Field::named).collect(),
            });
        }
        // The code tells a complaint from a ticket whose status somebody named "error".
        let complains = |status: &Text, code: &Text| status.0.as_deref() == Some("error") && code.0.is_some();
        if complains(&body.status, &body.code) {
            return Some(Self::bigin(body.code, &body.message, &body.details));
        }
        if let Some(entry) = body.data.0.into_iter().find(|entry| complains(&entry.status, &entry.code)) {
            let details = entry.details.0.unwrap_or_default();
            return Some(Self::bigin(entry.code, &entry.message, &details));
        }
        let word = match &body.error {
            Value::String(word) => word.clone(),
            Value::Object(inner) => inner.get("code").or_else(|| inner.get("message"))?.as_str()?.to_owned(),
            _ => return None,
        };
        let message = body.error_description.some().or_else(|| body.message.some()).unwrap_or_default();
        Some(Self { code: quoted(&word), message: quoted(&message), fields: Vec::new() })
    }

    /// Whether this is a list of results, one for each record that was sent.
    pub(super) fn is_by_record(body: &[u8]) -> bool {
        let Ok(body) = serde_json::from_slice::<Body>(body) else { return false };
        !body.data.0.is_empty() && body.data.0.iter().all(|entry| entry.status.0.is_some())
    }

    fn bigin(code: Text, message: &Text, details: &Value) -> Self {
        let named = ["api_name", "param_name", "param"].iter().find_map(|key| details.get(key)?.as_str());
        let message = quoted(message.0.as_deref().unwrap_or_default());
        let fields = named.map(|name| (quoted(name), message.clone())).into_iter().collect();
        Self { code: quoted(&code.or_empty()), message, fields }
    }

    /// Whether the day's credits are meant rather than too many calls at once.
    pub(super) fn is_daily(&self) -> bool {
        self.code == "THRESHOLD_EXCEEDED"
    }

    /// The error for a call that was answered so.
    pub(super) fn into_error(self, call: &Call, status: u16, retry_after: Option<Duration>) -> Error {
        let service = call.service;
        let daily = self.is_daily();
        let Self { code, mut message, fields } = self;
        if message.is_empty() {
            message = format!("HTTP {status}.");
        } else if !message.ends_with(['.', '!', '?']) {
            message.push('.');
        }
        match (status, code.as_str()) {
            (429, _) | (_, "TOO_MANY_REQUESTS" | "THRESHOLD_EXCEEDED") if daily => {
                Error::Spent { service, retry_after }
            }
            (429, _) | (_, "TOO_MANY_REQUESTS") => Error::Busy { service, retry_after },
            (_, "INVALID_OAUTH" | "INVALID_TOKEN") => Error::SignIn { code },
            (401 | 403, _)
            | (
                _,
                "FORBIDDEN"
                | "SCOPE_MISMATCH"
                | "OAUTH_SCOPE_MISMATCH"
                | "NO_PERMISSION"
                | "LICENSE_ACCESS_LIMITED",
            ) => {
                let code = if code.is_empty() { format!("HTTP {status}") } else { code };
                Error::Forbidden { service, code, message }
            }
            (404, _) => Error::NotFound { service, message },
            (500..=599, _) => call.lost(Error::Down { service, status }, format!("HTTP {status}")),
            _ => {
                let code = if code.is_empty() { format!("HTTP {status}") } else { code };
                Error::Refused { service, status, code, message, fields }
            }
        }
    }
}

impl Field {
    fn named(self) -> (String, String) {
        let why = self.error_message.some().or_else(|| self.error_type.some()).unwrap_or_default();
        (quoted(&self.name.or_empty()), quoted(&why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(status: u16, body: &str) -> Error {
        Refusal::read(body.as_bytes()).unwrap_or_default().into_error(&Call::desk(&["tickets"]), status, None)
    }

    #[test]
    fn reads_the_envelopes_of_all_three() {
        let desk = r#"{"errorCode":"INVALID_DATA","message":"No.","errors":[{"fieldName":"/contactId","errorType":"invalid","errorMessage":""}]}"#;
        let Error::Refused { code, fields, .. } = error(422, desk) else { panic!() };
        assert_eq!((code.as_str(), fields), ("INVALID_DATA", vec![("/contactId".into(), "invalid".into())]));
        let alone = r#"{"code":"REQUIRED_PARAM_MISSING","details":{"param":"fields"},"message":"missing","status":"error"}"#;
        assert!(error(400, alone).to_string().contains("fields: missing"));
        let inside = r#"{"data":[{"code":"DUPLICATE_DATA","details":{"api_name":"Email"},"message":"duplicate data","status":"error"}]}"#;
        assert!(error(400, inside).to_string().contains("DUPLICATE_DATA"));
        assert!(error(400, r#"{"error":"invalid_code"}"#).to_string().contains("invalid_code"));
        assert!(error(503, "<html>Bad gateway</html>").to_string().contains("HTTP 503"));
    }

    #[test]
    fn tells_rights_limits_and_absence_apart() {
        assert!(error(403, r#"{"errorCode":"SCOPE_MISMATCH","message":"x"}"#).is_forbidden());
        assert!(error(401, r#"{"code":"OAUTH_SCOPE_MISMATCH","status":"error"}"#).is_forbidden());
        assert!(matches!(error(404, r#"{"errorCode":"URL_NOT_FOUND"}"#), Error::NotFound { .. }));
        assert!(matches!(error(429, r#"{"errorCode":"THRESHOLD_EXCEEDED"}"#), Error::Spent { .. }));
        assert!(matches!(error(429, r#"{"errorCode":"TOO_MANY_REQUESTS"}"#), Error::Busy { .. }));
        assert!(matches!(error(401, r#"{"errorCode":"INVALID_OAUTH"}"#), Error::SignIn { .. }));
    }

    #[test]
    fn a_record_is_no_complaint() {
        for body in [
            r#"{"id":"1","status":"error","code":null}"#,
            r#"{"data":[{"id":"1","status":"error"}]}"#,
            "[]",
            "",
        ] {
            assert_eq!(Refusal::read(body.as_bytes()), None, "{body}");
        }
    }
}
