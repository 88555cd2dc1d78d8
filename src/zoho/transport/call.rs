//! A call before it is made.

use std::sync::Arc;

use jiff::Timestamp;
use reqwest::Method;
use serde::Serialize;
use serde_json::Value;

use super::is_question;
use crate::zoho::Service;

/// One call of an API. The address is made of segments, so that an id can never lead elsewhere.
#[derive(Clone, Debug)]
pub(in crate::zoho) struct Call {
    pub(super) service: Service,
    pub(super) method: Method,
    pub(super) path: Vec<String>,
    pub(super) query: Vec<(&'static str, String)>,
    pub(super) payload: Payload,
    /// Only what is newer than this: the header `If-Modified-Since`.
    pub(super) modified_since: Option<Timestamp>,
    /// Whether doing it twice does no harm.
    pub(super) repeatable: bool,
    /// Whether the answer has a result for each record, so that a refusal is not one of the whole.
    pub(super) by_record: bool,
}

/// What goes with it.
#[derive(Clone, Debug)]
pub(super) enum Payload {
    None,
    Json(Value),
    /// A multipart form with one field, `file`.
    File {
        name: String,
        bytes: Arc<[u8]>,
    },
}

impl Call {
    fn new(service: Service, method: Method, path: &[&str]) -> Self {
        let base: &[&str] = match service {
            Service::Bigin => &["bigin", "v2"],
            Service::Desk => &["api", "v1"],
            Service::Accounts => &[],
        };
        let path = base.iter().chain(path).map(|part| (*part).to_owned()).collect();
        let repeatable = is_question(&method);
        Self {
            service,
            method,
            path,
            query: Vec::new(),
            payload: Payload::None,
            modified_since: None,
            repeatable,
            by_record: false,
        }
    }

    /// A question to Bigin, below `/bigin/v2`.
    pub(in crate::zoho) fn bigin(path: &[&str]) -> Self {
        Self::new(Service::Bigin, Method::GET, path)
    }

    /// A question to Desk, below `/api/v1`.
    pub(in crate::zoho) fn desk(path: &[&str]) -> Self {
        Self::new(Service::Desk, Method::GET, path)
    }

    /// A change of records in Bigin: the answer has a result for each of them, whatever its status (bigin.md §4.3).
    pub(in crate::zoho) fn bigin_records(method: Method, path: &[&str]) -> Self {
        Self { by_record: true, ..Self::new(Service::Bigin, method, path) }
    }

    /// A change in Desk.
    pub(in crate::zoho) fn change(method: Method, path: &[&str]) -> Self {
        Self::new(Service::Desk, method, path)
    }

    /// Adds a parameter.
    pub(in crate::zoho) fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.query.push((name, value.to_string()));
        self
    }

    /// Adds a parameter if there is a value.
    pub(in crate::zoho) fn with_some(
        self,
        name: &'static str,
        value: Option<impl std::fmt::Display>,
    ) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Asks only for what is newer; an answer without a body (304) says that nothing is.
    pub(in crate::zoho) fn modified_since(mut self, since: Timestamp) -> Self {
        self.modified_since = Some(since);
        self
    }

    /// Sends this as JSON.
    pub(in crate::zoho) fn json(mut self, body: &impl Serialize) -> Self {
        self.payload =
            Payload::Json(serde_json::to_value(body).expect("our own bodies have string keys only"));
        self
    }

    /// Sends a file in the multipart field `file`.
    pub(in crate::zoho) fn file(mut self, name: String, bytes: Vec<u8>) -> Self {
        self.payload = Payload::File { name, bytes: bytes.into() };
        self
    }

    /// Says that doing it twice does no harm, though it is a change.
    pub(in crate::zoho) fn harmless_twice(mut self) -> Self {
        self.repeatable = true;
        self
    }

    /// What it is about, for messages: the last noun of the path.
    pub(super) fn segments(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }
}

/// A time as both services take it in a query: `2026-11-22T10:00:00.000Z`.
pub(in crate::zoho) fn query_time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_three_digits_of_milliseconds_and_a_z() {
        assert_eq!(query_time("2026-11-22T10:00:00+03:00".parse().unwrap()), "2026-11-22T07:00:00.000Z");
        assert_eq!(query_time("2026-11-22T10:00:00.0456Z".parse().unwrap()), "2026-11-22T10:00:00.045Z");
    }
}
