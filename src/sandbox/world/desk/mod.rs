//! Desk: the portal, its departments and agents, and everything that is said in tickets.

/// Companies.
pub mod account;
/// Tasks, calls, events.
pub mod activity;
/// Files.
pub mod attachment;
/// Comments.
pub mod comment;
/// People who write to us.
pub mod contact;
/// What happened to a ticket.
pub mod history;
/// Statuses, channels, fields, layouts, views.
pub mod meta;
/// Organization, departments, agents, profiles, mail addresses.
pub mod portal;
/// Ratings.
pub mod rating;
/// Messages.
pub mod thread;
/// Tickets.
pub mod ticket;
/// Webhooks and what they have to tell.
pub mod webhook;

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use account::Account;
pub use activity::Activity;
pub use attachment::{Attachment, Host};
pub use comment::Comment;
pub use contact::Contact;
pub use history::{Actor, Event, Property};
pub use meta::{Channel, Field, Layout, Section, Status, StatusType, Switches, View};
pub use portal::{Agent, Department, MailAddress, Organization, Product, Profile, Role, Team, Template};
pub use rating::Rating;
pub use thread::Thread;
pub use ticket::{Ticket, Turn};
pub use webhook::{Delivery, Webhook};

use super::clock::Clock;
use super::id::{Id, Ids};
use super::shelf::Shelf;

/// A tag of tickets.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tag {
    /// Its id.
    pub id: Id,
    /// What it says.
    pub name: String,
    /// Its department.
    pub department: Id,
}

/// What of Desk changes rarely and is kept as one piece on disk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// Makes ids.
    pub ids: Ids,
    /// The portals; the first is the one that everybody works in.
    pub organizations: Vec<Organization>,
    /// Departments, the default one first.
    pub departments: Vec<Department>,
    /// Agents.
    pub agents: Vec<Agent>,
    /// Profiles with their permissions.
    pub profiles: Vec<Profile>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Teams.
    pub teams: Vec<Team>,
    /// Products that tickets may name.
    pub products: Vec<Product>,
    /// Addresses that replies may come from.
    pub mail_addresses: Vec<MailAddress>,
    /// The statuses of tickets, in the order of the drop-down.
    pub statuses: Vec<Status>,
    /// Channels.
    pub channels: Vec<Channel>,
    /// Fields of tickets, contacts and accounts.
    pub fields: Vec<Field>,
    /// Layouts.
    pub layouts: Vec<Layout>,
    /// Views.
    pub views: Vec<View>,
    /// Tags.
    pub tags: Vec<Tag>,
    /// The number of the next ticket.
    pub next_number: u64,
    /// Behaviours that no source settles.
    #[serde(default)]
    pub switches: Switches,
    /// E-mail templates.
    #[serde(default)]
    pub templates: Vec<Template>,
    /// Webhooks.
    #[serde(default)]
    pub webhooks: Vec<Webhook>,
}

/// Desk.
#[derive(Debug)]
pub struct Desk {
    /// Portal, agents, metadata.
    pub settings: Settings,
    /// Whether settings changed that are not on disk.
    pub dirty: bool,
    /// Until when it was noted which tickets became overdue; `None` = not since the story was told.
    pub swept: Option<Timestamp>,
    /// People who write to us.
    pub contacts: Shelf<Contact>,
    /// Companies.
    pub accounts: Shelf<Account>,
    /// Tickets.
    pub tickets: Shelf<Ticket>,
    /// Messages, drafts included.
    pub threads: Shelf<Thread>,
    /// Comments.
    pub comments: Shelf<Comment>,
    /// Files of threads, comments, tickets and contacts, and uploads that wait for a message.
    pub attachments: Shelf<Attachment>,
    /// What happened to tickets.
    pub events: Shelf<Event>,
    /// Ratings.
    pub ratings: Shelf<Rating>,
    /// Tasks, calls, events.
    pub activities: Shelf<Activity>,
    /// What webhooks have still to tell.
    pub deliveries: Shelf<Delivery>,
}

impl Desk {
    /// A portal with nothing in it; the story fills the settings.
    pub fn new(seed: u64, clock: &Arc<Clock>) -> Self {
        let settings = Settings {
            ids: Ids::new(1_892_000_000_000_000_000, seed ^ 0xDE5C),
            organizations: Vec::new(),
            departments: Vec::new(),
            agents: Vec::new(),
            profiles: Vec::new(),
            roles: Vec::new(),
            teams: Vec::new(),
            products: Vec::new(),
            mail_addresses: Vec::new(),
            statuses: Vec::new(),
            channels: Vec::new(),
            fields: Vec::new(),
            layouts: Vec::new(),
            views: Vec::new(),
            tags: Vec::new(),
            next_number: 101,
            switches: Switches::default(),
            templates: Vec::new(),
            webhooks: Vec::new(),
        };
        Self {
            settings,
            dirty: false,
            swept: None,
            contacts: Shelf::new(Arc::clone(clock)),
            accounts: Shelf::new(Arc::clone(clock)),
            tickets: Shelf::new(Arc::clone(clock)),
            threads: Shelf::new(Arc::clone(clock)),
            comments: Shelf::new(Arc::clone(clock)),
            attachments: Shelf::new(Arc::clone(clock)),
            events: Shelf::new(Arc::clone(clock)),
            ratings: Shelf::new(Arc::clone(clock)),
            activities: Shelf::new(Arc::clone(clock)),
            deliveries: Shelf::new(Arc::clone(clock)),
        }
    }

    /// Ends loading; see [`Shelf::settle`].
    pub fn settle(&mut self) {
        let Self { tickets, .. } = self;
        std::thread::scope(|scope| {
            // As much work as all others together.
            scope.spawn(|| tickets.settle());
            self.contacts.settle();
            self.accounts.settle();
            self.threads.settle();
            self.comments.settle();
            self.attachments.settle();
            self.events.settle();
            self.ratings.settle();
            self.activities.settle();
            self.deliveries.settle();
        });
    }

    /// A new id.
    pub fn make_id(&mut self) -> Id {
        self.dirty = true;
        self.settings.ids.make()
    }

    /// The number of a new ticket.
    pub fn make_number(&mut self) -> u64 {
        self.dirty = true;
        self.settings.next_number += 1;
        self.settings.next_number - 1
    }

    /// An agent by id.
    pub fn agent(&self, id: Id) -> Option<&Agent> {
        self.settings.agents.iter().find(|agent| agent.id == id)
    }

    /// A department by id.
    pub fn department(&self, id: Id) -> Option<&Department> {
        self.settings.departments.iter().find(|department| department.id == id)
    }

    /// A profile by id.
    pub fn profile(&self, id: Id) -> Option<&Profile> {
        self.settings.profiles.iter().find(|profile| profile.id == id)
    }

    /// A status by its exact name.
    pub fn status(&self, name: &str) -> Option<&Status> {
        self.settings.statuses.iter().find(|status| &*status.name == name)
    }

    /// Whether an agent's profile allows `verb` on `noun` (`tickets`, `create`); false for unknown agents.
    pub fn allows(&self, agent: Id, noun: &str, verb: &str) -> bool {
        self.agent(agent)
            .and_then(|agent| self.profile(agent.profile))
            .is_some_and(|profile| profile.allows(noun, verb))
    }
}
