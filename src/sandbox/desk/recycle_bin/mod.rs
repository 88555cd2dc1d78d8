//! The recycle bin (sheet §15): what is in it, bringing back, removing for good.

/// What is in it.
pub mod list;
/// Removing for good.
pub mod purge;
/// Bringing back.
pub mod restore;

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
