//! `GET /_sandbox/clock`, `POST /_sandbox/clock`.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::json;

use super::super::gate::answer;
use super::super::server::Shared;
use super::super::world::Skew;
use super::{read, refuse};

/// What to do with the clock; several at once are done in this order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    /// Stop it, or let it run.
    freeze: Option<bool>,
    /// The new time.
    set: Option<Timestamp>,
    /// Seconds to move on; negative goes back.
    advance_seconds: Option<i64>,
    /// The same as an ISO 8601 duration, `PT2H`.
    advance: Option<SignedDuration>,
    /// How many seconds each service's clock is ahead of the time; those not named go right.
    skew: Option<Skew>,
    /// Back to the real time, all clocks right.
    #[serde(default)]
    reset: bool,
}

/// The time now, whether it stands still, how far it is ahead of the real one.
pub async fn show(State(shared): State<Shared>) -> Response {
    let clock = &shared.clock;
    let body = json!({
        "now": clock.now(),
        "frozen": clock.is_frozen(),
        "offset_seconds": clock.now().as_second() - Timestamp::now().as_second(),
        "skew": shared.clocks.skew(),
    });
    answer::json(StatusCode::OK, &body)
}

/// Sets, moves, stops the clock; answers like [`show`].
pub async fn set(State(shared): State<Shared>, body: Bytes) -> Response {
    let wish: Wish = match read(&body) {
        Ok(wish) => wish,
        Err(refusal) => return *refusal,
    };
    let clock = &shared.clock;
    let move_on = wish.advance_seconds.map(SignedDuration::from_secs).or(wish.advance);
    if move_on.is_some_and(|by| clock.now().checked_add(by).is_err()) {
        return refuse(StatusCode::BAD_REQUEST, "The clock can't go that far.");
    }
    if wish.skew.is_some_and(|skew| !skew.is_small()) {
        return refuse(
            StatusCode::BAD_REQUEST,
            "A clock can be wrong by a year at most: skew is in seconds.",
        );
    }
    if wish.reset {
        clock.freeze(false);
        clock.set(Timestamp::now());
        shared.clocks.set_skew(Skew::default());
    }
    if let Some(frozen) = wish.freeze {
        clock.freeze(frozen);
    }
    if let Some(to) = wish.set {
        clock.set(to);
    }
    if let Some(by) = move_on {
        clock.advance(by);
    }
    if let Some(skew) = wish.skew {
        shared.clocks.set_skew(skew);
    }
    shared.keep().await;
    show(State(shared)).await
}
