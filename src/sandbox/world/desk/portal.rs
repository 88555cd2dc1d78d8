//! The portal: organization, departments, agents, profiles, mail addresses.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::id::Id;

/// A portal.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Organization {
    /// Its number: 9 digits, not the organization id of the CRM family.
    pub id: Id,
    /// Its name in web addresses.
    pub portal_name: String,
    /// The company's name.
    pub company_name: String,
    /// `FREE`, `PROFESSIONAL`, `ENTERPRISE`, …
    pub edition: String,
    /// Credits a day.
    pub credits: u64,
    /// Simultaneous calls.
    pub concurrency: usize,
    /// Currency, ISO 4217.
    pub currency_code: String,
    /// The zone of its day, an IANA name.
    pub time_zone: String,
    /// City.
    pub city: String,
    /// Country.
    pub country: String,
    /// Website.
    pub website: String,
    /// Phone.
    pub phone: String,
}

/// A department.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Department {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// Whether it takes tickets.
    pub enabled: bool,
    /// Whether it is the portal's first one.
    pub default: bool,
    /// Whether customers see it.
    pub visible: bool,
    /// The agent who made it.
    pub creator: Id,
    /// When it was made.
    pub created: Timestamp,
}

/// An agent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Agent {
    /// Their id.
    pub id: Id,
    /// Their id in Accounts; what a mention names.
    pub zuid: u64,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Their address, and what they sign in with.
    pub email: String,
    /// Phone.
    pub phone: Option<String>,
    /// Mobile phone.
    pub mobile: Option<String>,
    /// Whether they are active (`ACTIVE`, else `DISABLED`).
    pub active: bool,
    /// Whether they accepted the invitation.
    pub confirmed: bool,
    /// Whether they are a light agent: may comment, not reply.
    pub light: bool,
    /// Their role.
    pub role: Id,
    /// Their profile.
    pub profile: Id,
    /// `Admin`, `AgentPublic`, `AgentPersonal`, `Light`, …
    pub role_permission: String,
    /// The departments they work in.
    pub departments: Vec<Id>,
    /// `pt_BR`.
    pub lang: String,
    /// `BR`.
    pub country: String,
    /// An IANA zone.
    pub time_zone: String,
    /// What they say of themselves.
    pub about: Option<String>,
}

impl Agent {
    /// First and last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }
}

/// A profile: what its agents may do.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Profile {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// Whether Desk brought it.
    pub default: bool,
    /// Noun → verb → allowed: `tickets.create`, `contacts.edit`, `setup.recycleBin`, …
    pub permissions: BTreeMap<String, BTreeMap<String, bool>>,
}

impl Profile {
    /// Whether it allows `verb` on `noun`; what is not said is not allowed.
    pub fn allows(&self, noun: &str, verb: &str) -> bool {
        self.permissions.get(noun).and_then(|verbs| verbs.get(verb)).copied().unwrap_or(false)
    }
}

/// A role.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Role {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// Whether Desk brought it.
    pub default: bool,
}

/// A team.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Team {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its department.
    pub department: Id,
    /// Its agents.
    pub members: Vec<Id>,
}

/// A product that tickets may name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Product {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its code.
    pub code: Option<String>,
    /// What one costs, as text.
    pub price: Option<String>,
    /// The departments that have to do with it.
    pub departments: Vec<Id>,
    /// Free words.
    pub description: Option<String>,
    /// The agent who owns it.
    pub owner: Option<Id>,
    /// Its category.
    pub category: Option<String>,
    /// Who makes it.
    pub manufacturer: Option<String>,
    /// Who set it up.
    pub creator: Option<Id>,
    /// When it was set up.
    pub created: Option<Timestamp>,
    /// When it was changed.
    pub modified: Option<Timestamp>,
    /// Whether it is in the recycle bin.
    pub trashed: bool,
    /// When it was put there, and by which agent.
    #[serde(default)]
    pub gone: Option<(Timestamp, Id)>,
}

impl Product {
    /// A product with a name only.
    pub fn new(id: Id, name: impl Into<String>) -> Self {
        Self { id, name: name.into(), ..Self::default() }
    }
}

/// An e-mail template for tickets.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Template {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The subject, with placeholders.
    pub subject: String,
    /// The text, HTML with placeholders like `${Cases.Subject}`.
    pub body: String,
    /// Its department.
    pub department: Id,
    /// The folder it is in.
    pub folder: Id,
}

/// An address that replies may come from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MailAddress {
    /// Its id.
    pub id: Id,
    /// The address.
    pub address: String,
    /// The name beside it.
    pub display_name: String,
    /// Its department.
    pub department: Id,
    /// Whether it may be used.
    pub active: bool,
    /// Whether its owner confirmed it.
    pub verified: bool,
    /// When it was set up.
    pub created: Timestamp,
}
