//! `GET /_sandbox/credits`, `POST /_sandbox/credits`: bring a day near its end.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::gate::{Service, answer};
use super::super::server::Shared;
use super::{read, refuse};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    service: Service,
    used: u64,
}

/// Credits used and credits a day, of both services.
pub async fn show(State(shared): State<Shared>) -> Response {
    let of = |service| -> Value {
        let (used, total) = shared.credits().used(&shared, service);
        json!({ "used": used, "total": total })
    };
    let body = json!({ "bigin": of(Service::Bigin), "desk": of(Service::Desk) });
    answer::json(StatusCode::OK, &body)
}

/// Says how many credits of the day are used.
pub async fn set(State(shared): State<Shared>, body: Bytes) -> Response {
    let wish: Wish = match read(&body) {
        Ok(wish) => wish,
        Err(refusal) => return *refusal,
    };
    if !matches!(wish.service, Service::Bigin | Service::Desk) {
        return refuse(StatusCode::BAD_REQUEST, "Only bigin and desk have credits.");
    }
    shared.credits().set_used(&shared, wish.service, wish.used);
    shared.keep().await;
    show(State(shared)).await
}
