//! Refusals of whole requests (sheet §5).

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::super::gate::answer;
use super::super::world::Id;

/// A refused request: `{"code","details","message","status":"error"}`.
#[derive(Clone, Debug, PartialEq)]
pub struct BiginError {
    /// The HTTP status.
    pub status: StatusCode,
    /// `code`.
    pub code: &'static str,
    /// `details`.
    pub details: Value,
    /// `message`.
    pub message: String,
}

impl BiginError {
    /// A 400.
    pub fn bad(code: &'static str, details: Value, message: &str) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code, details, message: message.to_owned() }
    }

    /// A parameter that has to be there is missing.
    pub fn missing(parameter: &str) -> Self {
        let details = json!({ "param_name": parameter });
        Self::bad("REQUIRED_PARAM_MISSING", details, "One of the expected parameter is missing")
    }

    /// A parameter has a value that can't be.
    pub fn parameter(parameter: &str) -> Self {
        Self::bad("INVALID_DATA", json!({ "param_name": parameter }), "invalid data")
    }

    /// The id in the path is none.
    pub fn malformed_id() -> Self {
        let details = json!({ "resource_path_index": 1 });
        Self::bad("INVALID_DATA", details, "the id given seems to be invalid")
    }

    /// The body is not what was expected.
    pub fn body(expected: &str) -> Self {
        let details = json!({ "expected_data_type": expected, "api_name": "data", "json_path": "$.data" });
        Self::bad("INVALID_DATA", details, "invalid data")
    }

    /// There is no such module.
    pub fn module() -> Self {
        let details = json!({ "resource_path_index": 0 });
        Self::bad("INVALID_MODULE", details, "the module name given seems to be invalid")
    }

    /// Parameters that exclude each other.
    pub fn ambiguous(parameters: &[&str]) -> Self {
        let due: Value = parameters.iter().map(|name| json!({ "param_name": name })).collect();
        let details = json!({ "ambiguity_due_to": due });
        Self::bad("AMBIGUITY_DURING_PROCESSING", details, "ambiguity while processing the request")
    }

    /// A key of a body that is missing.
    pub fn mandatory(api_name: &str, json_path: &str) -> Self {
        let details = json!({ "api_name": api_name, "json_path": json_path });
        Self::bad("MANDATORY_NOT_FOUND", details, "required field not found")
    }

    /// A key of a body with a value that can't be.
    pub fn key(api_name: &str, json_path: &str, expected: &str) -> Self {
        let details = json!({ "api_name": api_name, "json_path": json_path, "expected_data_type": expected });
        Self::bad("INVALID_DATA", details, "invalid data")
    }

    /// More than there may be.
    pub fn too_many(name: &str, limit: usize) -> Self {
        let details = json!({ "param_name": name, "limit": limit });
        Self::bad("LIMIT_EXCEEDED", details, "the number of elements exceeds the limit")
    }

    /// A record that is not there.
    pub fn no_record(id: Id) -> Self {
        Self::bad("INVALID_DATA", json!({ "id": id }), "the id given seems to be invalid")
    }

    /// A URL that there is not.
    pub fn url() -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            code: "INVALID_URL_PATTERN",
            details: json!({}),
            message: "Please check if the URL trying to access is a correct one".to_owned(),
        }
    }

    /// The token lacks a scope; the status is a switch.
    pub fn scope(forbidden: bool) -> Self {
        Self {
            status: if forbidden { StatusCode::FORBIDDEN } else { StatusCode::UNAUTHORIZED },
            code: "OAUTH_SCOPE_MISMATCH",
            details: json!({}),
            message: "invalid oauth scope to access this URL".to_owned(),
        }
    }

    /// As an entry of `data[]` or as a whole body.
    pub fn body_value(&self) -> Value {
        json!({ "code": self.code, "details": self.details, "message": self.message, "status": "error" })
    }
}

impl IntoResponse for BiginError {
    fn into_response(self) -> Response {
        answer::json(self.status, &self.body_value())
    }
}
