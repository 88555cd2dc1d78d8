//! Filter-as-you-type: all names of a list folded in memory, searched on every key. Built from the store on the first
//! search, patched when rows changed, whoever changed them. Rows themselves stay in the store.

pub(super) mod fold;
mod pile;
mod query;
mod search;
mod source;

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(super) use self::source::SQL;
pub(super) use self::source::{List, ticket_haystack};
use self::{
    pile::Pile,
    query::Query,
    search::{Hits, search},
};
use super::{base::Base, error::Error};
use crate::model::Module;

/// The finders of one cache, each built when it is first needed.
#[derive(Debug, Default)]
pub(super) struct Finders {
    found: [Option<Finder>; 4],
}

/// The finder of one list.
#[derive(Debug, Default)]
pub(super) struct Finder {
    pile: Pile,
    stamp: i64,
    wiped: i64,
    last: Option<(Query, Hits)>,
}

impl Finders {
    /// The finder of a list, up to date with the store.
    pub fn of(&mut self, list: List, db: &Base) -> Result<&mut Finder, Error> {
        let slot = &mut self.found[list.place()];
        let fresh = source::refresh(slot.take().unwrap_or_default(), list, db)?;
        Ok(slot.insert(fresh))
    }

    /// The records of a module that match; none when nothing was typed.
    pub fn found(&mut self, module: Module, typed: &str, db: &Base) -> Result<Option<Rows<'_>>, Error> {
        if Query::new(typed).is_none() {
            return Ok(None);
        }
        Ok(self.of(List::Records(module), db)?.rows(typed, &[]))
    }

    /// Bytes in memory.
    pub fn size(&self) -> usize {
        self.found.iter().flatten().map(|finder| finder.pile.size()).sum()
    }
}

impl Finder {
    /// The rows that match, best first; none when nothing was typed. What the words mean besides depends on them alone: the
    /// same text always comes with the same meaning.
    pub fn rows(&mut self, typed: &str, meant: &[(String, String)]) -> Option<Rows<'_>> {
        let query = Query::meaning(typed, meant)?;
        let again = self.last.as_ref().is_some_and(|(last, _)| last.text == query.text);
        if !again {
            let among = self.last.as_ref().filter(|(last, _)| query.narrows(last));
            let hits = search(&self.pile, &query, among.map(|(_, hits)| &hits.places[..hits.exact]));
            self.last = Some((query, hits));
        }
        let (_, hits) = self.last.as_ref()?;
        Some(Rows { pile: &self.pile, hits })
    }
}

/// The answer of a [`Finder`].
pub(super) struct Rows<'a> {
    pile: &'a Pile,
    hits: &'a Hits,
}

impl Rows<'_> {
    /// How many rows match.
    pub fn total(&self) -> usize {
        self.hits.places.len()
    }

    /// The rows, best first.
    pub fn seqs(&self) -> impl Iterator<Item = u32> {
        self.hits.places.iter().map(|at| self.pile.seq(*at))
    }

    /// The rows of a window, best first.
    pub fn window(&self, offset: usize, limit: usize) -> Vec<u32> {
        let places = super::span::Span::of(&self.hits.places, offset, limit);
        places.iter().map(|at| self.pile.seq(*at)).collect()
    }

    /// Where a row stands among the hits.
    pub fn place_of(&self, seq: u32) -> Option<usize> {
        self.seqs().position(|other| other == seq)
    }

    /// All rows, in no order.
    pub fn all(&self) -> RowSet {
        let mut all = RowSet::default();
        self.seqs().for_each(|seq| all.insert(seq));
        all
    }
}

/// A set of rows of the store: a bit for each.
#[derive(Debug, Default)]
pub(super) struct RowSet(Vec<u64>);

impl RowSet {
    fn insert(&mut self, seq: u32) {
        let word = seq as usize / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (seq % 64);
    }

    /// Whether a row is in it.
    pub fn contains(&self, seq: u32) -> bool {
        self.0.get(seq as usize / 64).is_some_and(|word| word >> (seq % 64) & 1 == 1)
    }
}

/// Those rows of a short list that match a text that is not empty.
pub(super) fn matching(list: &[(u32, String)], typed: &str, meant: &[(String, String)]) -> RowSet {
    let mut pile = Pile::default();
    for (seq, haystack) in list {
        pile.push(*seq, haystack);
    }
    let hits = Query::meaning(typed, meant).map(|query| search(&pile, &query, None)).unwrap_or_default();
    Rows { pile: &pile, hits: &hits }.all()
}
