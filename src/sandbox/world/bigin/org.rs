//! The organization, its users, roles and profiles.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::id::{Id, Ids};

/// A role or a profile: an id and a name.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Role {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
}

/// The organization.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Org {
    /// Its id.
    pub id: Id,
    /// The number of the organization in the CRM family; not Desk's organization id.
    pub zgid: String,
    /// What it is called.
    pub company_name: String,
    /// `org123456789`.
    pub domain_name: String,
    /// The zone that times are shown in, an IANA name.
    pub time_zone: String,
    /// Currency, ISO 4217.
    pub iso_code: String,
    /// The currency as people read it.
    pub currency: String,
    /// Credits for each rolling day.
    pub credits: u64,
}

impl Org {
    /// A nameless organization in São Paulo; the story names it.
    pub fn new(ids: &mut Ids) -> Self {
        Self {
            id: ids.make(),
            zgid: "761813401".to_owned(),
            company_name: String::new(),
            domain_name: "org761813401".to_owned(),
            time_zone: "America/Sao_Paulo".to_owned(),
            iso_code: "BRL".to_owned(),
            currency: "Brazilian Real".to_owned(),
            credits: 50_000,
        }
    }
}

/// A user.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct User {
    /// Their id in Bigin.
    pub id: Id,
    /// Their id in Accounts.
    pub zuid: u64,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Address; what they sign in with.
    pub email: String,
    /// Index into the roles.
    pub role: usize,
    /// Index into the profiles.
    pub profile: usize,
    /// Whether they may sign in.
    pub active: bool,
    /// Whether they accepted the invitation.
    pub confirmed: bool,
    /// Their language, `pt_BR`.
    pub locale: String,
    /// Since when.
    pub created: Timestamp,
}

impl User {
    /// First and last name.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
}
