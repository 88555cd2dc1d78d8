//! What has to be looked at, and what rests.

use serde::{Deserialize, Serialize};

use crate::sync::{LinkId, RecordId, Seconds, Side};

/// Something to plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Work {
    /// A link, because one of its records may have changed.
    Link(LinkId),
    /// A record without a partner.
    Record(Side, RecordId),
}

/// A record without a partner that rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parked {
    /// Why.
    pub reason: Reason,
    /// Of which version; a newer one is tried again.
    pub version: Seconds,
}

/// Why a record without a partner rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// More than one record has its key: a person has to say.
    Ambiguous,
    /// The other side refused to have it, in its own words.
    Refused(String),
}
