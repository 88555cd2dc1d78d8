//! A contact: Bigin's module `Contacts`.

use jiff::Timestamp;

use super::{CompanyId, ContactId, UserRef};

/// A person, as Bigin knows them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Contact {
    /// Their id in Bigin.
    pub id: ContactId,
    /// First name; may be empty.
    pub first_name: String,
    /// Last name: the one field Bigin insists on.
    pub last_name: String,
    /// Position in the company.
    pub title: Option<String>,
    /// E-mail; unique in Bigin, without regard to case.
    pub email: Option<String>,
    /// Telephone, free text.
    pub phone: Option<String>,
    /// Mobile, free text.
    pub mobile: Option<String>,
    /// The company they belong to: id and name.
    pub company: Option<(CompanyId, String)>,
    /// Street, city, state, postal code, country, as far as they are known, in this order.
    pub address: Vec<String>,
    /// What somebody wrote about them.
    pub description: Option<String>,
    /// Who looks after them.
    pub owner: Option<UserRef>,
    /// Names of their tags.
    pub tags: Vec<String>,
    /// Custom fields with a value: label (or API name) and value as text.
    pub custom: Vec<(String, String)>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed; whole seconds.
    pub modified: Timestamp,
}

impl Contact {
    /// First and last name with one blank between, or whichever of the two there is.
    pub fn name(&self) -> String {
        match (self.first_name.trim(), self.last_name.trim()) {
            ("", last) => last.to_owned(),
            (first, "") => first.to_owned(),
            (first, last) => format!("{first} {last}"),
        }
    }
}
