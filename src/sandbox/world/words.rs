//! The word index: which records contain a word, and which a word that begins so.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;

use super::id::Id;

/// Word (lower case, as split by [`split`]) → ids, ascending.
#[derive(Debug, Default)]
pub struct Words {
    map: BTreeMap<Box<str>, Vec<Id>>,
}

/// The words of many records at once. Half a million words are found much faster here than in the tree.
#[derive(Debug, Default)]
pub struct Gathered(HashMap<Box<str>, Vec<Id>>);

impl Gathered {
    /// Notes the words of a text of a record.
    pub fn add(&mut self, id: Id, text: &str) {
        for word in split(text) {
            if let Some(ids) = self.0.get_mut(word.as_str()) {
                ids.push(id);
            } else {
                self.0.insert(word.into_boxed_str(), vec![id]);
            }
        }
    }
}

impl From<Gathered> for Words {
    fn from(gathered: Gathered) -> Self {
        let sorted = gathered.0.into_iter().map(|(word, mut ids)| {
            ids.sort_unstable();
            ids.dedup();
            ids.shrink_to_fit();
            (word, ids)
        });
        Self { map: sorted.collect() }
    }
}

/// The words of a text: lower case, split at everything that is neither letter nor digit. `joao@acme.com` is
/// three words, as in Zoho's search, where `equals` finds "Nango Unlink Test Product" for "Nango Test Product".
pub fn split(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

impl Words {
    /// Notes the words of a text of a record.
    pub fn add(&mut self, id: Id, text: &str) {
        for word in split(text) {
            let ids = self.map.entry(word.into_boxed_str()).or_default();
            if let Err(at) = ids.binary_search(&id) {
                ids.insert(at, id);
            }
        }
    }

    /// Forgets the words of a text of a record.
    pub fn remove(&mut self, id: Id, text: &str) {
        for word in split(text) {
            let Some(ids) = self.map.get_mut(word.as_str()) else { continue };
            if let Ok(at) = ids.binary_search(&id) {
                ids.remove(at);
            }
            if ids.is_empty() {
                self.map.remove(word.as_str());
            }
        }
    }

    /// The records with exactly this word (lower case), ascending by id.
    pub fn exact(&self, word: &str) -> &[Id] {
        self.map.get(word).map_or(&[], Vec::as_slice)
    }

    /// The records with a word that begins with this (lower case), ascending by id, each once.
    pub fn beginning(&self, start: &str) -> Vec<Id> {
        let from = (Bound::Included(start), Bound::Unbounded);
        let mut ids: Vec<Id> = self
            .map
            .range::<str, _>(from)
            .take_while(|(word, _)| word.starts_with(start))
            .flat_map(|(_, ids)| ids.iter().copied())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The records that have all the words of a text, ascending by id; `None` for a text without words.
    /// With `last_begins`, the last word only has to begin a word of the record.
    pub fn all_of(&self, text: &str, last_begins: bool) -> Option<Vec<Id>> {
        let words: Vec<String> = split(text).collect();
        let mut found: Option<Vec<Id>> = None;
        for (n, word) in words.iter().enumerate() {
            let ids = if last_begins && n + 1 == words.len() {
                self.beginning(word)
            } else {
                self.exact(word).to_vec()
            };
            found = Some(match found {
                None => ids,
                Some(so_far) => so_far.into_iter().filter(|id| ids.binary_search(id).is_ok()).collect(),
            });
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_by_their_beginning() {
        let mut gathered = Gathered::default();
        gathered.add(Id(2), "Nango Unlink Test Product");
        gathered.add(Id(1), "Nango Test Product");
        let mut words = Words::from(gathered);
        assert_eq!(words.exact("nango"), [Id(1), Id(2)]);
        assert_eq!(words.beginning("unl"), [Id(2)]);
        assert_eq!(words.all_of("nango prod", true), Some(vec![Id(1), Id(2)]));
        assert_eq!(words.all_of("nango prod", false), Some(vec![]));
        words.remove(Id(2), "Nango Unlink Test Product");
        assert_eq!(words.exact("unlink"), []);
        assert_eq!(words.exact("nango"), [Id(1)]);
    }
}
