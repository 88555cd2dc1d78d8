//! Ids in an order that is kept, so that a list of 100 000 is not sorted per request.

use super::id::Id;

/// Ids sorted by a number (a time in milliseconds, mostly), then by id. While a world is told, rows are only
/// pushed; [`Order::settle`] sorts them once.
#[derive(Clone, Debug, Default)]
pub struct Order {
    rows: Vec<(i64, Id)>,
}

impl Order {
    /// An order without rows.
    pub const fn none() -> Self {
        Self { rows: Vec::new() }
    }

    /// Adds a row. `loading` skips the search for its place: the caller settles later.
    pub fn insert(&mut self, key: i64, id: Id, loading: bool) {
        let row = (key, id);
        if loading || self.rows.last().is_none_or(|last| *last < row) {
            self.rows.push(row);
        } else if let Err(at) = self.rows.binary_search(&row) {
            self.rows.insert(at, row);
        }
    }

    /// Takes a row out; `loading` as in [`Order::insert`].
    pub fn remove(&mut self, key: i64, id: Id, loading: bool) {
        if loading {
            self.rows.retain(|row| *row != (key, id));
        } else if let Ok(at) = self.rows.binary_search(&(key, id)) {
            self.rows.remove(at);
        }
    }

    /// Sorts what was pushed while loading, and gives back what memory it can.
    pub fn settle(&mut self) {
        self.rows.sort_unstable();
        self.rows.dedup();
        self.rows.shrink_to_fit();
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The ids, smallest key first; reverse it for the other order. Skipping is free.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id> + ExactSizeIterator + '_ {
        self.rows.iter().map(|(_, id)| *id)
    }

    /// The rows with their keys, smallest first.
    pub fn rows(&self) -> &[(i64, Id)] {
        &self.rows
    }

    /// The rows whose key is at least `from`, smallest first.
    pub fn since(&self, from: i64) -> &[(i64, Id)] {
        let at = self.rows.partition_point(|(key, _)| *key < from);
        &self.rows[at..]
    }

    /// The first id, by the smallest key.
    pub fn first(&self) -> Option<Id> {
        self.rows.first().map(|(_, id)| *id)
    }
}
