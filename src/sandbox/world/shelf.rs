//! Records of one kind with the indexes that the lists and searches need, always in step with the records.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;

use super::bigin::Name;
use super::clock::Clock;
use super::id::Id;
use super::order::Order;
use super::words::{Gathered, Words};

/// A short text that many records share: a status, a channel, a priority.
pub type Word = Arc<str>;

/// What a record can be found under. The records of a key come in the order of [`Item::rank`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Every record that is neither trashed nor deleted.
    All,
    /// Every record in the recycle bin.
    Trashed,
    /// By contact: a ticket's, a deal's, an activity's.
    Contact(Id),
    /// By account (Desk) or company (Bigin): a contact's, a ticket's, a deal's.
    Account(Id),
    /// By the record it hangs on: a note's or activity's, a thread's ticket.
    Parent(Id),
    /// By department.
    Department(Id),
    /// By agent or owner; `None` = unassigned.
    Assignee(Option<Id>),
    /// By team pipeline (Bigin).
    Pipeline(Id),
    /// By product.
    Product(Id),
    /// By status name, as configured.
    Status(Word),
    /// By channel name.
    Channel(Word),
    /// By e-mail address, lower case.
    Email(Box<str>),
    /// By name, lower case: company, product, deal, account.
    Name(Box<str>),
    /// By web domain, lower case, without `www.`.
    Domain(Box<str>),
    /// By the digits of a phone number.
    Phone(Box<str>),
    /// By running number: a ticket's.
    Number(u64),
    /// By tag.
    Tag(Id),
    /// By the text of a field that the organization added, lower case (Bigin).
    Own(Name, Box<str>),
}

/// A record that a [`Shelf`] can hold.
pub trait Item: Clone + fmt::Debug {
    /// Its id.
    fn id(&self) -> Id;
    /// Its place among the records of a key: the creation time in milliseconds, mostly.
    fn rank(&self) -> i64;
    /// What it can be found under now; a record in the recycle bin gives [`Key::Trashed`] only.
    fn keys(&self, into: &mut Vec<Key>);
    /// The named orders it takes part in, with its key there; none when it is trashed.
    fn orders(&self, into: &mut Vec<(&'static str, i64)>) {
        let _ = into;
    }
    /// Gives back the memory that making it took; called once, when a told record is put on its shelf.
    fn shrink(&mut self) {}
    /// The texts that the word index covers; none when it is trashed.
    fn texts<'a>(&'a self, into: &mut Vec<&'a str>) {
        let _ = into;
    }
}

/// What a record was before it changed: `None` when it did not exist.
type Past<T> = Vec<(Timestamp, Option<Box<T>>)>;

/// Records of one kind. Everything is said through [`Shelf::insert`], [`Shelf::edit`] and [`Shelf::remove`], so that
/// indexes and the list of what is not yet on disk can't get out of step.
#[derive(Debug)]
pub struct Shelf<T> {
    clock: Arc<Clock>,
    loading: bool,
    rows: HashMap<Id, Box<T>>,
    keyed: BTreeMap<Key, Order>,
    orders: BTreeMap<&'static str, Order>,
    words: Words,
    dirty: BTreeSet<Id>,
    past: HashMap<Id, Past<T>>,
    watched: Option<Vec<Change<T>>>,
}

/// A record that changed while its shelf was watched, and how it was before; `None`: it did not exist.
pub type Change<T> = (Id, Option<Box<T>>);

impl<T: Item> Shelf<T> {
    /// An empty shelf, open for loading: no index is made before [`Shelf::settle`], and until then nothing is found but by
    /// its id.
    pub fn new(clock: Arc<Clock>) -> Self {
        Self {
            clock,
            loading: true,
            rows: HashMap::new(),
            keyed: BTreeMap::new(),
            orders: BTreeMap::new(),
            words: Words::default(),
            dirty: BTreeSet::new(),
            past: HashMap::new(),
            watched: None,
        }
    }

    /// From now on remembers how records were before they change (or no longer): webhooks tell of it.
    pub fn watch(&mut self, on: bool) {
        if on != self.watched.is_some() {
            self.watched = on.then(Vec::new);
        }
    }

