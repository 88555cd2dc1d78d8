//! Filter-as-you-type: all names of a list folded in memory, searched on every key. Built from the store on the first
//! search, patched when rows changed, whoever changed them. Rows themselves stay in the store.

pub(super) mod fold;
mod pile;
mod query;
mod search;
mod source;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

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
        Ok(self.of(List::Records(module), db)?.rows(typed))
    }

    /// Bytes in memory.
    pub fn size(&self) -> usize {
        self.found.iter().flatten().map(|finder| finder.pile.size()).sum()
    }
}

impl Finder {
    /// The rows that match, best first; none when nothing was typed.
    pub fn rows(&mut self, typed: &str) -> Option<Rows<'_>> {
        let query = Query::new(typed)?;
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

    /// The rows of a window, best first.
    pub fn window(&self, offset: usize, limit: usize) -> Vec<u32> {
        let places = super::span::Span::of(&self.hits.places, offset, limit);
        places.iter().map(|at| self.pile.seq(*at)).collect()
    }

    /// Where a row stands among the hits.
    pub fn place_of(&self, seq: u32) -> Option<usize> {
        self.hits.places.iter().position(|at| self.pile.seq(*at) == seq)
    }

    /// All rows, in no order.
    pub fn all(&self) -> HashSet<u32> {
        self.hits.places.iter().map(|at| self.pile.seq(*at)).collect()
    }
}

/// Those rows of a short list that match; all of them when nothing was typed.
pub(super) fn matching(list: &[(u32, String)], typed: &str) -> HashSet<u32> {
    let Some(query) = Query::new(typed) else { return list.iter().map(|(seq, _)| *seq).collect() };
    let mut pile = Pile::default();
    for (seq, haystack) in list {
        pile.push(*seq, haystack);
    }
    let hits = search(&pile, &query, None);
    Rows { pile: &pile, hits: &hits }.all()
}
