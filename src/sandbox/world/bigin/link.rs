//! Links between records that are not lookups: products of people, companies and deals, contacts of deals.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::id::Id;
use super::{Kind, Record};

/// A link, kept by the record whose related list it is; products keep none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Its own id.
    pub id: Id,
    /// The module of the other record.
    pub kind: Kind,
    /// The other record.
    pub to: Id,
    /// What the link itself says: a deal's line has quantity, price and discount, a contact of a deal a role.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub more: Map<String, Value>,
}

impl Record {
    /// The linked records of a module, in the order they were linked.
    pub fn linked_to(&self, kind: Kind) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |link| link.kind == kind)
    }

    /// Links a record; one that is linked already only takes what is new about it.
    pub fn link(&mut self, new: Link) {
        match self.links.iter_mut().find(|link| link.kind == new.kind && link.to == new.to) {
            Some(link) => link.more.extend(new.more),
            None => self.links.push(new),
        }
    }

    /// Undoes a link; whether there was one.
    pub fn unlink(&mut self, kind: Kind, to: Id) -> bool {
        let before = self.links.len();
        self.links.retain(|link| link.kind != kind || link.to != to);
        self.links.len() < before
    }
}
