//! Faults: what the control plane lets go wrong, where and how often.

/// Batches of which only a part is done.
mod batch;
/// Slow and broken bodies.
mod body;
/// What can go wrong.
mod kind;
/// Cutting a connection.
mod line;
/// The rules.
pub mod rule;
/// Tokens that die.
mod token;
/// Messages of webhooks.
mod webhook;

use std::time::Duration;

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

pub use batch::{LeftOut, admit, shorten};
pub use body::hinder;
pub use kind::Kind;
pub use line::{Line, Lines};
pub use rule::Rule;
pub use token::end as end_token;
pub use webhook::Mishap;

use super::gate::credits::Limit;
use super::gate::{Service, refuse};
use super::server::Shared;
use super::world::id::mix;

/// The connection is to be cut without an answer.
#[derive(Clone, Copy, Debug)]
pub struct Cut;

/// A fault that a call has met.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What goes wrong.
    pub kind: Kind,
    /// The rule's numbers.
    pub rule: Rule,
}

/// The rules in force.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Faults {
    rules: Vec<Rule>,
    seed: u64,
    met: u64,
    /// Whether something changed that is not on disk.
    #[serde(skip)]
    pub dirty: bool,
}

/// How long a call hangs when its rule does not say, in milliseconds.
const HANG: u64 = 120_000;

impl Faults {
    /// No rules; chance comes from the seed.
    pub fn new(seed: u64) -> Self {
        Self { rules: Vec::new(), seed, met: 0, dirty: false }
    }

    /// The rules in force, with how often each will still act.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Puts rules in place of those in force; chance starts anew, so that a test can be repeated.
    pub fn put(&mut self, rules: Vec<Rule>) {
        self.rules = rules;
        self.met = 0;
        self.dirty = true;
    }

    /// How far the rules hold the search index of a service back.
    pub fn lag(&self, service: Service) -> SignedDuration {
        let of = |rule: &&Rule| rule.kind == Kind::SearchLag && rule.service.is_none_or(|own| own == service);
        let seconds = self.rules.iter().filter(of).filter_map(|rule| rule.seconds).max();
        seconds.map_or(SignedDuration::ZERO, |s| SignedDuration::from_secs(i64::from(s)))
    }

    /// The faults that this call meets, each counted.
    pub fn meet(&mut self, service: Service, method: &str, path: &str) -> Vec<Fault> {
        let mut met = Vec::new();
        let (seed, rolls) = (self.seed, &mut self.met);
        for rule in &mut self.rules {
            if rule.kind == Kind::SearchLag
                || rule.kind.is_of_webhooks()
                || !rule.covers(service, method, path)
            {
                continue;
            }
            self.dirty |= rule.after.is_some() || rule.count.is_some();
            if !rule.is_due() || !falls(seed, rolls, rule.probability) {
                continue;
            }
            rule.count = rule.count.map(|count| count - 1);
            met.push(Fault { kind: rule.kind, rule: rule.clone() });
        }
        met
    }
}

/// Rolls once.
fn falls(seed: u64, rolls: &mut u64, probability: f64) -> bool {
    *rolls += 1;
    let roll = mix(seed, *rolls) % 1_000_000;
    #[expect(clippy::cast_precision_loss, reason = "a roll has six digits")]
    let roll = roll as f64;
    roll < probability * 1e6
}

/// What happens before the call is carried out: an answer instead of it, a cut, or only time.
pub async fn before(
    shared: &Shared,
    service: Service,
    faults: &[Fault],
    line: &Line,
) -> Result<Option<Response>, Cut> {
    for Fault { kind, rule } in faults {
        if *kind == Kind::Latency {
            pause(shared, rule.ms.unwrap_or(0)).await;
        }
        if kind.is_before() {
            pause(shared, rule.delay_ms).await;
        }
        match kind {
            Kind::RateLimitDaily => {
                let limit = Limit::Daily(i64::from(rule.seconds.unwrap_or(3600)));
                return Ok(Some(refuse::limit(service, &limit)));
            }
            Kind::RateLimitConcurrent => return Ok(Some(refuse::limit(service, &Limit::Concurrent))),
            Kind::ErrorBeforeCommit => return Ok(Some(refuse::broken(service, rule.status()))),
            Kind::TimeoutBeforeCommit => return hang(shared, rule).await,
            Kind::Reset => {
                line.reset();
                return Err(Cut);
            }
            Kind::Maintenance => return Ok(Some(maintenance(rule.status.unwrap_or(503)))),
            _ => {}
        }
    }
    Ok(None)
}

/// What happens after the call was carried out and kept: another answer, a cut, or only time.
pub async fn after(
    shared: &Shared,
    service: Service,
    faults: &[Fault],
    line: &Line,
) -> Result<Option<Response>, Cut> {
    for Fault { kind, rule } in faults {
        if !kind.is_after() {
            continue;
        }
        pause(shared, rule.delay_ms).await;
        match kind {
            Kind::ErrorAfterCommit => return Ok(Some(refuse::broken(service, rule.status()))),
            Kind::TimeoutAfterCommit => return hang(shared, rule).await,
            _ => {
                line.reset();
                return Err(Cut);
            }
        }
    }
    Ok(None)
}

/// How late the call is to be carried out, and the status it is answered with before; when a fault wants that.
pub fn late(faults: &[Fault]) -> Option<(u64, u16)> {
    let fault = faults.iter().find(|fault| fault.kind == Kind::LateCommit)?;
    Some((fault.rule.ms.unwrap_or(1000), fault.rule.status.map_or(504, |_| fault.rule.status())))
}

/// Waits, unless the sandbox stops.
pub async fn pause(shared: &Shared, ms: u64) {
    if ms > 0 {
        let _ = tokio::time::timeout(Duration::from_millis(ms), shared.stop.cancelled()).await;
    }
}

/// Says nothing for as long as the rule wants, then cuts.
async fn hang(shared: &Shared, rule: &Rule) -> Result<Option<Response>, Cut> {
    pause(shared, rule.ms.unwrap_or(HANG)).await;
    Err(Cut)
}

/// What the edge shows when the house is closed: HTML, whatever was asked for.
fn maintenance(status: u16) -> Response {
    let page = "<!DOCTYPE html><html><head><title>Scheduled maintenance</title></head><body>\
                <h1>We'll be back soon</h1><p>Our services are under maintenance.</p></body></html>";
    let mut answer = Response::new(Body::from(page));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE);
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html;charset=UTF-8"));
    answer
}
