//! The one way out: time-outs, the token, the organisation, repeats where they are safe, width and credits.
//!
//! A call is repeated only when that cannot do a thing twice: questions always; changes when they certainly did not
//! reach the service (no connection, 401, 429). A change whose answer was lost is [`Error::Unknown`].

mod answer;
mod attempt;
mod body;
mod call;
mod credits;
mod http;
mod lane;
mod refusal;
mod skew;
mod stream;
mod trace;

use std::{
    sync::{Arc, atomic::AtomicU64},
    time::Instant,
};

use backon::{ExponentialBuilder, Retryable};
use reqwest::Method;

use super::{Error, Service, accounts::Tokens};
use crate::model::OrgId;
pub(super) use answer::Answer;
pub(super) use body::read_limited;
pub(super) use call::{Call, query_time};
pub use credits::Credits;
use credits::Meter;
pub(super) use http::{Http, why};
use lane::Lane;
use skew::Skew;
pub use trace::TARGET as TRACE;

/// The longest wait that is sat out; a longer one is told to the caller.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

/// Shared by everything that talks to Bigin and Desk.
#[derive(Clone, Debug)]
pub(super) struct Transport(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    http: Http,
    tokens: Tokens,
    org: Option<OrgId>,
    bigin: Lane,
    desk: Lane,
    meter: Meter,
    skew: Skew,
    /// How many tries there were.
    tries: AtomicU64,
}

impl Transport {
    pub(super) fn new(http: Http, tokens: Tokens, org: Option<OrgId>) -> Self {
        let width = http.settings().concurrency.clamp(1, 10);
        let (bigin, desk) = (Lane::new(width), Lane::new(width));
        Self(Arc::new(Parts {
            http,
            tokens,
            org,
            bigin,
            desk,
            meter: Meter::default(),
            skew: Skew::default(),
            tries: AtomicU64::new(0),
        }))
    }

    pub(super) fn tokens(&self) -> &Tokens {
        &self.0.tokens
    }

    pub(super) fn org(&self) -> Option<&OrgId> {
        self.0.org.as_ref()
    }

    pub(super) fn credits(&self) -> Credits {
        self.0.meter.read()
    }

    /// What to add to this machine's time to have the service's.
    pub(super) fn skew(&self) -> jiff::SignedDuration {
        self.0.skew.read()
    }

    /// Makes the call, repeated where that is safe.
    pub(super) async fn send(&self, call: &Call) -> Result<Answer, Error> {
        let settings = self.0.http.settings();
        let started = Instant::now();
        let pauses = ExponentialBuilder::default()
            .with_jitter()
            .with_min_delay(settings.backoff)
            .with_max_delay(std::time::Duration::from_secs(5))
            .with_max_times(settings.retries);
        (|| self.attempt(call))
            .retry(pauses)
            .when(|error| call.may_repeat_after(error) && started.elapsed() < settings.total)
            .adjust(|error, pause| match error.retry_after() {
                Some(wanted) if wanted > PATIENCE => None,
                Some(wanted) => pause.map(|pause| pause.max(wanted)),
                None => pause,
            })
            .await
    }
}

impl Call {
    fn may_repeat_after(&self, error: &Error) -> bool {
        match error {
            Error::Offline { .. } | Error::Busy { .. } => true,
            // Without a token nothing was sent.
            Error::TimedOut { service } | Error::Broken { service, .. } | Error::Down { service, .. } => {
                self.repeatable || *service == Service::Accounts
            }
            _ => false,
        }
    }

    /// What a lost answer means for this call.
    fn lost(&self, question: Error, why: String) -> Error {
        if self.repeatable { question } else { Error::Unknown { service: self.service, why } }
    }
}

fn is_question(method: &Method) -> bool {
    method == Method::GET
}
