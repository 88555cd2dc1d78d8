//! People: found by their address, or made.

use jiff::Timestamp;

use crate::sandbox::world::World;
use crate::sandbox::world::desk::Contact;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is known of somebody who may be new.
#[derive(Debug, Default, Clone)]
pub struct Somebody {
    /// First name.
    pub first_name: Option<String>,
    /// Last name; the address stands in when there is none.
    pub last_name: Option<String>,
    /// Address.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Company.
    pub account: Option<Id>,
}

impl Somebody {
    /// From an address and a name in one piece, as a mail's `From` has them.
    pub fn from_mail(address: &str, name: Option<&str>) -> Self {
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        let (first, last) = match name.map(|name| name.rsplit_once(' ').unwrap_or(("", name))) {
            Some((first, last)) => (Some(first.to_owned()), Some(last.to_owned())),
            None => (None, None),
        };
        let first_name = first.filter(|first| !first.is_empty());
        Self { first_name, last_name: last, email: Some(address.to_owned()), ..Self::default() }
    }
}

/// The contact with an address, either of its two.
pub fn by_email(world: &World, address: &str) -> Option<Id> {
    world.desk.contacts.under(&Key::Email(address.trim().to_lowercase().into())).first()
}

/// The contact of somebody: the one who has that address, else a new one.
pub fn find_or_make(world: &mut World, who: &Somebody, at: Timestamp) -> Id {
    if let Some(known) = who.email.as_deref().and_then(|address| by_email(world, address)) {
        return known;
    }
    let id = world.desk.make_id();
    let name = who.last_name.clone().or_else(|| who.email.clone()).unwrap_or_else(|| "Anonymous".to_owned());
    let contact = Contact {
        first_name: who.first_name.clone(),
        email: who.email.clone(),
        phone: who.phone.clone(),
        account: who.account,
        ..Contact::new(id, name, at)
    };
    world.desk.contacts.insert(contact);
    id
}
