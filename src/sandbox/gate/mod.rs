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

use std::time::Instant;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

pub use caller::Caller;
pub use credits::{Credits, Weight};
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
    let answer = serve(&shared, service, &faults, &line, request, next).await;
    let Ok(answer) = answer else {
        shared.log().cut(number, begun.elapsed());
        line.reset();
        return answer::no_content();
    };
    let weight = answer.extensions().get::<Weight>().copied().unwrap_or(Weight(0));
    shared.log().leave(number, answer.status(), weight, begun.elapsed());
    faults::slow(answer, &faults)
}

/// One call between its faults: those before it is carried out, and those after.
async fn serve(
    shared: &Shared,
    service: Service,
    faults: &[Fault],
    line: &Line,
    request: Request,
    next: Next,
) -> Result<Response, faults::Cut> {
    if let Some(answer) = faults::before(shared, service, faults, line).await? {
        return Ok(answer);
    }
    let writes = !matches!(request.method().as_str(), "GET" | "HEAD");
    let answer = checked(shared, service, request, next).await;
    if writes {
        shared.keep().await;
    }
    Ok(faults::after(shared, service, faults, line).await?.unwrap_or(answer))
}

/// One call with a good token, within its credits.
async fn checked(shared: &Shared, service: Service, mut request: Request, next: Next) -> Response {
    if service == Service::Accounts || service == Service::Other {
        return next.run(request).await;
    }
    let _place = match shared.credits().enter(shared, service) {
        Ok(place) => place,
        Err(limit) => return refuse::limit(service, &limit),
    };
    let caller = match caller::identify(shared, service, &request) {
        Ok(caller) => caller,
        Err(refusal) => return refuse::stranger(service, refusal),
    };
    request.extensions_mut().insert(caller);
    let mut answer = next.run(request).await;
    let weight = answer.extensions().get::<Weight>().copied().unwrap_or(Weight(1));
    answer.extensions_mut().insert(weight);
    shared.credits().pay(service, weight, answer.headers_mut());
    answer
}
