//! A rule: what goes wrong, for which calls, how often.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::super::gate::Service;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 429: the day's credits are used up (`seconds` until there are new ones).
    RateLimitDaily,
    /// 429: too many calls at once.
    RateLimitConcurrent,
    /// 5xx (`status`), and nothing was done.
    ErrorBeforeCommit,
    /// 5xx (`status`), although it was done.
    ErrorAfterCommit,
    /// No answer for `ms`, then the connection is cut; nothing was done.
    TimeoutBeforeCommit,
    /// The same, although it was done.
    TimeoutAfterCommit,
    /// The call waits `ms` and goes on.
    Latency,
    /// The body comes with `bytes_per_second`.
    Bandwidth,
    /// The connection is reset; nothing was done.
    #[serde(alias = "reset_before_commit")]
    Reset,
    /// The connection is reset, although it was done.
    ResetAfterCommit,
    /// An HTML page of the edge (`status`, 503).
    #[serde(alias = "html")]
    Maintenance,
    /// Searches see writes only `seconds` later.
    SearchLag,
}

impl Kind {
    /// Whether it keeps the call from being carried out.
    pub fn is_before(self) -> bool {
        use Kind::{
            ErrorBeforeCommit, Maintenance, RateLimitConcurrent, RateLimitDaily, Reset, TimeoutBeforeCommit,
        };
        matches!(
            self,
            RateLimitDaily
                | RateLimitConcurrent
                | ErrorBeforeCommit
                | TimeoutBeforeCommit
                | Reset
                | Maintenance
        )
    }

    /// Whether it takes the answer of a call that was carried out.
    pub fn is_after(self) -> bool {
        matches!(self, Self::ErrorAfterCommit | Self::TimeoutAfterCommit | Self::ResetAfterCommit)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// A rule, as the control plane takes and shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What goes wrong.
    pub kind: Kind,
    /// Only this service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Service>,
    /// Only paths that begin so, or match when there is a `*` (any characters) in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Only this method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// How likely, 0 to 1; the rolls come from the seed.
    #[serde(default = "certain")]
    pub probability: f64,
    /// How many more calls it meets; without it, any number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Milliseconds before it strikes.
    #[serde(default)]
    pub delay_ms: u64,
    /// Milliseconds: a latency, or how long a time-out hangs (120 000).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ms: Option<u64>,
    /// Seconds: a search lag, or the `Retry-After` of the daily limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// Bytes a second, at least 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes_per_second: Option<u32>,
    /// The status of an error (500) or of the maintenance page (503).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
}

fn certain() -> f64 {
    1.0
}

impl Rule {
    /// Whether it is about this call.
    pub fn covers(&self, service: Service, method: &str, path: &str) -> bool {
        self.service.is_none_or(|own| own == service)
            && self.method.as_deref().is_none_or(|own| own.eq_ignore_ascii_case(method))
            && self.path.as_deref().is_none_or(|own| matches_path(own, path))
    }

    /// The status of an error, 500 to 599.
    pub fn status(&self) -> u16 {
        self.status.filter(|status| (500..600).contains(status)).unwrap_or(500)
    }

    /// What is wrong with the rule itself, in a sentence.
    pub fn fault(&self) -> Option<&'static str> {
        if !(0.0..=1.0).contains(&self.probability) {
            return Some("probability goes from 0 to 1");
        }
        match self.kind {
            Kind::Latency if self.ms.is_none() => Some("latency needs ms"),
            Kind::Bandwidth if self.bytes_per_second.is_none_or(|rate| rate == 0) => {
                Some("bandwidth needs bytes_per_second, at least 1")
            }
            Kind::SearchLag if self.seconds.is_none() => Some("search_lag needs seconds"),
            Kind::ErrorBeforeCommit | Kind::ErrorAfterCommit
                if self.status.is_some_and(|status| !(500..600).contains(&status)) =>
            {
                Some("status of an error goes from 500 to 599")
            }
            _ => None,
        }
    }
}

/// A prefix, or with `*` a pattern for the whole path; `*` takes any characters, slashes too.
fn matches_path(pattern: &str, path: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return path.starts_with(pattern) };
    let Some(mut left) = path.strip_prefix(head) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let Some(tail) = parts.pop() else { return true };
    for part in parts {
        match left.find(part) {
            Some(at) => left = &left[at + part.len()..],
            None => return false,
        }
    }
    left.ends_with(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_match_by_prefix_or_pattern() {
        assert!(matches_path("/api/v1/tickets", "/api/v1/tickets/1/sendReply"));
        assert!(matches_path("/api/v1/tickets/*/sendReply", "/api/v1/tickets/1/sendReply"));
        assert!(!matches_path("/api/v1/tickets/*/sendReply", "/api/v1/tickets/1/comments"));
        assert!(matches_path("*", "/bigin"));
        assert!(matches_path("*/Contacts*", "/bigin/v2/Contacts/search"));
        assert!(!matches_path("*/Contacts", "/bigin/v2/Contacts/search"));
    }
}
