//! Zoho Accounts: tokens from refresh tokens, codes and devices. Errors come as HTTP 200 with `{"error":…}`, as in
//! real life.

/// `/oauth/v2/auth`: somebody agrees, or not.
mod consent;
/// The device flow.
pub mod device;
/// Codes into tokens.
mod exchange;
/// Tokens without a person: `client_credentials`.
mod machine;
/// Pages for people.
pub mod page;
/// Parameters from the query, a form or a multipart body.
pub mod parameters;
/// Data centres.
pub mod place;
/// Refresh tokens into access tokens.
mod refresh;
/// Revoking.
mod revoke;
/// The scopes that Zoho publishes.
pub mod scope;
/// The token endpoint.
mod token;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::{Map, Value, json};

use super::gate::answer;
use super::server::Shared;

/// The routes, below `/oauth`.
pub fn router() -> Router<Shared> {
    Router::new()
        .route("/v2/auth", get(consent::ask).post(consent::decide))
        .route("/v2/token", post(token::give))
        .route("/v2/token/revoke", post(revoke::revoke))
        .route("/v2/revoke/token", post(revoke::revoke))
        .route("/v3/device/code", post(device::begin::begin))
        .route("/v3/device/token", post(device::poll::poll))
        .route("/v3/device", get(device::consent::show).post(device::consent::decide))
        .route("/serverinfo", get(servers))
        .fallback(no_such_url)
        .method_not_allowed_fallback(no_such_method)
}

/// Location → accounts server; the sandbox is its own and mostly its only one.
async fn servers(State(shared): State<Shared>) -> Response {
    let two = shared.world().accounts.switches.other_dc;
    let locations: Map<String, Value> = [place::US, place::EU]
        .into_iter()
        .take(if two { 2 } else { 1 })
        .map(|location| (location.to_owned(), json!(place::address(location, &shared.base_url))))
        .collect();
    answer::json(StatusCode::OK, &json!({ "result": "success", "locations": locations }))
}

async fn no_such_url() -> Response {
    answer::json(StatusCode::NOT_FOUND, &json!({ "error": "invalid_url" }))
}

async fn no_such_method() -> Response {
    answer::json(StatusCode::METHOD_NOT_ALLOWED, &json!({ "error": "invalid_method" }))
}
