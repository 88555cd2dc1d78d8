//! Which field goes where, and who wins: the mapping in the form that the engine works with.

/// The mapping as a file.
pub mod file;
mod line;

pub use line::{Flow, Line, Policy, Transform};

use super::{FieldId, Kind, Per, Value, canon::canon};

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
        Self { lines, create: Per { bigin: true, desk: true } }
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
