//! Ids in an order that is kept, so that a list of 100 000 is not sorted per request.

use super::id::Id;

/// Ids sorted by a number (a time in milliseconds, mostly), then by id. Many at once are pushed in any order, and then
/// [`Order::settle`] sorts them. Most orders have a single row, which needs no memory of its own.
#[derive(Clone, Debug, Default)]
pub struct Order {
    rows: Rows,
}

#[derive(Clone, Debug, Default)]
enum Rows {
    #[default]
    None,
    One((i64, Id)),
    Many(Vec<(i64, Id)>),
}

impl Order {
    /// An order without rows.
    pub const fn none() -> Self {
        Self { rows: Rows::None }
    }

    /// Adds a row in its place.
    pub fn insert(&mut self, key: i64, id: Id) {
        let row = (key, id);
        match &mut self.rows {
            Rows::Many(rows) if rows.last().is_some_and(|last| *last >= row) => {
                if let Err(at) = rows.binary_search(&row) {
                    rows.insert(at, row);
                }
            }
            _ => {
                self.push(key, id);
                if let Rows::Many(rows) = &mut self.rows {
                    // Only two that were one may stand in the wrong order.
                    if rows.len() == 2 {
                        rows.sort_unstable();
                    }
                }
            }
        }
    }

    /// Adds a row at the end: [`Order::settle`] has to follow before anybody looks.
    pub fn push(&mut self, key: i64, id: Id) {
        let row = (key, id);
        match &mut self.rows {
            Rows::None => self.rows = Rows::One(row),
            Rows::One(own) if *own == row => {}
            Rows::One(own) => self.rows = Rows::Many(vec![*own, row]),
            Rows::Many(rows) => rows.push(row),
        }
    }

    /// Takes a row out.
    pub fn remove(&mut self, key: i64, id: Id) {
        let row = (key, id);
        match &mut self.rows {
            Rows::One(own) if *own == row => self.rows = Rows::None,
            Rows::None | Rows::One(_) => {}
            Rows::Many(rows) => {
                if let Ok(at) = rows.binary_search(&row) {
                    rows.remove(at);
                }
            }
        }
    }

    /// Sorts what was pushed, and gives back what memory it can.
    pub fn settle(&mut self) {
        if let Rows::Many(rows) = &mut self.rows {
            rows.sort_unstable();
            rows.dedup();
            rows.shrink_to_fit();
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows().len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows().is_empty()
    }

    /// The ids, smallest key first; reverse it for the other order. Skipping is free.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id> + ExactSizeIterator + '_ {
        self.rows().iter().map(|(_, id)| *id)
    }

    /// The rows with their keys, smallest first.
    pub fn rows(&self) -> &[(i64, Id)] {
        match &self.rows {
            Rows::None => &[],
            Rows::One(row) => std::slice::from_ref(row),
            Rows::Many(rows) => rows,
        }
    }

    /// The rows whose key is at least `from`, smallest first.
    pub fn since(&self, from: i64) -> &[(i64, Id)] {
        let rows = self.rows();
        &rows[rows.partition_point(|(key, _)| *key < from)..]
    }

    /// The first id, by the smallest key.
    pub fn first(&self) -> Option<Id> {
        self.rows().first().map(|(_, id)| *id)
    }
}
