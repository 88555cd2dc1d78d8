//! A company: Bigin's module `Accounts`.

use jiff::Timestamp;

use super::{CompanyId, UserRef};

/// A company of Bigin.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Company {
    /// Its id in Bigin.
    pub id: CompanyId,
    /// Its name; unique in Bigin, without regard to case.
    pub name: String,
    /// Telephone, free text.
    pub phone: Option<String>,
    /// Website as it was typed, with or without scheme.
    pub website: Option<String>,
    /// Street, city, state, postal code, country, as far as they are known, in this order.
    pub address: Vec<String>,
    /// What somebody wrote about it.
    pub description: Option<String>,
    /// Who looks after it.
    pub owner: Option<UserRef>,
    /// Names of its tags.
    pub tags: Vec<String>,
    /// Custom fields with a value: label (or API name) and value as text.
    pub custom: Vec<(String, String)>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed; whole seconds.
    pub modified: Timestamp,
}
