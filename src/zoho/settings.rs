//! How patient the client is.

use std::time::Duration;

/// Time-outs, repeats and width of the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How long reaching a host may take.
    pub connect: Duration,
    /// How long one try may take in all, answer included; uploads get ten times as long, downloads this long for
    /// each piece.
    pub total: Duration,
    /// How many more times a call is tried where a repeat is safe.
    pub retries: usize,
    /// How long to wait before the first repeat; doubles each time, with jitter.
    pub backoff: Duration,
    /// How many calls a service may have in flight at once, 1 to 10 (Free plans take 5 in all).
    pub concurrency: usize,
    /// What the program calls itself.
    pub user_agent: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(30),
            retries: 3,
            backoff: Duration::from_millis(250),
            concurrency: 4,
            user_agent: concat!("balcao/", env!("CARGO_PKG_VERSION")).into(),
        }
    }
}
