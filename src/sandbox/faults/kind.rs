//! What can go wrong.

use std::fmt;

use serde::{Deserialize, Serialize};

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
    /// 5xx (`status`) at once, and it is done `ms` later.
    LateCommit,
    /// Of a batch only the first `records` are done.
    PartialBatch,
    /// The call waits `ms` and goes on.
    Latency,
    /// The body comes with `bytes_per_second`.
    Bandwidth,
    /// The connection ends after `bytes` of the body.
    Truncate,
    /// The body ends after `bytes`, as if that were all of it.
    TruncateQuietly,
    /// The connection is reset; nothing was done.
    #[serde(alias = "reset_before_commit")]
    Reset,
    /// The connection is reset, although it was done.
    ResetAfterCommit,
    /// An HTML page of the edge (`status`, 503).
    #[serde(alias = "html")]
    Maintenance,
    /// The call's access token has just expired.
    TokenExpired,
    /// The call's access token and the refresh token it came from have just been revoked.
    TokenRevoked,
    /// Searches see writes only `seconds` later.
    SearchLag,
    /// A webhook's message is never sent.
    WebhookLose,
    /// A webhook's message is sent twice.
    WebhookDuplicate,
    /// A webhook's message is sent after the next one.
    WebhookReorder,
    /// A webhook's message is sent `ms` later.
    WebhookDelay,
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

    /// Whether it befalls messages of webhooks, not calls.
    pub fn is_of_webhooks(self) -> bool {
        use Kind::{WebhookDelay, WebhookDuplicate, WebhookLose, WebhookReorder};
        matches!(self, WebhookLose | WebhookDuplicate | WebhookReorder | WebhookDelay)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}
