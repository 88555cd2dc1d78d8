//! Refusals of the gate itself, in each service's own words.

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::json;

use super::answer;
use super::caller::Stranger;
use super::credits::Limit;
use super::{Service, Weight};

/// A body of Desk's shape (sheet §4).
pub fn desk(status: StatusCode, code: &str, message: &str) -> Response {
    answer::json(status, &json!({ "errorCode": code, "message": message }))
}

/// A body of Bigin's shape (sheet §5).
pub fn bigin(status: StatusCode, code: &str, message: &str) -> Response {
    let body = json!({ "code": code, "details": {}, "message": message, "status": "error" });
    answer::json(status, &body)
}

/// Nobody the service knows.
pub fn stranger(service: Service, stranger: Stranger) -> Response {
    match (service, stranger) {
        (Service::Desk, Stranger::Token) => {
            desk(StatusCode::UNAUTHORIZED, "INVALID_OAUTH", "The OauthToken is invalid or has expired.")
        }
        (Service::Desk, Stranger::Organization) => desk(
            StatusCode::FORBIDDEN,
            "OAUTH_ORG_MISMATCH",
            "The OAuthToken is not valid for specified organization.",
        ),
        (Service::Desk, Stranger::NoPlace) => desk(
            StatusCode::UNAUTHORIZED,
            "UNAUTHORIZED",
            "You are not authorized to perform this operation.",
        ),
        (_, Stranger::NoPlace) => bigin(StatusCode::FORBIDDEN, "NO_PERMISSION", "permission denied"),
        (_, _) => bigin(StatusCode::UNAUTHORIZED, "INVALID_TOKEN", "invalid oauth token"),
    }
}

/// A limit was met.
pub fn limit(service: Service, limit: &Limit) -> Response {
    let status = StatusCode::TOO_MANY_REQUESTS;
    let mut answer = match (service, limit) {
        (Service::Desk, Limit::Daily(seconds)) => {
            let message = "The maximum number of API calls that can be made per day has been exceeded.";
            let mut answer = desk(status, "THRESHOLD_EXCEEDED", message);
            answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(*seconds));
            answer.headers_mut().insert("x-rate-limit-remaining-v3", HeaderValue::from(0));
            answer
        }
        (Service::Desk, Limit::Concurrent) => {
            let message = "The maximum number of Concurrent API Calls that can be made has been exceeded.";
            desk(status, "TOO_MANY_REQUESTS", message)
        }
        (Service::Accounts, _) => accounts_throttled(),
        (_, _) => bigin(status, "TOO_MANY_REQUESTS", "Too many requests fired in concurrent"),
    };
    answer.extensions_mut().insert(Weight(0));
    answer
}

/// What the token endpoint says to somebody who asks too often, with status 200 (Desk sheet §2.7).
pub fn accounts_throttled() -> Response {
    let body = json!({
        "error_description":
            "You have made too many requests continuously. Please try again after some time.",
        "error": "Access Denied",
        "status": "failure",
    });
    answer::json(StatusCode::OK, &body)
}

/// A 5xx of the service itself.
pub fn broken(service: Service, status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match service {
        Service::Desk => desk(
            status,
            "INTERNAL_SERVER_ERROR",
            "An internal server error occurred while performing this operation.",
        ),
        Service::Accounts => answer::json(status, &json!({ "error": "general_error" })),
        _ => bigin(status, "INTERNAL_ERROR", "Internal Server Error"),
    }
}

/// A body that is larger than the service takes.
pub fn too_large(service: Service) -> Response {
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    match service {
        Service::Desk => desk(
            status,
            "RESOURCE_SIZE_EXCEEDED",
            "Attachment size is too large. The maximum size supported is 20 MB.",
        ),
        Service::Accounts => answer::json(status, &json!({ "error": "general_error" })),
        _ => bigin(status, "REQUEST_ENTITY_TOO_LARGE", "the request body is too large"),
    }
}

/// A path that leads nowhere.
pub fn nowhere(service: Service) -> Response {
    let status = StatusCode::NOT_FOUND;
    match service {
        Service::Desk => desk(status, "URL_NOT_FOUND", "The URL you requested could not be found."),
        Service::Bigin => {
            let message = "Please check if the URL trying to access is a correct one";
            bigin(status, "INVALID_URL_PATTERN", message)
        }
        _ => answer::json(status, &json!({ "error": "not_found" })),
    }
}
