//! What is said at the foot of the screen: it leaves by itself.

use jiff::{SignedDuration, Timestamp};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It worked, or it is just so.
    Calm,
    /// Something to look at.
    Warning,
    /// It did not work.
    Error,
}

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What is said; already in the reader's language and clean.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// When it leaves.
    pub until: Timestamp,
}

impl Notice {
    /// A notice that stays long enough to be read: six seconds, errors twelve.
    pub fn new(text: String, tone: Tone, now: Timestamp) -> Self {
        let stay = if tone == Tone::Error { 12 } else { 6 };
        Self { text, tone, until: now + SignedDuration::from_secs(stay) }
    }
}
