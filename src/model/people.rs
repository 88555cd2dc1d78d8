//! The people on our side of the counter, and the Desk side of those on the other.

use super::{AccountId, AgentId, DepartmentId, DeskContactId, UserId};

/// A user of Bigin, as records name them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct UserRef {
    /// Their id in Bigin.
    pub id: UserId,
    /// Their name.
    pub name: String,
}

/// An agent of Desk, as tickets name them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AgentRef {
    /// Their id in Desk.
    pub id: AgentId,
    /// Their name.
    pub name: String,
}

/// An agent of Desk.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Agent {
    /// Their id in Desk.
    pub id: AgentId,
    /// Their name.
    pub name: String,
    /// Their e-mail.
    pub email: String,
    /// Zoho's id of the user over all products: what a mention in a comment needs. Unconfirmed agents have none.
    pub zuid: Option<String>,
    /// Whether they can work at all (not disabled).
    pub active: bool,
    /// The departments they work in.
    pub departments: Vec<DepartmentId>,
}

/// The agent who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Me {
    /// As Desk lists them.
    pub agent: Agent,
    /// Their language as Desk knows it, such as `pt_BR`.
    pub language: Option<String>,
    /// Their time zone as Desk knows it, an IANA name such as `America/Sao_Paulo`.
    pub time_zone: Option<String>,
    /// The name of the portal.
    pub portal: String,
}

/// A contact of Desk, as far as finding a twin needs it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DeskPerson {
    /// Their id in Desk.
    pub id: DeskContactId,
    /// First and last name.
    pub name: String,
    /// Their e-mail.
    pub email: Option<String>,
    /// Their second e-mail.
    pub secondary_email: Option<String>,
    /// Their account.
    pub account: Option<AccountId>,
}

/// An account of Desk, as far as finding a twin needs it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DeskCompany {
    /// Its id in Desk.
    pub id: AccountId,
    /// Its name.
    pub name: String,
    /// Its website as it was typed.
    pub website: Option<String>,
}

/// Where a Bigin record stands in Desk, as far as that can be said without the sync core's links.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum DeskTwin {
    /// Exactly one match.
    Contact(DeskContactId),
    /// Exactly one match.
    Account(AccountId),
    /// Nobody there: no e-mail to look for, or none found.
    None,
    /// Several match, and nobody guesses: their names (and e-mails) as a person would tell them apart.
    Ambiguous(Vec<String>),
}
