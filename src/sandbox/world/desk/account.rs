//! Companies.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::id::Id;
use super::super::shelf::{Item, Key, Word};

/// An account.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Account {
    /// Its id.
    pub id: Id,
    /// Its name; mandatory.
    pub name: String,
    /// Website.
    pub website: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Fax.
    pub fax: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Industry.
    pub industry: Option<String>,
    /// Revenue, as text.
    pub annual_revenue: Option<String>,
    /// Street.
    pub street: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State.
    pub state: Option<String>,
    /// Postal code; `zip` on a contact.
    pub code: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Free words.
    pub description: Option<String>,
    /// The agent who owns it.
    pub owner: Option<Id>,
    /// The record of the CRM family, when somebody linked them: `(id, type)`.
    pub crm: Option<(Id, Word)>,
    /// Agents who follow.
    pub followers: Vec<Id>,
    /// Custom fields by API name.
    pub cf: BTreeMap<String, Value>,
    /// When it was put into the recycle bin, and by which agent.
    pub trashed: Option<(Timestamp, Id)>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was changed.
    pub modified: Timestamp,
}

impl Account {
    /// An account with a name only.
    pub fn new(id: Id, name: impl Into<String>, created: Timestamp) -> Self {
        Self {
            id,
            name: name.into(),
            website: None,
            phone: None,
            fax: None,
            email: None,
            industry: None,
            annual_revenue: None,
            street: None,
            city: None,
            state: None,
            code: None,
            country: None,
            description: None,
            owner: None,
            crm: None,
            followers: Vec::new(),
            cf: BTreeMap::new(),
            trashed: None,
            created,
            modified: created,
        }
    }
}

/// The domain of a web address: lower case, without scheme, `www.` and path.
pub fn domain(website: &str) -> String {
    let rest = website.split_once("://").map_or(website, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest).to_lowercase();
    host.strip_prefix("www.").map(str::to_owned).unwrap_or(host)
}

impl Item for Account {
    fn id(&self) -> Id {
        self.id
    }

    fn rank(&self) -> i64 {
        self.created.as_millisecond()
    }

    fn keys(&self, into: &mut Vec<Key>) {
        if self.trashed.is_some() {
            into.push(Key::Trashed);
            return;
        }
        into.push(Key::Name(self.name.to_lowercase().into()));
        into.extend(self.website.as_deref().map(|website| Key::Domain(domain(website).into())));
        into.extend(self.email.as_deref().map(|email| Key::Email(email.to_lowercase().into())));
    }

    fn orders(&self, into: &mut Vec<(&'static str, i64)>) {
        if self.trashed.is_none() {
            into.push(("createdTime", self.created.as_millisecond()));
            into.push(("modifiedTime", self.modified.as_millisecond()));
        }
    }

    fn texts<'a>(&'a self, into: &mut Vec<&'a str>) {
        if self.trashed.is_none() {
            into.push(&self.name);
            into.extend(self.website.as_deref());
        }
    }
}
