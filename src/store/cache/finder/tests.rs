use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{fold::fold, pile::Pile, query::Query, search::search};
use crate::{
    model::{Contact, ContactId, Module, RecordId},
    store::cache::{
        Cache,
        samples::{at, cache, contact},
    },
};

fn find(cache: &Cache, text: &str) -> Vec<String> {
    let rows = cache.record_rows(Module::Contacts, text, 0, 200, at(0)).unwrap().rows;
    rows.into_iter().map(|row| row.name).collect()
}

fn people() -> Vec<Contact> {
    let mut all = vec![
        contact("1", "João", "Pereira"),
        contact("2", "Marina", "Souza"),
        contact("3", "Ana", "Joana Lima"),
        contact("4", "Beatriz", "Conceição"),
        contact("5", "Carlos", "Majoão"),
    ];
    all[3].email = Some("bia@joalheria.example".into());
    all[1].phone = Some("+55 (11) 98765-4321".into());
    all
}

#[test]
fn accents_and_case_do_not_matter() {
    let (_dir, cache) = cache();
    cache.put_contacts(&people()).unwrap();
    assert_eq!(find(&cache, "joao"), ["João Pereira", "Carlos Majoão"]);
    assert_eq!(find(&cache, "JOÃO P"), ["João Pereira"]);
    assert_eq!(find(&cache, "conceicao"), ["Beatriz Conceição"]);
}

#[test]
fn the_beginning_of_a_name_comes_first() {
    let (_dir, cache) = cache();
    cache.put_contacts(&people()).unwrap();
    // Name, word of the name, word elsewhere, inside of a word.
    assert_eq!(find(&cache, "joa"), ["João Pereira", "Ana Joana Lima", "Beatriz Conceição", "Carlos Majoão"]);
}

#[test]
fn all_words_must_match_and_numbers_match_as_digits() {
    let (_dir, cache) = cache();
    cache.put_contacts(&people()).unwrap();
    assert_eq!(find(&cache, "souza marina"), ["Marina Souza"]);
    assert_eq!(find(&cache, "marina pereira"), Vec::<String>::new());
    for typed in ["98765-4321", "987654321", "marina 98765", "5511"] {
        assert_eq!(find(&cache, typed), ["Marina Souza"], "{typed}");
    }
}

#[test]
fn letters_left_out_still_find() {
    let (_dir, cache) = cache();
    cache.put_contacts(&people()).unwrap();
    assert_eq!(find(&cache, "mrna"), ["Marina Souza"]);
    assert_eq!(find(&cache, "prra joao"), ["João Pereira"]);
    assert!(find(&cache, "xqz").is_empty());
}

#[test]
fn what_changes_is_found_at_once() {
    let (_dir, cache) = cache();
    cache.put_contacts(&people()).unwrap();
    let reader = cache.reader().unwrap();
    assert_eq!(find(&reader, "marina"), ["Marina Souza"]);
    cache.put_contacts(&[contact("2", "Mariana", "Silva"), contact("6", "Marina", "Nova")]).unwrap();
    assert_eq!(find(&reader, "marina"), ["Marina Nova", "Mariana Silva"], "the second one fuzzily");
    assert_eq!(find(&reader, "mari"), ["Mariana Silva", "Marina Nova"]);
    let nova = RecordId::Contact(ContactId::new("6"));
    assert_eq!(reader.place_of(&nova, "mari").unwrap(), Some(1));
    cache.delete_records(std::slice::from_ref(&nova)).unwrap();
    assert_eq!(find(&reader, "mari"), ["Mariana Silva"]);
    assert_eq!(reader.place_of(&nova, "mari").unwrap(), None);
}

fn naive(texts: &[String], typed: &str) -> BTreeSet<u32> {
    let typed = fold(typed);
    let holds = |text: &String| typed.split(' ').all(|word| text.contains(word));
    (0..).zip(texts).filter(|(_, text)| holds(text)).map(|(at, _)| at).collect()
}

proptest! {
    /// What contains the words as typed is found, all of it and before anything else, also when a text was typed letter
    /// by letter.
    #[test]
    fn the_finder_finds_what_a_plain_search_finds(
        names in proptest::collection::vec("[abãç]{1,4}( [abãç]{1,4})?", 0..60),
        typed in "[abãç]{1,3}( [abc]{1,2})?",
    ) {
        let texts: Vec<String> = names.iter().map(|name| fold(name)).collect();
        let mut pile = Pile::default();
        for (seq, text) in (0..).zip(&texts) {
            pile.push(seq, text);
        }
        pile.settle();
        let mut last: Option<(Query, Vec<u32>)> = None;
        for (end, c) in typed.char_indices() {
            let part = &typed[..end + c.len_utf8()];
            let Some(query) = Query::new(part) else { continue };
            let among = last.as_ref().filter(|(old, _)| query.narrows(old)).map(|(_, exact)| exact.as_slice());
            let hits = search(&pile, &query, among);
            let exact: BTreeSet<u32> = hits.places[..hits.exact].iter().map(|at| pile.seq(*at)).collect();
            prop_assert_eq!(&exact, &naive(&texts, part), "{}", part);
            prop_assert_eq!(exact.len(), hits.exact, "each once");
            let all: BTreeSet<u32> = hits.places.iter().copied().collect();
            prop_assert_eq!(all.len(), hits.places.len(), "each once, the fuzzy ones too");
            last = Some((query, hits.places[..hits.exact].to_vec()));
        }
    }
}
