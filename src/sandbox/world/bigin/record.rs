//! A record of any Bigin module.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::id::Id;
use super::super::shelf::{Item, Key};
use super::{Kind, Link, Name};

/// The values that somebody set, by field, in the order of the field names' numbers; what is not here is null.
///
/// A lookup (company, contact, team pipeline, parent) is kept as the other record's id, a JSON number.
/// A picklist, text, date (`2026-11-30`) is a string, a datetime a string with offset, an amount a number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Values(Vec<(Name, Value)>);

impl Values {
    /// The value of a field.
    pub fn get(&self, name: Name) -> Option<&Value> {
        let at = self.0.binary_search_by_key(&name, |(name, _)| *name).ok()?;
        Some(&self.0[at].1)
    }

    /// The text of a field, when it is one.
    pub fn text(&self, name: Name) -> Option<&str> {
        self.get(name)?.as_str()
    }

    /// The record that a lookup names.
    pub fn link(&self, name: Name) -> Option<Id> {
        self.get(name)?.as_u64().map(Id)
    }

    /// Sets a field; null and an empty text clear it.
    pub fn set(&mut self, name: Name, value: impl Into<Value>) {
        let value = value.into();
        let empty = value.is_null() || value.as_str() == Some("");
        match self.0.binary_search_by_key(&name, |(name, _)| *name) {
            Ok(at) if empty => {
                self.0.remove(at);
            }
            Ok(at) => self.0[at].1 = value,
            Err(_) if empty => {}
            Err(at) => self.0.insert(at, (name, value)),
        }
    }

    /// Sets a lookup.
    pub fn set_link(&mut self, name: Name, to: Id) {
        self.set(name, to.0);
    }

    /// The fields that have a value.
    pub fn iter(&self) -> impl Iterator<Item = (Name, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    /// Gives back the memory that building took.
    pub fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }
}

/// Whether a record is there, in the recycle bin, or gone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Fate {
    /// There.
    #[default]
    Live,
    /// In the recycle bin.
    Trashed {
        /// The user who deleted it.
        by: Id,
        /// When.
        at: Timestamp,
    },
    /// Deleted for good; only its name in the deleted list is left.
    Gone {
        /// The user who deleted it.
        by: Id,
        /// When.
        at: Timestamp,
    },
}

/// A record.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// Its module.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Who owns it: a user.
    pub owner: Id,
    /// Who made it: a user.
    pub created_by: Id,
    /// Who changed it last: a user.
    pub modified_by: Id,
    /// When it was made.
    pub created: Timestamp,
    /// When it was changed last; every write moves it, related changes do not (sheet §9.6).
    pub modified: Timestamp,
    /// When something last happened around it.
    pub activity: Option<Timestamp>,
    /// Its tags.
    pub tags: Vec<Id>,
    /// Its fields.
    pub values: Values,
    /// Its links to other records, beside the lookups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Whether it is still there.
    pub fate: Fate,
}

impl Record {
    /// A record without values.
    pub fn new(kind: Kind, id: Id, owner: Id, created: Timestamp) -> Self {
        Self {
            kind,
            id,
            owner,
            created_by: owner,
            modified_by: owner,
            created,
            modified: created,
            activity: None,
            tags: Vec::new(),
            values: Values::default(),
            links: Vec::new(),
            fate: Fate::Live,
        }
    }

    /// The same with a value more; for the story.
    #[must_use]
    pub fn with(mut self, name: Name, value: impl Into<Value>) -> Self {
        self.values.set(name, value);
        self
    }

    /// The same with a lookup more; for the story.
    #[must_use]
    pub fn linked(mut self, name: Name, to: Id) -> Self {
        self.values.set_link(name, to);
        self
    }

    /// The fields in which it is not as it was.
    pub fn changed_since(&self, was: &Self) -> Vec<Name> {
        let of = |record: &Self| record.values.iter().map(|(name, _)| name).collect::<Vec<Name>>();
        let mut names: Vec<Name> = of(self).into_iter().chain(of(was)).collect();
        names.sort_unstable();
        names.dedup();
        names.retain(|name| self.values.get(*name) != was.values.get(*name));
        if self.owner != was.owner {
            names.push(Name::OWNER);
        }
        if self.tags != was.tags {
            names.push(Name::TAG);
        }
        names
    }

    /// Whether it shows in lists.
    pub fn is_live(&self) -> bool {
        self.fate == Fate::Live
    }

