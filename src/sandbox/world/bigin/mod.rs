//! Bigin: the organization, its users, its modules with their fields and records.

/// Channels of `/actions/watch`.
pub mod channel;
/// The eight modules.
pub mod kind;
/// Links between records.
pub mod link;
/// Modules, fields, layouts, team pipelines.
pub mod meta;
/// Field names as numbers.
pub mod name;
/// The organization and its users.
pub mod org;
/// A record of any module.
pub mod record;
/// The fields that every organization has.
mod standard;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use channel::{Channel, Deed, News};
pub use kind::Kind;
pub use link::Link;
pub use meta::{Field, Layout, Module, Pick, SubPipeline};
pub use name::Name;
pub use org::{Org, Role, User};
pub use record::{Fate, Record, Values};

use super::clock::Clock;
use super::id::{Id, Ids};
use super::shelf::Shelf;

/// A tag of a module.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tag {
    /// Its id.
    pub id: Id,
    /// What it says.
    pub name: String,
    /// `#RRGGBB`, if it has one.
    pub color: Option<String>,
    /// Who made it and when; `None` for those that came with the story.
    #[serde(default)]
    pub created: Option<(Id, Timestamp)>,
    /// Who changed it last and when.
    #[serde(default)]
    pub modified: Option<(Id, Timestamp)>,
}

/// Behaviours of Bigin that no source settles; each has its name in `/_sandbox/switches`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Switches {
    /// A batch of which a part failed answers 207, as CRM v8 does, and not 202 (sheet §4.3).
    #[serde(rename = "bigin_partial_207")]
    pub partial_207: bool,
    /// A token without the scope is answered with 403, as CRM's table says, and not with 401.
    #[serde(rename = "bigin_scope_403")]
    pub scope_403: bool,
    /// `If-Modified-Since` counts on lists and on `/deleted`.
    #[serde(rename = "bigin_modified_since")]
    pub modified_since: bool,
    /// A channel that says no expiry lives one hour, as documented, and not two, as recorded.
    #[serde(rename = "bigin_watch_one_hour")]
    pub watch_one_hour: bool,
}

impl Default for Switches {
    fn default() -> Self {
        Self { partial_207: false, scope_403: false, modified_since: true, watch_one_hour: false }
    }
}

/// What of Bigin changes rarely and is kept as one piece on disk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// Makes ids.
    pub ids: Ids,
    /// The organization.
    pub org: Org,
    /// Its users; the first is its administrator.
    pub users: Vec<User>,
    /// Profiles (permission sets), `(id, name)`.
    pub profiles: Vec<Role>,
    /// Roles.
    pub roles: Vec<Role>,
    /// The modules: names, fields, layouts. In the order of [`Kind::ALL`].
    pub modules: Vec<Module>,
    /// Custom field names; [`Name`]s beyond the standard ones point here.
    pub names: Vec<String>,
    /// Tags per module.
    pub tags: BTreeMap<Kind, Vec<Tag>>,
    /// Who watches what.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// Behaviours that no source settles.
    #[serde(default)]
    pub switches: Switches,
}

/// Bigin.
#[derive(Debug)]
pub struct Bigin {
    /// Organization, users, metadata.
    pub settings: Settings,
    /// Whether settings changed that are not on disk.
    pub dirty: bool,
    news: Vec<News>,
    shelves: Vec<Shelf<Record>>,
}

impl Bigin {
    /// An organization with the standard modules and fields and nothing in them.
    pub fn new(seed: u64, clock: &Arc<Clock>) -> Self {
        let mut ids = Ids::new(7_618_134_000_000_000_000, seed);
        let org = Org::new(&mut ids);
        let modules = Kind::ALL.iter().map(|kind| standard::module(*kind, &mut ids)).collect();
        let profiles = vec![Role { id: ids.make(), name: "Administrator".to_owned() }];
        let roles = vec![Role { id: ids.make(), name: "CEO".to_owned() }];
        let settings = Settings {
            ids,
            org,
            users: Vec::new(),
            profiles,
            roles,
            modules,
            names: Vec::new(),
            tags: BTreeMap::new(),
            channels: Vec::new(),
            switches: Switches::default(),
        };
        let shelves = Kind::ALL.iter().map(|_| Shelf::new(Arc::clone(clock))).collect();
        Self { settings, dirty: false, news: Vec::new(), shelves }
    }

    /// The metadata of a module.
    pub fn module(&self, kind: Kind) -> &Module {
        &self.settings.modules[kind as usize]
    }

    /// The records of a module.
    pub fn records(&self, kind: Kind) -> &Shelf<Record> {
        &self.shelves[kind as usize]
    }

    /// The records of a module, to change.
    pub fn records_mut(&mut self, kind: Kind) -> &mut Shelf<Record> {
        &mut self.shelves[kind as usize]
    }

    /// The records of every module.
    pub fn all_records_mut(&mut self) -> impl Iterator<Item = (Kind, &mut Shelf<Record>)> {
        Kind::ALL.into_iter().zip(&mut self.shelves)
    }

    /// Ends loading; see [`Shelf::settle`].
    pub fn settle(&mut self) {
        self.shelves.iter_mut().for_each(Shelf::settle);
    }

    /// A user by id.
    pub fn user(&self, id: Id) -> Option<&User> {
        self.settings.users.iter().find(|user| user.id == id)
    }

    /// The number of a field name, standard or custom.
    pub fn name(&self, text: &str) -> Option<Name> {
        Name::standard(text).or_else(|| {
            let at = self.settings.names.iter().position(|name| name == text)?;
            Name::custom(at)
        })
    }

    /// The words of a field name.
    pub fn name_text(&self, name: Name) -> &str {
        name.text(&self.settings.names)
    }

    /// Adds a custom field to a module and gives its name.
    pub fn add_field(&mut self, kind: Kind, mut field: Field) -> Option<Name> {
        field.custom = true;
        let name = if let Some(name) = self.name(&field.api_name) {
            name
        } else {
            self.settings.names.push(field.api_name.clone());
            Name::custom(self.settings.names.len() - 1)?
        };
        field.name = name;
        self.settings.modules[kind as usize].fields.push(field);
        self.dirty = true;
        Some(name)
    }

    /// The tag of that name in a module, made when new.
    pub fn tag(&mut self, kind: Kind, name: &str) -> Id {
        let tags = self.settings.tags.entry(kind).or_default();
        if let Some(tag) = tags.iter().find(|tag| tag.name.eq_ignore_ascii_case(name)) {
            return tag.id;
        }
        let id = self.settings.ids.make();
        tags.push(Tag { id, name: name.to_owned(), color: None, created: None, modified: None });
        self.dirty = true;
        id
    }

    /// Notes what happened, when somebody watches.
    pub fn tell(&mut self, kind: Kind, id: Id, deed: Deed, fields: Vec<Name>) {
        if !self.settings.channels.is_empty() {
            self.news.push(News { kind, id, deed, fields, related: false });
        }
    }

    /// Notes that something was joined to a record or parted from it.
    pub fn tell_related(&mut self, kind: Kind, id: Id) {
        if !self.settings.channels.is_empty() {
            self.news.push(News { kind, id, deed: Deed::Edit, fields: Vec::new(), related: true });
        }
    }

    /// What happened since the last call.
    pub fn take_news(&mut self) -> Vec<News> {
        std::mem::take(&mut self.news)
    }

    /// A new record id.
    pub fn make_id(&mut self) -> Id {
        self.dirty = true;
        self.settings.ids.make()
    }
}
