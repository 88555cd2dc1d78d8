//! What customers are called whom a list of Desk does not name.

use std::collections::HashMap;

use crate::model::{Ticket, Window};
use crate::store::cache::{Cache, Error};

/// The same rows, each with its customer's name where the cache knows it from elsewhere.
pub(super) fn named(cache: &Cache, mut window: Window<Ticket>) -> Result<Window<Ticket>, Error> {
    let mut known = HashMap::new();
    for ticket in window.rows.iter_mut().filter(|ticket| ticket.contact_name.is_empty()) {
        let Some(id) = &ticket.contact else { continue };
        if !known.contains_key(id) {
            known.insert(id.clone(), cache.customer_name(id)?);
        }
        if let Some(name) = known.get(id).and_then(Option::as_ref) {
            ticket.contact_name.clone_from(name);
        }
    }
    Ok(window)
}