    /// What people call it: a person's full name, a company's or deal's name, an activity's subject.
    pub fn display_name(&self) -> String {
        let text = |name| self.values.text(name).unwrap_or("");
        match self.kind {
            Kind::Contacts => {
                format!("{} {}", text(Name::FIRST_NAME), text(Name::LAST_NAME)).trim().to_owned()
            }
            _ => text(self.kind.title()).to_owned(),
        }
    }
}

impl Kind {
    /// The field that names a record of this module.
    pub fn title(self) -> Name {
        match self {
            Self::Contacts => Name::LAST_NAME,
            Self::Accounts => Name::ACCOUNT_NAME,
            Self::Pipelines => Name::DEAL_NAME,
            Self::Products => Name::PRODUCT_NAME,
            Self::Tasks | Self::Calls => Name::SUBJECT,
            Self::Events => Name::EVENT_TITLE,
            Self::Notes => Name::NOTE_TITLE,
        }
    }

    /// The field by which two records are the same (sheet §4.3), if the module has one.
    pub fn unique(self) -> Option<Name> {
        match self {
            Self::Contacts => Some(Name::EMAIL),
            Self::Accounts | Self::Pipelines | Self::Products => Some(self.title()),
            _ => None,
        }
    }
}

/// The digits of a phone number, as they are compared.
pub fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}

impl Item for Record {
    fn id(&self) -> Id {
        self.id
    }

    fn rank(&self) -> i64 {
        self.created.as_millisecond()
    }

    fn keys(&self, into: &mut Vec<Key>) {
        if !self.is_live() {
            into.push(Key::Trashed);
            return;
        }
        let values = &self.values;
        if let Some(email) = values.text(Name::EMAIL) {
            into.push(Key::Email(email.to_lowercase().into()));
        }
        if self.kind.unique() == Some(self.kind.title())
            && let Some(name) = values.text(self.kind.title())
        {
            into.push(Key::Name(name.to_lowercase().into()));
        }
        if self.kind != Kind::Accounts {
            into.extend(values.link(Name::ACCOUNT_NAME).map(Key::Account));
        }
        into.extend(values.link(Name::CONTACT_NAME).or(values.link(Name::WHO_ID)).map(Key::Contact));
        for link in &self.links {
            let key = if link.kind == Kind::Products { Key::Product(link.to) } else { Key::Contact(link.to) };
            // The contact of a deal may be linked besides: one key stands for both.
            if !into.contains(&key) {
                into.push(key);
            }
        }
        into.extend(values.link(Name::PIPELINE).map(Key::Pipeline));
        for parent in [Name::PARENT_ID, Name::WHAT_ID, Name::RELATED_TO] {
            into.extend(values.link(parent).map(Key::Parent));
        }
        for phone in [Name::PHONE, Name::MOBILE, Name::HOME_PHONE] {
            let number = values.text(phone).map(digits).filter(|number| !number.is_empty());
            into.extend(number.map(|number| Key::Phone(number.into())));
        }
        into.extend(self.tags.iter().map(|tag| Key::Tag(*tag)));
        // Any of the organization's own fields may be one that only one record may have.
        for (name, value) in values.iter().filter(|(name, _)| name.is_custom()) {
            into.extend(value.as_str().map(|text| Key::Own(name, text.to_lowercase().into())));
        }
    }

    fn shrink(&mut self) {
        self.values.shrink();
        self.tags.shrink_to_fit();
        self.links.shrink_to_fit();
    }

    fn orders(&self, into: &mut Vec<(&'static str, i64)>) {
        if self.is_live() {
            into.push(("id", i64::try_from(self.id.0).unwrap_or(i64::MAX)));
            into.push(("Created_Time", self.created.as_second()));
            into.push(("Modified_Time", self.modified.as_second()));
        } else if let Fate::Trashed { at, .. } | Fate::Gone { at, .. } = self.fate {
            into.push(("deleted", at.as_second()));
        }
    }

    fn texts<'a>(&'a self, into: &mut Vec<&'a str>) {
        if !self.is_live() {
            return;
        }
        let seen = [Name::FIRST_NAME, Name::EMAIL, Name::WEBSITE, Name::PRODUCT_CODE, self.kind.title()];
        into.extend(seen.into_iter().filter_map(|name| self.values.text(name)));
    }
}
