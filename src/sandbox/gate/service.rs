//! Which service a path belongs to.

use serde::{Deserialize, Serialize};

/// A service of the one port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Service {
    /// Zoho Accounts, `/oauth/…`.
    Accounts,
    /// Bigin v2, `/bigin/v2/…`.
    Bigin,
    /// Desk v1, `/api/v1/…`.
    Desk,
    /// The control plane, `/_sandbox/…`; neither logged nor disturbed.
    Control,
    /// Any other path.
    Other,
}

impl Service {
    /// Its name in the log.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::Bigin => "bigin",
            Self::Desk => "desk",
            Self::Control => "control",
            Self::Other => "other",
        }
    }

    /// The service of a path.
    pub fn of(path: &str) -> Self {
        let below =
            |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if below("/oauth") {
            Self::Accounts
        } else if below("/bigin") {
            Self::Bigin
        } else if below("/api") {
            Self::Desk
        } else if below("/_sandbox") {
            Self::Control
        } else {
            Self::Other
        }
    }
}
