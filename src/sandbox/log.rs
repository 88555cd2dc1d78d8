//! The request log: every call of every service, the newest ten thousand.

use std::collections::VecDeque;
use std::time::Duration;

use axum::extract::Request;
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::faults::Fault;
use super::gate::{Service, Weight};
use super::server::Shared;

/// How many calls are kept.
const KEPT: usize = 10_000;

/// A call.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Call {
    /// Its number, from 1; grows over deletes of the log.
    pub n: u64,
    /// When it came, sandbox time.
    pub time: Timestamp,
    /// Its service.
    pub service: Service,
    /// `GET`, …
    pub method: String,
    /// Its path, as sent.
    pub path: String,
    /// Its query, as sent, with secrets struck out; empty when there is none.
    pub query: String,
    /// The answer's status; `null` while it is under way, and when the connection was cut.
    pub status: Option<u16>,
    /// What it cost.
    pub credits: u64,
    /// How long it took, in milliseconds.
    pub ms: Option<u64>,
    /// Kinds of the faults that it met.
    pub faults: Vec<String>,
    /// What else there is to say: why it failed within, that it was done later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Call {
    /// What a request says of itself.
    pub fn new(shared: &Shared, service: Service, request: &Request) -> Self {
        let query = request.uri().query().unwrap_or("");
        Self {
            n: 0,
            time: shared.clock.now(),
            service,
            method: request.method().to_string(),
            path: request.uri().path().to_owned(),
            query: query.split('&').map(struck_out).collect::<Vec<_>>().join("&"),
            status: None,
            credits: 0,
            ms: None,
            faults: Vec::new(),
            note: None,
        }
    }
}

/// A `key=value` of a query, without the value when it is a secret.
fn struck_out(pair: &str) -> String {
    match pair.split_once('=') {
        Some((key @ ("client_secret" | "refresh_token" | "code" | "token" | "access_token"), _)) => {
            format!("{key}=***")
        }
        _ => pair.to_owned(),
    }
}

/// The log.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Log {
    calls: VecDeque<Call>,
    count: u64,
}

impl Log {
    /// Notes a call when it comes, so that one that hangs is seen; gives its number.
    pub fn arrive(&mut self, mut call: Call, faults: &[Fault]) -> u64 {
        self.count += 1;
        call.n = self.count;
        call.faults = faults.iter().map(|fault| fault.kind.to_string()).collect();
        if self.calls.len() == KEPT {
            self.calls.pop_front();
        }
        self.calls.push_back(call);
        self.count
    }

    /// Notes how a call ended.
    pub fn leave(&mut self, number: u64, status: StatusCode, weight: Weight, took: Duration) {
        if let Some(call) = self.find(number) {
            call.status = Some(status.as_u16());
            call.credits = weight.0;
            call.ms = u64::try_from(took.as_millis()).ok();
        }
    }

    /// Notes what else there is to say of a call.
    pub fn note(&mut self, number: u64, note: String) {
        if let Some(call) = self.find(number) {
            call.note = Some(note);
        }
    }

    /// Notes that a call's connection was cut.
    pub fn cut(&mut self, number: u64, took: Duration) {
        if let Some(call) = self.find(number) {
            call.ms = u64::try_from(took.as_millis()).ok();
        }
    }

    /// The calls, oldest first.
    pub fn calls(&self) -> impl DoubleEndedIterator<Item = &Call> + ExactSizeIterator {
        self.calls.iter()
    }

    /// Forgets all calls.
    pub fn clear(&mut self) {
        self.calls.clear();
    }

    fn find(&mut self, number: u64) -> Option<&mut Call> {
        let at = self.calls.binary_search_by_key(&number, |call| call.n).ok()?;
        self.calls.get_mut(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_of_a_query_are_struck_out() {
        assert_eq!(struck_out("client_secret=abc"), "client_secret=***");
        assert_eq!(struck_out("page=2"), "page=2");
        assert_eq!(struck_out(""), "");
    }
}
