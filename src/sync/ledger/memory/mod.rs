//! The ledger in memory: for the simulation, the tests and a dry run.

mod apply;
mod read;

use std::collections::{BTreeMap, BTreeSet};

use super::{Cursor, Entry, Feed, Intent, Link, Pairing, Parked, Seen, Spent, Work};
use crate::sync::{FieldId, Kind, LinkId, OpId, Per, RecordId, Side, Value, mapping::Mapping};

type Place = (Side, Kind, RecordId);

/// A ledger in memory. It forgets with the program.
#[derive(Clone, Debug)]
pub struct Memory {
    /// The match fields come from here.
    keys: Vec<(Kind, FieldId, crate::sync::canon::Shape)>,
    pairing: Pairing,
    seen: BTreeMap<Place, Seen>,
    links: BTreeMap<LinkId, Link>,
    link_of: BTreeMap<Place, LinkId>,
    by_key: BTreeSet<(Side, Kind, FieldId, Value, RecordId)>,
    by_mark: BTreeSet<(Side, Kind, RecordId, RecordId)>,
    work: BTreeSet<(Kind, Work)>,
    doubts: BTreeSet<Place>,
    intents: BTreeMap<OpId, Intent>,
    parked: BTreeMap<Place, Parked>,
    cursors: BTreeMap<Feed, Cursor>,
    journal: Vec<Entry>,
    spent: Per<Spent>,
    last_op: OpId,
    last_link: LinkId,
}

impl Memory {
    /// An empty ledger that finds records by the match fields of `mapping`.
    pub fn new(mapping: &Mapping) -> Self {
        let keys = mapping.kinds().flat_map(|kind| {
            let map = mapping.kind(kind).into_iter();
            map.flat_map(move |map| map.keys().map(move |line| (kind, line.id, line.shape)))
        });
        Self {
            keys: keys.collect(),
            pairing: Pairing::default(),
            seen: BTreeMap::new(),
            links: BTreeMap::new(),
            link_of: BTreeMap::new(),
            by_key: BTreeSet::new(),
            by_mark: BTreeSet::new(),
            work: BTreeSet::new(),
            doubts: BTreeSet::new(),
            intents: BTreeMap::new(),
            parked: BTreeMap::new(),
            cursors: BTreeMap::new(),
            journal: Vec::new(),
            spent: Per::default(),
            last_op: OpId(0),
            last_link: LinkId(0),
        }
    }

    /// Every observation, in order.
    pub fn all_seen(&self) -> impl Iterator<Item = &Seen> {
        self.seen.values()
    }

    /// Every link, in order.
    pub fn all_links(&self) -> impl Iterator<Item = &Link> {
        self.links.values()
    }

    /// Every write without a result.
    pub fn all_intents(&self) -> impl Iterator<Item = &Intent> {
        self.intents.values()
    }

    /// Everything that has to be planned.
    pub fn all_work(&self) -> impl Iterator<Item = (Kind, Work)> {
        self.work.iter().copied()
    }

    /// The journal, oldest first.
    pub fn journal(&self) -> &[Entry] {
        &self.journal
    }
}
