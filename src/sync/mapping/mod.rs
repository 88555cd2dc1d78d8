//! Which field goes where, and who wins: the mapping in the form that the engine works with.

/// Days as text.
pub mod day;
/// The mapping as a file.
pub mod file;
/// What fields can hold, and whether they go together.
pub mod kinds;
/// What the records say about a mapping.
pub mod lint;
/// One field here, several there.
pub mod parts;

mod filter;
mod line;
mod transform;

#[cfg(test)]
mod tests;

pub use filter::{Filter, Leaving, Test};
pub use line::{Flow, Line, Policy};
pub use transform::{Case, Transform};

use super::{
    FieldId, Kind, Per, Value,
    canon::{Shape, canon},
    ledger::Seen,
};

/// A revision of the mapping, compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// Counts up with every change that was applied.
    pub revision: u32,
    kinds: [Option<KindMap>; 3],
}

/// The mapping of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindMap {
    lines: Vec<Line>,
    /// Whether a record without a partner is created on that side; off is *only matched*.
    pub create: Per<bool>,
    /// Which records of a side take part.
    pub filter: Per<Option<Filter>>,
}

impl Mapping {
    /// A mapping without kinds.
    pub const fn new(revision: u32) -> Self {
        Self { revision, kinds: [const { None }; 3] }
    }

    /// With the mapping of one more kind.
    #[must_use]
    pub fn with(mut self, kind: Kind, map: KindMap) -> Self {
        self.kinds[kind as usize] = Some(map);
        self
    }

    /// The mapping of a kind, when it takes part.
    pub fn kind(&self, kind: Kind) -> Option<&KindMap> {
        self.kinds[kind as usize].as_ref()
    }

    /// The kinds that take part, in the order of work.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(|kind| self.kind(*kind).is_some())
    }
}

impl KindMap {
    /// Lines in any order; a later one with the same number is dropped.
    pub fn new(mut lines: Vec<Line>) -> Self {
        lines.sort_by_key(|line| line.id);
        lines.dedup_by_key(|line| line.id);
        Self { lines, create: Per { bigin: true, desk: true }, filter: Per { bigin: None, desk: None } }
    }

    /// The lines, sorted by number.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// One line.
    pub fn line(&self, field: FieldId) -> Option<&Line> {
        let at = self.lines.binary_search_by_key(&field, |line| line.id).ok()?;
        Some(&self.lines[at])
    }

    /// Whether a record takes part. One that does not is neither created across nor looked for; who is linked goes on or
    /// rests, as the filter says.
    pub fn takes(&self, seen: &Seen) -> bool {
        self.filter[seen.side].as_ref().is_none_or(|filter| {
            filter.passes(seen, self.line(filter.field).map_or(Shape::Exact, |line| line.shape))
        })
    }

    /// Whether a linked record has left, and its pair rests.
    pub fn has_left(&self, seen: &Seen) -> bool {
        let rests = self.filter[seen.side].as_ref().is_some_and(|filter| filter.leaving == Leaving::Rests);
        rests && !self.takes(seen)
    }

    /// The lines by which records are matched, the most trusted first.
    pub fn keys(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.key)
    }

    /// A value of a match field in its one form; nothing matches on an empty one.
    pub fn key(line: &Line, value: &Value) -> Option<Value> {
        let form = canon(line.shape, value);
        (!form.is_empty()).then_some(form)
    }
}
