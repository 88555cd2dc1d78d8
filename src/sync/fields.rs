//! The fields of a record: a small map, sorted by field.

use super::{FieldId, Value};

/// Values by field. A field that is not here was not told, which is not the same as empty: services leave out what a
/// profile may not see (sheet `bigin.md` §9, trap 16).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(FieldId, Value)>);

impl Fields {
    /// None yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of a field, if it was told.
    pub fn get(&self, field: FieldId) -> Option<&Value> {
        self.at(field).ok().map(|at| &self.0[at].1)
    }

    /// Sets a field.
    pub fn set(&mut self, field: FieldId, value: Value) {
        match self.at(field) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (field, value)),
        }
    }

    /// All, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (FieldId, &Value)> {
        self.0.iter().map(|(field, value)| (*field, value))
    }

    /// How many were told.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// None was told.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn at(&self, field: FieldId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&field, |(field, _)| *field)
    }
}

impl FromIterator<(FieldId, Value)> for Fields {
    fn from_iter<I: IntoIterator<Item = (FieldId, Value)>>(all: I) -> Self {
        let mut fields: Vec<_> = all.into_iter().collect();
        if !fields.is_sorted_by(|(one, _), (next, _)| one < next) {
            fields.sort_by_key(|(field, _)| *field);
            fields.dedup_by_key(|(field, _)| *field);
        }
        Self(fields)
    }
}
