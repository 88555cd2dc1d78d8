//! Which lists hang on a record, and how.

use super::super::super::world::bigin::Kind;
use super::super::error::BiginError;

/// How a list comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The records of the list have a lookup to the record.
    Hangs,
    /// The record keeps links to those of the list.
    Holds,
    /// Those of the list keep links to the record.
    Held,
}

/// A related list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Its name in paths.
    pub name: &'static str,
    /// The module that it shows.
    pub target: Kind,
    /// How it comes about.
    pub how: How,
}

const fn relation(name: &'static str, target: Kind, how: How) -> Relation {
    Relation { name, target, how }
}

const NOTES: Relation = relation("Notes", Kind::Notes, How::Hangs);
const TASKS: Relation = relation("All_Tasks", Kind::Tasks, How::Hangs);
const EVENTS: Relation = relation("All_Events", Kind::Events, How::Hangs);
const CALLS: Relation = relation("All_Calls", Kind::Calls, How::Hangs);

const PIPELINES: Relation = relation("Pipelines", Kind::Pipelines, How::Held);
const PRODUCTS: Relation = relation("Products", Kind::Products, How::Holds);

const OF_CONTACTS: &[Relation] = &[PIPELINES, PRODUCTS, NOTES, TASKS, EVENTS, CALLS];
const OF_ACCOUNTS: &[Relation] = &[
    relation("Contacts", Kind::Contacts, How::Hangs),
    relation("Pipelines", Kind::Pipelines, How::Hangs),
    PRODUCTS,
    NOTES,
    TASKS,
    EVENTS,
    CALLS,
];
const OF_PIPELINES: &[Relation] =
    &[relation("Contacts", Kind::Contacts, How::Holds), PRODUCTS, NOTES, TASKS, EVENTS, CALLS];
const OF_PRODUCTS: &[Relation] = &[
    relation("Contacts", Kind::Contacts, How::Held),
    relation("Accounts", Kind::Accounts, How::Held),
    PIPELINES,
    NOTES,
    TASKS,
    EVENTS,
    CALLS,
];

/// The lists of a module's records, in the order of the record's page.
pub fn of(kind: Kind) -> &'static [Relation] {
    match kind {
        Kind::Contacts => OF_CONTACTS,
        Kind::Accounts => OF_ACCOUNTS,
        Kind::Pipelines => OF_PIPELINES,
        Kind::Products => OF_PRODUCTS,
        Kind::Tasks | Kind::Events | Kind::Calls | Kind::Notes => &[],
    }
}

/// The list of a path. Lists that Bigin has and the sandbox does not serve answer as an unknown URL does.
pub fn named(kind: Kind, list: &str) -> Result<Relation, BiginError> {
    let name = match list {
        "Deals" => "Pipelines",
        "Tasks" | "Open_Tasks" | "Closed_Tasks" => "All_Tasks",
        "Events" => "All_Events",
        "Calls" => "All_Calls",
        "Associated_Products" if kind == Kind::Pipelines => "Products",
        "Attachments" | "Emails" | "Social" | "photo" | "actions" => return Err(BiginError::url()),
        other => other,
    };
    let found = of(kind).iter().find(|relation| relation.name == name);
    found.copied().ok_or_else(|| {
        let details = serde_json::json!({ "resource_path_index": 2 });
        BiginError::bad("INVALID_DATA", details, "the relation name given seems to be invalid")
    })
}
