//! The control plane, `/_sandbox/…`: see what was asked, break things, move the clock, let customers write.
//! It asks for no token, is not logged and meets no faults. `docs/sandbox.md` describes it for people.

/// Backups of one service.
mod backups;
/// The clock.
mod clock;
/// Credits.
mod credits;
/// Faults.
mod faults;
/// What customers and other agents do.
mod inbound;
/// The request log.
mod log;
/// What people do in Zoho's pages.
mod sign_in;
/// A summary.
mod state;
/// Behaviours that no source settles.
mod switches;

use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use serde::de::DeserializeOwned;
use serde_json::json;

pub use switches::turn;

use super::gate::answer;
use super::server::Shared;

/// The routes, below `/_sandbox`.
pub fn router() -> Router<Shared> {
    Router::new()
        .route("/hello", get(state::hello))
        .route("/state", get(state::state))
        .route("/log", get(log::show).delete(log::clear))
        .route("/faults", get(faults::show).put(faults::put).delete(faults::clear))
        .route("/clock", get(clock::show).post(clock::set))
        .route("/credits", get(credits::show).post(credits::set))
        .route("/inbound", post(inbound::receive))
        .route("/switches", get(switches::show).put(switches::put))
        .route("/accounts/code", post(sign_in::code))
        .route("/accounts/device", post(sign_in::device))
        .route("/accounts/revoke", post(sign_in::revoke))
        .route("/backups", get(backups::show).post(backups::take))
        .route("/backups/{name}", axum::routing::delete(backups::forget))
        .route("/backups/{name}/restore", post(backups::restore))
        .route("/console", get(sign_in::console).post(sign_in::console))
        .fallback(unknown)
}

/// The calls that there are, below `/_sandbox/`.
pub const CALLS: &[&str] = &[
    "hello",
    "state",
    "log",
    "faults",
    "clock",
    "credits",
    "inbound",
    "switches",
    "backups",
    "accounts/code",
    "accounts/device",
    "accounts/revoke",
    "console",
];

async fn unknown() -> Response {
    refuse(StatusCode::NOT_FOUND, &format!("There is no such control; there are: {}.", CALLS.join(", ")))
}

/// A refusal of the control plane: one sentence.
fn refuse(status: StatusCode, sentence: &str) -> Response {
    answer::json(status, &json!({ "error": sentence }))
}

/// A body, or the sentence that says what is wrong with it.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Box<Response>> {
    serde_json::from_slice(body)
        .map_err(|error| refuse(StatusCode::BAD_REQUEST, &format!("The body can't be read: {error}.")).into())
}
