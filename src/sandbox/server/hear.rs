//! Hearing a request out: many clients send their whole body before they read a word of the answer, and would meet
//! a broken pipe when it is refused early. What nobody read of a body is read and thrown away, within bounds.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONNECTION, EXPECT};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::{Stream, stream};

use super::Shared;

/// The most that is thrown away, in bytes.
const MOST: usize = 100 << 20;
/// The longest that takes.
const LONGEST: Duration = Duration::from_secs(30);
/// How long a client may be silent meanwhile.
const SILENCE: Duration = Duration::from_secs(2);

/// A body that stays here when whoever reads it lets go of it.
#[derive(Clone)]
struct Held(Arc<Mutex<Reading>>);

struct Reading {
    body: BodyDataStream,
    begun: bool,
    ended: bool,
}

impl Held {
    fn of(body: Body) -> Self {
        Self(Arc::new(Mutex::new(Reading { body: body.into_data_stream(), begun: false, ended: false })))
    }

    fn poll(&self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, axum::Error>>> {
        let mut reading = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if reading.ended {
            return Poll::Ready(None);
        }
        reading.begun = true;
        let polled = std::pin::Pin::new(&mut reading.body).poll_next(cx);
        reading.ended = matches!(polled, Poll::Ready(None | Some(Err(_))));
        polled
    }

    fn body(&self) -> Body {
        let held = self.clone();
        Body::from_stream(stream::poll_fn(move |cx| held.poll(cx)))
    }

    /// Whether somebody has begun to read it, and whether it was read to its end.
    fn state(&self) -> (bool, bool) {
        let reading = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (reading.begun, reading.ended)
    }

    /// Reads on to the end, as long as the client speaks and it is not too much.
    async fn hear_out(&self) {
        let mut heard = 0;
        while heard < MOST {
            match tokio::time::timeout(SILENCE, poll_fn(|cx| self.poll(cx))).await {
                Ok(Some(Ok(bytes))) => heard += bytes.len(),
                _ => return,
            }
        }
    }
}

/// Answers when the request was heard out. A client that waits to be told to go on (`Expect`) is not.
pub async fn hear(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let waits = request.headers().contains_key(EXPECT);
    let (parts, body) = request.into_parts();
    let held = Held::of(body);
    let mut answer = next.run(Request::from_parts(parts, held.body())).await;
    let (begun, ended) = held.state();
    if !ended && (begun || !waits) {
        tokio::select! {
            _ = tokio::time::timeout(LONGEST, held.hear_out()) => {}
            () = shared.stop.cancelled() => {}
        }
    }
    if answer.status() == StatusCode::PAYLOAD_TOO_LARGE {
        answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    answer
}