    /// The records that changed since the last call, each once, in the order of their first change; empty unless
    /// the shelf is watched.
    pub fn take_changes(&mut self) -> Vec<Change<T>> {
        self.watched.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Ends loading: makes the indexes, of all records at once; changes from now on are noted as not yet on disk.
    pub fn settle(&mut self) {
        self.loading = false;
        self.rows.shrink_to_fit();
        let (mut keyed, mut words) = (HashMap::<Key, Order>::new(), Gathered::default());
        let (mut keys, mut orders) = (Vec::new(), Vec::new());
        for item in self.rows.values() {
            let (id, rank) = (item.id(), item.rank());
            item.keys(&mut keys);
            for key in keys.drain(..) {
                keyed.entry(key).or_default().push(rank, id);
            }
            item.orders(&mut orders);
            for (name, key) in orders.drain(..) {
                self.orders.entry(name).or_default().push(key, id);
            }
            let mut texts = Vec::with_capacity(4);
            item.texts(&mut texts);
            for text in texts {
                words.add(id, text);
            }
        }
        keyed.values_mut().chain(self.orders.values_mut()).for_each(Order::settle);
        self.keyed = keyed.into_iter().collect();
        self.words = words.into();
    }

    /// Says that the disk has everything as it is now.
    pub fn clean(&mut self) {
        self.dirty.clear();
    }

    /// Puts a record, in place of one with the same id.
    pub fn insert(&mut self, mut item: T) {
        let id = item.id();
        if self.loading {
            item.shrink();
        }
        self.remember(id);
        if let Some(old) = self.rows.remove(&id) {
            self.index(&old, false);
        }
        self.index(&item, true);
        self.rows.insert(id, Box::new(item));
        self.note(id);
    }

    /// Changes a record in place; what `change` gives is given back, `None` when there is no such record.
    pub fn edit<R>(&mut self, id: Id, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.remember(id);
        let mut item = self.rows.remove(&id)?;
        self.index(&item, false);
        let answer = change(&mut item);
        self.index(&item, true);
        self.rows.insert(id, item);
        self.note(id);
        Some(answer)
    }

    /// Takes a record out for good. (A trashed record stays on the shelf and says so itself.)
    pub fn remove(&mut self, id: Id) -> Option<T> {
        self.remember(id);
        let item = self.rows.remove(&id)?;
        self.index(&item, false);
        self.note(id);
        Some(*item)
    }

    /// The record of an id, trashed or not.
    pub fn get(&self, id: Id) -> Option<&T> {
        self.rows.get(&id).map(AsRef::as_ref)
    }

    /// How many records there are, trashed ones included.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All records, in no order; for lists use [`Shelf::under`] and [`Shelf::order`].
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows.values().map(AsRef::as_ref)
    }

    /// The records under a key, by rank.
    pub fn under(&self, key: &Key) -> &Order {
        self.keyed.get(key).unwrap_or(&EMPTY)
    }

    /// One of the kind's named orders; empty when nothing takes part in it.
    pub fn order(&self, name: &str) -> &Order {
        self.orders.get(name).unwrap_or(&EMPTY)
    }

    /// The word index.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// A record as the search index knows it: as it was [`Clock::lag`] ago.
    pub fn indexed(&self, id: Id) -> Option<&T> {
        let horizon = self.clock.now() - self.clock.lag();
        let changed = self.past.get(&id).and_then(|past| past.iter().find(|(at, _)| *at > horizon));
        match changed {
            Some((_, was)) => was.as_deref(),
            None => self.get(id),
        }
    }

    /// The records that changed within the lag: the live indexes may miss how the search index knows them, so a
    /// search looks at these besides.
    pub fn unsettled(&self) -> impl Iterator<Item = Id> + '_ {
        let horizon = self.clock.now() - self.clock.lag();
        self.past.iter().filter(move |(_, past)| past.iter().any(|(at, _)| *at > horizon)).map(|(id, _)| *id)
    }

    /// The records that changed since the last call, for the disk: with `None`, they are gone.
    pub fn take_dirty(&mut self) -> Vec<(Id, Option<&T>)> {
        let dirty = std::mem::take(&mut self.dirty);
        dirty.into_iter().map(|id| (id, self.rows.get(&id).map(AsRef::as_ref))).collect()
    }

    /// Whether something changed that is not on disk.
    pub fn is_dirty(&self) -> bool {
        !self.dirty.is_empty()
    }

    fn note(&mut self, id: Id) {
        if !self.loading {
            self.dirty.insert(id);
        }
    }

    /// Keeps how a record is, as long as the search index has to know.
    fn remember(&mut self, id: Id) {
        if let Some(watched) = &mut self.watched
            && !watched.iter().any(|(known, _)| *known == id)
        {
            watched.push((id, self.rows.get(&id).cloned()));
        }
        let lag = self.clock.lag();
        if self.loading || lag.is_zero() {
            self.past.clear();
            return;
        }
        let now = self.clock.now();
        self.past.retain(|_, past| {
            past.retain(|(at, _)| *at > now - lag);
            !past.is_empty()
        });
        let was = self.rows.get(&id).cloned();
        self.past.entry(id).or_default().push((now, was));
    }

    /// Takes a record into the indexes, or out of them.
    fn index(&mut self, item: &T, add: bool) {
        if self.loading {
            return;
        }
        let (id, rank) = (item.id(), item.rank());
        let mut keys = Vec::with_capacity(8);
        item.keys(&mut keys);
        for key in keys {
            if add {
                self.keyed.entry(key).or_default().insert(rank, id);
            } else if let Some(order) = self.keyed.get_mut(&key) {
                order.remove(rank, id);
                if order.is_empty() {
                    self.keyed.remove(&key);
                }
            }
        }
        let mut orders = Vec::with_capacity(4);
        item.orders(&mut orders);
        for (name, key) in orders {
            let order = self.orders.entry(name).or_default();
            if add { order.insert(key, id) } else { order.remove(key, id) }
        }
        let mut texts = Vec::with_capacity(4);
        item.texts(&mut texts);
        for text in texts {
            if add { self.words.add(id, text) } else { self.words.remove(id, text) }
        }
    }
}

/// What an unknown key or order gives.
static EMPTY: Order = Order::none();
