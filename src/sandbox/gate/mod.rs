//! The gate that every call passes: the log, the faults, the token, the credits, the concurrency limit.
//!
//! A service finds the [`Caller`](crate::sandbox::gate::Caller) in the request's extensions, checks the scopes of its
//! route itself, and may put a [`Weight`](crate::sandbox::gate::Weight) into its answer's extensions when the call costs
//! more than one credit.

/// Answers that every service gives the same way.
pub mod answer;
/// Who calls, and what their token lets them do.
pub mod caller;
/// Credits and simultaneous calls.
pub mod credits;
/// Queries and urlencoded forms.
pub mod query;
/// Refusals of the gate itself, in each service's own words.
pub mod refuse;
/// Which service a path belongs to.
pub mod service;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::Response;
use futures_util::FutureExt;

pub use caller::Caller;
pub use credits::{Credits, Place, Weight};
pub use service::Service;

use super::faults::{self, Fault, Line};
use super::log::Call;
use super::server::Shared;

/// Lets a call through, or not.
pub async fn pass(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let service = Service::of(request.uri().path());
    if service == Service::Control {
        return next.run(request).await;
    }
    let shared = shared.of(service);
    let begun = Instant::now();
    let call = Call::new(&shared, service, &request);
    let faults = shared.faults().meet(service, &call.method, &call.path);
    let number = shared.log().arrive(call, &faults);
    let line = Line::of(&request);
    let visit = Visit { shared: shared.clone(), service, number };
    let answer = visit.serve(&faults, &line, request, next).await;
    let Ok(mut answer) = answer else {
        shared.log().cut(number, begun.elapsed());
        line.reset();
        return answer::no_content();
    };
    // Strangers and calls over a limit pay nothing; they are told what is left all the same.
    if service == Service::Desk && answer.status().is_client_error() {
        let weight = answer.extensions().get::<Weight>().copied().unwrap_or(Weight(0));
        shared.credits().tell(weight, answer.headers_mut());
    }
    let weight = answer.extensions().get::<Weight>().copied().unwrap_or(Weight(0));
    shared.log().leave(number, answer.status(), weight, begun.elapsed());
    faults::hinder(answer, &faults).await
}

/// One call.
#[derive(Clone)]
struct Visit {
    shared: Shared,
    service: Service,
    /// Its number in the log.
    number: u64,
}

impl Visit {
    /// The call between its faults: those before it is carried out, and those after. It keeps its place among the
    /// simultaneous calls for as long as they hold it.
    async fn serve(
        &self,
        faults: &[Fault],
        line: &Line,
        request: Request,
        next: Next,
    ) -> Result<Response, faults::Cut> {
        let (shared, service) = (&self.shared, self.service);
        let metered = matches!(service, Service::Bigin | Service::Desk);
        let place = metered.then(|| shared.credits().enter(shared, service)).transpose();
        let place = match place {
            Ok(place) => place.map(Arc::new),
            Err(limit) => return Ok(refuse::limit(service, &limit)),
        };
        if let Some(answer) = faults::before(shared, service, faults, line).await? {
            return Ok(answer);
        }
        faults::end_token(shared, faults, &request);
        if let Some((ms, status)) = faults::late(faults) {
            drop(place);
            self.clone().carry_out_late(ms, request, next).await;
            return Ok(refuse::broken(service, status));
        }
        let (request, left_out) = faults::shorten(faults, request).await;
        let writes = !matches!(request.method().as_str(), "GET" | "HEAD");
        let mut answer = self.checked(request, next).await;
        if let Some(left_out) = left_out {
            answer = faults::admit(service, left_out, answer).await;
        }
        if writes {
            shared.keep().await;
        }
        let mut answer = faults::after(shared, service, faults, line).await?.unwrap_or(answer);
        if let Some(place) = place {
            // A body that comes slowly keeps the place to its end.
            answer.extensions_mut().insert(place);
        }
        Ok(answer)
    }

    /// Takes the call in, to be carried out later; nobody hears how it went.
    async fn carry_out_late(self, ms: u64, request: Request, next: Next) {
        let (parts, body) = request.into_parts();
        let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else { return };
        let request = Request::from_parts(parts, Body::from(bytes));
        tokio::spawn(async move {
            faults::pause(&self.shared, ms).await;
            if !self.shared.stop.is_cancelled() {
                let answer = self.checked(request, next).await;
                self.shared
                    .log()
                    .note(self.number, format!("done late, with status {}", answer.status().as_u16()));
                self.shared.keep().await;
            }
        });
    }

    /// The call with a good token, within its credits.
    async fn checked(&self, mut request: Request, next: Next) -> Response {
        let (shared, service) = (&self.shared, self.service);
        if !matches!(service, Service::Bigin | Service::Desk) {
            return self.caught(request, next).await;
        }
        let caller = match caller::identify(shared, service, &request) {
            Ok(caller) => caller,
            Err(refusal) => return refuse::stranger(service, refusal),
        };
        let until = caller.until;
        request.extensions_mut().insert(caller);
        let mut answer = self.caught(request, next).await;
        let weight = answer.extensions().get::<Weight>().copied().unwrap_or(Weight(1));
        answer.extensions_mut().insert(weight);
        shared.credits().pay(service, weight, answer.headers_mut());
        if service == Service::Bigin {
            answer.headers_mut().extend(answer::token_ends(shared, until));
        }
        answer
    }

    /// What the service answers, in its own words also where the server beneath it refused or something broke.
    async fn caught(&self, request: Request, next: Next) -> Response {
        let answer = match AssertUnwindSafe(next.run(request)).catch_unwind().await {
            Ok(answer) => answer,
            Err(panic) => {
                let why = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
                let why = why.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
                tracing::error!(service = self.service.name(), why, "the sandbox is broken");
                self.shared.log().note(self.number, format!("internal fault: {why}"));
                return refuse::broken(self.service, 500);
            }
        };
        let json = answer.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"app"));
        match answer.status() {
            StatusCode::PAYLOAD_TOO_LARGE if !json => refuse::too_large(self.service),
            _ => answer,
        }
    }
}
