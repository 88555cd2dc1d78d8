//! People who write to us.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::bigin::record::digits;
use super::super::id::Id;
use super::super::shelf::{Item, Key, Word};

/// What a person has besides name and address; kept apart since most have none of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct More {
    /// A second e-mail address.
    pub secondary_email: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// Free words.
    pub description: Option<String>,
    /// Street.
    pub street: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State.
    pub state: Option<String>,
    /// Postal code; `code` on an account.
    pub zip: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Twitter name.
    pub twitter: Option<String>,
    /// Facebook name.
    pub facebook: Option<String>,
    /// Agents who follow.
    pub followers: Vec<Id>,
    /// Custom fields by API name.
    pub cf: BTreeMap<String, Value>,
    /// Whether they see the tickets of their own company.
    #[serde(default)]
    pub sees_account: bool,
    /// Companies besides their own.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// A contact's tie to a company that is not the first of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The tie's own id. (That of the first company is the contact's.)
    pub id: Id,
    /// The company.
    pub account: Id,
    /// Whether they see its tickets.
    pub sees: bool,
}

/// A contact.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Contact {
    /// Its id.
    pub id: Id,
    /// First name.
    pub first_name: Option<String>,
    /// Last name; the only mandatory field.
    pub last_name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Mobile phone.
    pub mobile: Option<String>,
    /// `type`: a customer type picklist.
    pub kind: Option<Word>,
    /// Their company.
    pub account: Option<Id>,
    /// The agent who owns it.
    pub owner: Option<Id>,
    /// The record of the CRM family, when somebody linked them: `(id, type)`.
    pub crm: Option<(Id, Word)>,
    /// Everything else.
    pub more: Option<Box<More>>,
    /// Whether what they write is spam.
    pub spam: bool,
    /// Whether they have an account in the help center.
    pub end_user: bool,
    /// Whether it has no name of its own.
    pub anonymous: bool,
    /// When it was put into the recycle bin, and by which agent.
    pub trashed: Option<(Timestamp, Id)>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was changed.
    pub modified: Timestamp,
}

impl Contact {
    /// A contact with a last name only.
    pub fn new(id: Id, last_name: impl Into<String>, created: Timestamp) -> Self {
        Self {
            id,
            first_name: None,
            last_name: last_name.into(),
            email: None,
            phone: None,
            mobile: None,
            kind: None,
            account: None,
            owner: None,
            crm: None,
            more: None,
            spam: false,
            end_user: false,
            anonymous: false,
            trashed: None,
            created,
            modified: created,
        }
    }

    /// First and last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name.as_deref().unwrap_or(""), self.last_name).trim().to_owned()
    }

    /// Their companies, the first one first: the tie's id, the company, whether they see its tickets.
    pub fn ties(&self) -> Vec<Link> {
        let sees = self.more.as_ref().is_some_and(|more| more.sees_account);
        let first = self.account.map(|account| Link { id: self.id, account, sees });
        first.into_iter().chain(self.more.iter().flat_map(|more| more.links.iter().copied())).collect()
    }

    /// The rest, made when missing.
    pub fn more_mut(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }
}

impl Item for Contact {
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
        let second = self.more.as_ref().and_then(|more| more.secondary_email.as_ref());
        into.extend(self.email.iter().chain(second).map(|email| Key::Email(email.to_lowercase().into())));
        into.extend(self.account.map(Key::Account));
        into.extend(self.more.iter().flat_map(|more| &more.links).map(|link| Key::Account(link.account)));
        for phone in self.phone.iter().chain(&self.mobile) {
            let number = digits(phone);
            if !number.is_empty() {
                into.push(Key::Phone(number.into()));
            }
        }
    }

    fn orders(&self, into: &mut Vec<(&'static str, i64)>) {
        if self.trashed.is_none() {
            into.push(("createdTime", self.created.as_millisecond()));
            into.push(("modifiedTime", self.modified.as_millisecond()));
        }
    }

    fn texts<'a>(&'a self, into: &mut Vec<&'a str>) {
        if self.trashed.is_none() {
            into.push(&self.last_name);
            into.extend(self.first_name.as_deref());
            into.extend(self.email.as_deref());
        }
    }
}
