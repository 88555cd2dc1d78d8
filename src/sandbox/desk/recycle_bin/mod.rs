//! The recycle bin (sheet §15): what is in it, bringing back, removing for good.

/// What is in it.
pub mod list;
/// Removing for good.
pub mod purge;
/// Bringing back.
pub mod restore;

use super::activities::names;
use super::answer::Refusal;
use super::call::Call;
use super::permission;
use crate::sandbox::world::World;
use crate::sandbox::world::id::Id;

/// A kind of record that can be in the recycle bin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A ticket.
    Ticket,
    /// A contact.
    Contact,
    /// An account.
    Account,
    /// A task, call or event.
    Activity,
    /// A product.
    Product,
}

impl Kind {
    /// In permissions.
    fn noun(self, world: &World, id: Id) -> &'static str {
        match self {
            Self::Ticket => "tickets",
            Self::Contact => "contacts",
            Self::Account => "accounts",
            Self::Activity => {
                world.desk.activities.get(id).map_or("tasks", |activity| names(activity.deed).noun)
            }
            Self::Product => "products",
        }
    }

    /// Whether a record of the kind is the caller's to see.
    fn is_seen(self, world: &World, call: &Call, id: Id) -> bool {
        let desk = &world.desk;
        match self {
            Self::Ticket => desk.tickets.get(id).is_some_and(|one| permission::sees(world, call, one)),
            Self::Contact | Self::Account => true,
            Self::Activity => {
                desk.activities.get(id).is_some_and(|one| permission::sees_activity(world, call, one))
            }
            Self::Product => {
                let product = desk.settings.products.iter().find(|product| product.id == id);
                product.is_some_and(|one| permission::works_in_any(world, call, &one.departments))
            }
        }
    }
}

/// What a trashed record is, which has to be the caller's to see.
fn lying(world: &World, call: &Call, id: Id) -> Result<Kind, Refusal> {
    let kind = kind_of(world, id).ok_or_else(|| Refusal::field("/id", "invalid"))?;
    if kind.is_seen(world, call, id) { Ok(kind) } else { Err(Refusal::forbidden()) }
}

/// What a trashed record is; `None` when nothing of that id is in the recycle bin.
fn kind_of(world: &World, id: Id) -> Option<Kind> {
    let desk = &world.desk;
    if desk.tickets.get(id).is_some_and(|ticket| ticket.trashed.is_some()) {
        Some(Kind::Ticket)
    } else if desk.contacts.get(id).is_some_and(|contact| contact.trashed.is_some()) {
        Some(Kind::Contact)
    } else if desk.accounts.get(id).is_some_and(|account| account.trashed.is_some()) {
        Some(Kind::Account)
    } else if desk.activities.get(id).is_some_and(|activity| activity.trashed.is_some()) {
        Some(Kind::Activity)
    } else if desk.settings.products.iter().any(|product| product.id == id && product.trashed) {
        Some(Kind::Product)
    } else {
        None
    }
}
