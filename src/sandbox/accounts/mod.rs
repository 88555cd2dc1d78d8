//! Zoho Accounts: tokens from refresh tokens and codes. Errors come as HTTP 200 with `{"error":…}`, as in real life.

/// Consent: `/oauth/v2/auth`.
mod consent;
/// Parameters from the query, a form or a multipart body.
mod parameters;
/// Revoking.
mod revoke;
/// The token endpoint.
mod token;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::json;

use super::gate::answer;
use super::server::Shared;

/// The routes, below `/oauth`.
pub fn router() -> Router<Shared> {
    Router::new()
        .route("/v2/auth", get(consent::ask))
        .route("/v2/token", post(token::give))
        .route("/v2/token/revoke", post(revoke::revoke))
        .route("/v2/revoke/token", post(revoke::revoke))
        .route("/serverinfo", get(servers))
}

/// Location → accounts server; the sandbox is its own and only one.
async fn servers(State(shared): State<Shared>) -> Response {
    let body = json!({ "result": "success", "locations": { "us": shared.base_url } });
    answer::json(StatusCode::OK, &body)
}
