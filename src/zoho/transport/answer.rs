//! An answer as it came, and what it holds.

use std::time::Duration;

use jiff::{Timestamp, fmt::rfc2822};
use reqwest::{
    Response,
    header::{DATE, HeaderMap, LOCATION, RETRY_AFTER},
};
use serde::de::DeserializeOwned;

use super::{Call, refusal::Refusal};
use crate::zoho::{Error, Service, error::quoted};

/// Bodies longer than this are records, not complaints.
const COMPLAINT: usize = 16 * 1024;

/// Status, the few headers that matter, body.
#[derive(Debug)]
pub(in crate::zoho) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
    /// When its head was here, by this machine's clock: its body may take a while.
    pub(super) heard: Timestamp,
    service: Option<Service>,
    repeatable: bool,
}

impl Answer {
    pub(super) fn begin(response: &Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, body: Vec::new(), heard: Timestamp::now(), service: None, repeatable: true }
    }

    /// The service's clock; this machine's when it did not say.
    pub(in crate::zoho) fn at(&self) -> Timestamp {
        self.date().unwrap_or_else(Timestamp::now)
    }

    /// What the service says the time is.
    pub(super) fn date(&self) -> Option<Timestamp> {
        let date = self.headers.get(DATE)?.to_str().ok()?;
        rfc2822::parse(date).ok().map(|zoned| zoned.timestamp())
    }

    /// What the body says; none for 204, 304 and other empty ones, which are not parsed (bigin.md §9.17).
    pub(in crate::zoho) fn json<T: DeserializeOwned>(&self) -> Result<Option<T>, Error> {
        if matches!(self.status, 204 | 304) || self.body.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        serde_json::from_slice(&self.body).map(Some).map_err(|error| {
            let word =
                if self.body.trim_ascii_start().starts_with(b"<") { "a web page" } else { "no such JSON" };
            self.odd(&format!("it is {word} (line {}, column {})", error.line(), error.column()))
        })
    }

    /// The same where there has to be one.
    pub(in crate::zoho) fn record<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.json()?.ok_or_else(|| self.odd("it is empty"))
    }

    /// An answer that makes no sense. To a change, that means nobody knows what became of it.
    pub(in crate::zoho) fn odd(&self, why: &str) -> Error {
        let (service, why) = (self.service.unwrap_or(Service::Desk), quoted(why));
        if self.repeatable { Error::Garbled { service, why } } else { Error::Unknown { service, why } }
    }

    /// What the service says is left of the day's credits, as it says it; empty when it does not.
    pub(super) fn credits_left(&self) -> &str {
        let said =
            ["x-rate-limit-remaining-v3", "x-api-credits-remaining"].map(|name| self.headers.get(name));
        said.into_iter().flatten().next().and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(super) fn retry_after(&self) -> Option<Duration> {
        let seconds = self.headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
        Some(Duration::from_secs(seconds))
    }

    /// Whether another token may help: not when the service says that it is about rights.
    pub(super) fn refuses_token(&self) -> bool {
        let code = || Refusal::read(&self.body).map(|refusal| refusal.code);
        match self.status {
            401 => !code().is_some_and(|code| code.contains("SCOPE")),
            200..=299 if self.body.len() < COMPLAINT => {
                code().is_some_and(|code| matches!(code.as_str(), "INVALID_OAUTH" | "INVALID_TOKEN"))
            }
            _ => false,
        }
    }

    pub(super) fn says_too_many_at_once(&self) -> bool {
        self.status == 429 && !Refusal::read(&self.body).is_some_and(|refusal| refusal.is_daily())
    }

    /// The answer if it is one; the error it stands for if not.
    pub(super) fn checked(mut self, call: &Call) -> Result<Self, Error> {
        (self.service, self.repeatable) = (Some(call.service), call.repeatable);
        match self.status {
            304 => Ok(self),
            200..=299 | 400 if call.by_record && Refusal::is_by_record(&self.body) => Ok(self),
            200..=299 if self.body.len() >= COMPLAINT => Ok(self),
            200..=299 => match Refusal::read(&self.body) {
                None => Ok(self),
                Some(refusal) => Err(refusal.into_error(call, self.status, self.retry_after())),
            },
            300..=399 => Err(Error::Garbled { service: call.service, why: self.redirect() }),
            status => {
                let refusal = Refusal::read(&self.body).unwrap_or_default();
                Err(refusal.into_error(call, status, self.retry_after()))
            }
        }
    }

    fn redirect(&self) -> String {
        let to = self.headers.get(LOCATION).and_then(|to| to.to_str().ok());
        let host = to.and_then(|to| reqwest::Url::parse(to).ok());
        let host = host.as_ref().and_then(|url| url.host_str()).unwrap_or("another place");
        format!("it points to {}, and is not followed", quoted(host))
    }
}
