//! The modules whose records the sandbox keeps.

use serde::{Deserialize, Serialize};

/// A module; the discriminant is its place in [`Kind::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// People.
    Contacts,
    /// Companies.
    Accounts,
    /// Deals.
    Pipelines,
    /// Products.
    Products,
    /// Tasks.
    Tasks,
    /// Meetings.
    Events,
    /// Phone calls.
    Calls,
    /// Notes.
    Notes,
}

impl Kind {
    /// All modules, in the order of the settings page.
    pub const ALL: [Self; 8] = [
        Self::Contacts,
        Self::Accounts,
        Self::Pipelines,
        Self::Products,
        Self::Tasks,
        Self::Events,
        Self::Calls,
        Self::Notes,
    ];

    /// The name in paths and bodies; case sensitive.
    pub fn api_name(self) -> &'static str {
        match self {
            Self::Contacts => "Contacts",
            Self::Accounts => "Accounts",
            Self::Pipelines => "Pipelines",
            Self::Products => "Products",
            Self::Tasks => "Tasks",
            Self::Events => "Events",
            Self::Calls => "Calls",
            Self::Notes => "Notes",
        }
    }

    /// The module of an API name.
    pub fn of(api_name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.api_name() == api_name)
    }

    /// The labels that people see, one and many.
    pub fn labels(self) -> (&'static str, &'static str) {
        match self {
            Self::Contacts => ("Contact", "Contacts"),
            Self::Accounts => ("Company", "Companies"),
            Self::Pipelines => ("Pipeline", "Pipelines"),
            Self::Products => ("Product", "Products"),
            Self::Tasks => ("Task", "Tasks"),
            Self::Events => ("Event", "Events"),
            Self::Calls => ("Call", "Calls"),
            Self::Notes => ("Note", "Notes"),
        }
    }
}
