//! Revoking a refresh or access token.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::super::gate::answer;
use super::super::server::Shared;
use super::parameters::Parameters;

/// `POST /oauth/v2/token/revoke?token=…`: 200, or 400 for a token that nobody knows. A refresh token takes its
/// access tokens along.
pub async fn revoke(State(shared): State<Shared>, request: Request) -> Response {
    let parameters = Parameters::read(request).await;
    let known = shared.world().accounts.revoke(parameters.get("token").unwrap_or(""));
    if known {
        answer::json(StatusCode::OK, &json!({ "status": "success" }))
    } else {
        answer::json(StatusCode::BAD_REQUEST, &json!({ "error": "invalid_token" }))
    }
}
