//! Desk's own furniture: departments, statuses, channels, mail addresses to send from.

use super::{DepartmentId, OrgId};

/// A portal (organisation) that the signed-in user can work in.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Organization {
    /// Its id: what the profile names when there are several.
    pub id: OrgId,
    /// Its name.
    pub name: String,
    /// Whether it is the one the user lands in.
    pub default: bool,
}

/// A department of the portal.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// Its name.
    pub name: String,
    /// Whether it is in use.
    pub enabled: bool,
}

/// A status as the portal defines it. Statuses are data: custom ones are common.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Status {
    /// Its name: also what is sent to change to it, exactly so spelled.
    pub name: String,
    /// What it counts as.
    pub kind: StatusKind,
}

/// What a status counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum StatusKind {
    /// Somebody has to do something.
    Open,
    /// It waits; the due time stands still.
    OnHold,
    /// Done.
    Closed,
}

/// A way by which tickets come in.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Channel {
    /// What the API calls it, such as `EMAIL`.
    pub code: String,
    /// What people call it, such as `Email`: the spelling that tickets carry.
    pub name: String,
}

/// An address of ours that mail may be sent from (`GET /mailReplyAddress`).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FromAddress {
    /// The mailbox.
    pub email: String,
    /// The name shown beside it.
    pub name: String,
    /// The department it belongs to.
    pub department: DepartmentId,
}
