//! Looking for a query in a pile.

use std::cmp::Reverse;

use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{
    pile::Pile,
    query::{Query, Word, begins},
};

/// Places in the pile, best first, and how many of them contain the words as typed (the rest are fuzzy).
#[derive(Clone, Debug, Default)]
pub(super) struct Hits {
    pub places: Vec<u32>,
    pub exact: usize,
}

/// With at least this many hits that contain the words as typed, nobody misses the fuzzy ones.
const ENOUGH: usize = 8;

/// So many of the tightest fuzzy hits are put in order by their score.
const SCORED: usize = 500;

/// Shorter words are no basis for a fuzzy search.
const SHORTEST: usize = 3;

/// Finds the haystacks that contain all words (the beginning of the name first, then beginnings of words in it,
/// beginnings of other words, anything; by name within each), then, when these are few, those that match fuzzily.
/// `among`: the exact hits of a text that this one extends; only they can still contain the words.
pub(super) fn search(pile: &Pile, query: &Query, among: Option<&[u32]>) -> Hits {
    let mut ranks: [Vec<u32>; 4] = Default::default();
    let mut try_one = |at: u32| {
        if pile.letters(at) & query.letters == query.letters
            && let Some(rank) = rank(pile, at, query)
        {
            ranks[rank].push(at);
        }
    };
    match among {
        Some(places) => {
            let mut places = places.to_vec();
            places.sort_unstable();
            places.into_iter().for_each(&mut try_one);
        }
        None => (0..pile.len()).filter_map(|at| u32::try_from(at).ok()).for_each(&mut try_one),
    }
    let mut places = ranks.concat();
    let exact = places.len();
    if exact < ENOUGH {
        let mut fuzzy = fuzzy(pile, query);
        fuzzy.retain(|at| !places.contains(at));
        places.extend(fuzzy);
    }
    Hits { places, exact }
}

fn rank(pile: &Pile, at: u32, query: &Query) -> Option<usize> {
    let (haystack, initials) = (pile.haystack(at), pile.initials(at));
    if query.words.first().is_some_and(|word| initials & word.initial != 0)
        && haystack.starts_with(&query.text)
    {
        return Some(0);
    }
    query.words.iter().try_fold(1, |worst, word| Some(worst.max(word_rank(haystack, initials, word)?)))
}

/// None: not there. 1: begins a word of the name. 2: begins another word. 3: stands within words only.
fn word_rank(haystack: &str, initials: u64, word: &Word) -> Option<usize> {
    let bytes = haystack.as_bytes();
    let begins_one = initials & word.initial != 0;
    if word.is_letter && !begins_one && word.is_literal() {
        // The query's letters are all there, or the haystack would not be looked at.
        return Some(3);
    }
    let mut rank = None;
    for at in word.places(bytes) {
        if begins_one && begins(bytes, at) {
            let in_name = memchr::memchr(b'\n', &bytes[..at]).is_none();
            return Some(if in_name { 1 } else { 2 });
        }
        rank = Some(3);
        if !begins_one {
            break;
        }
    }
    rank.or_else(|| (word.is_meant_in(bytes) || word.is_number_in(bytes)).then_some(3))
}

/// Every word stands in one field with its letters in order, beginning at the start of a word; the tightest first, and of these the best scores.
fn fuzzy(pile: &Pile, query: &Query) -> Vec<u32> {
    if query.words.iter().any(|word| word.text.len() < SHORTEST) {
        return Vec::new();
    }
    let initials = query.words.iter().fold(0, |all, word| all | word.initial);
    let mut fitting: Vec<(usize, u32)> = (0..pile.len())
        .filter_map(|at| u32::try_from(at).ok())
        .filter(|at| pile.letters(*at) & query.letters == query.letters)
        .filter(|at| pile.initials(*at) & initials == initials)
        .filter_map(|at| spread(pile.haystack(at), query).map(|spread| (spread, at)))
        .collect();
    fitting.sort_unstable();
    let mut matcher = matcher();
    let best = &mut fitting[..];
    let scored = best.len().min(SCORED);
    best[..scored].sort_by_cached_key(|(_, at)| Reverse(score(pile.haystack(*at), query, &mut matcher)));
    fitting.into_iter().map(|(_, at)| at).collect()
}

/// Over how many bytes the words are spread, each in one field; none when one of them does not fit.
fn spread(haystack: &str, query: &Query) -> Option<usize> {
    query
        .words
        .iter()
        .try_fold(0, |total, word| Some(total + fit(haystack.as_bytes(), word.text.as_bytes())?))
}

/// How well the words match, by the rules of nucleo: each in the field where it does so best.
fn score(haystack: &str, query: &Query, matcher: &mut Matcher) -> u32 {
    let (mut hay, mut needle) = (Vec::new(), Vec::new());
    let mut best = |word: &Word| {
        let fields = haystack.split('\n');
        let scores = fields.filter_map(|field| {
            matcher.fuzzy_match(Utf32Str::new(field, &mut hay), Utf32Str::new(&word.text, &mut needle))
        });
        scores.max().map_or(0, u32::from)
    };
    query.words.iter().map(&mut best).sum()
}

/// The fewest bytes in which the word occurs with its bytes in order, in one field and from the beginning of a word; none
/// when that is more than three times its length, since letters scattered over a line match nearly anything.
fn fit(haystack: &[u8], word: &[u8]) -> Option<usize> {
    let (first, others) = word.split_first()?;
    let starts = memchr::memchr_iter(*first, haystack).filter(|start| begins(haystack, *start));
    let spreads = starts.filter_map(|start| {
        let end = haystack.len().min(start + word.len() * 3);
        let mut left = others.iter();
        let mut next = left.next();
        let mut used = 1;
        for byte in haystack[start + 1..end].iter().take_while(|byte| **byte != b'\n') {
            if next.is_none() {
                break;
            }
            used += 1;
            if Some(byte) == next {
                next = left.next();
            }
        }
        next.is_none().then_some(used)
    });
    spreads.min()
}

fn matcher() -> Matcher {
    let mut config = Config::DEFAULT;
    // Both sides are folded already.
    config.normalize = false;
    config.ignore_case = false;
    Matcher::new(config)
}
