//! `GET /_sandbox/state`, `GET /_sandbox/hello`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::gate::answer;
use super::super::server::{Hello, Shared};
use super::super::world::Key;
use super::super::world::bigin::Kind;
use super::refuse;

/// The sandbox's first line once more, for whoever knows only its address.
pub async fn hello(State(shared): State<Shared>) -> Response {
    let world = shared.world();
    match Hello::of(&world, &shared.base_url) {
        Some(hello) => answer::json(StatusCode::OK, &json!(hello)),
        None => refuse(StatusCode::NOT_FOUND, "Nobody can sign in: every refresh token was revoked."),
    }
}

/// How much there is of everything.
pub async fn state(State(shared): State<Shared>) -> Response {
    let calls = shared.log().calls().len();
    let rules = shared.faults().rules().len();
    let world = shared.world();
    let mut bigin = Map::new();
    for kind in Kind::ALL {
        bigin.insert(kind.api_name().to_owned(), json!(world.bigin.records(kind).order("id").len()));
    }
    let desk = &world.desk;
    let statuses: Map<String, Value> = desk
        .settings
        .statuses
        .iter()
        .map(|status| {
            let tickets = desk.tickets.under(&Key::Status(status.name.clone())).len();
            (status.name.to_string(), json!(tickets))
        })
        .collect();
    let body = json!({
        "base_url": shared.base_url,
        "plan": world.plan,
        "now": world.now(),
        "kept_on_disk": shared.is_kept(),
        "calls_in_log": calls,
        "fault_rules": rules,
        "bigin": bigin,
        "desk": {
            "contacts": desk.contacts.order("createdTime").len(),
            "accounts": desk.accounts.order("createdTime").len(),
            "tickets": desk.tickets.order("createdTime").len(),
            "tickets_by_status": statuses,
            "threads": desk.threads.len(),
            "comments": desk.comments.len(),
            "ratings": desk.ratings.len(),
        },
        "accounts": {
            "people": world.accounts.people.len(),
            "refresh_tokens": world.accounts.refresh.len(),
            "access_tokens": world.accounts.access.len(),
        },
    });
    answer::json(StatusCode::OK, &body)
}
