//! A rule: what goes wrong, for which calls, how often.

use serde::{Deserialize, Serialize};

use super::super::gate::Service;
use super::Kind;

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
    /// Only these events of webhooks: a prefix or a pattern, `Ticket_Update`, `Contacts.*`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// How likely, 0 to 1; the rolls come from the seed.
    #[serde(default = "certain")]
    pub probability: f64,
    /// How many more calls it meets; without it, any number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// How many calls that it covers it still lets pass before it acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
    /// Milliseconds before it strikes.
    #[serde(default)]
    pub delay_ms: u64,
    /// Milliseconds: a latency, a webhook's delay, how late a commit comes, or how long a time-out hangs (120 000).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ms: Option<u64>,
    /// Seconds: a search lag, or the `Retry-After` of the daily limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// Bytes a second, at least 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes_per_second: Option<u32>,
    /// How many bytes of a truncated body come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<usize>,
    /// How many records of a batch are done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub records: Option<usize>,
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

    /// Whether it is about this message of a webhook.
    pub fn covers_event(&self, service: Service, event: &str) -> bool {
        self.kind.is_of_webhooks()
            && self.service.is_none_or(|own| own == service)
            && self.event.as_deref().is_none_or(|own| matches_path(own, event))
    }

    /// Whether it acts this time, as far as its numbers go: those left to pass are counted down.
    pub fn is_due(&mut self) -> bool {
        if self.count == Some(0) {
            return false;
        }
        match &mut self.after {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        }
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
        if self.kind.is_of_webhooks() {
            if self.path.is_some() || self.method.is_some() {
                return Some("webhook kinds go by service and event, not by path and method");
            }
        } else if self.event.is_some() {
            return Some("event is for webhook kinds");
        }
        match self.kind {
            Kind::Latency if self.ms.is_none() => Some("latency needs ms"),
            Kind::WebhookDelay if self.ms.is_none() => Some("webhook_delay needs ms"),
            Kind::PartialBatch if self.records.is_none() => Some("partial_batch needs records"),
            Kind::Truncate | Kind::TruncateQuietly if self.bytes.is_none() => {
                Some("a truncation needs bytes")
            }
            Kind::Bandwidth if self.bytes_per_second.is_none_or(|rate| rate == 0) => {
                Some("bandwidth needs bytes_per_second, at least 1")
            }
            Kind::SearchLag if self.seconds.is_none() => Some("search_lag needs seconds"),
            Kind::ErrorBeforeCommit | Kind::ErrorAfterCommit | Kind::LateCommit | Kind::PartialBatch
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
