//! Looking for a query in a pile.

use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{
    pile::Pile,
    query::{Query, Word},
};

/// Places in the pile, best first, and how many of them contain the words as typed (the rest are fuzzy).
#[derive(Clone, Debug, Default)]
pub(super) struct Hits {
    pub places: Vec<u32>,
    pub exact: usize,
}

/// With at least this many hits that contain the words as typed, nobody misses the fuzzy ones.
const ENOUGH: usize = 8;

/// Shorter words are no basis for a fuzzy search.
const SHORTEST: usize = 3;

/// Finds the haystacks that contain all words (the beginning of the name first, then beginnings of words in it,
/// beginnings of other words, anything; by name within each), then, when these are few, those that match fuzzily.
/// `among`: the exact hits of a text that this one extends; only they can still contain the words.
pub(super) fn search(pile: &Pile, query: &Query, among: Option<&[u32]>) -> Hits {
    let mut ranks: [Vec<u32>; 4] = Default::default();
    let mut try_one = |at: u32| {
        if pile.letters(at) & query.letters == query.letters
            && let Some(rank) = rank(pile.haystack(at), query)
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

fn rank(haystack: &str, query: &Query) -> Option<usize> {
    if haystack.starts_with(&query.text) {
        return Some(0);
    }
    let name_end = memchr::memchr(b'\n', haystack.as_bytes()).unwrap_or(haystack.len());
    let mut worst = 1;
    for word in &query.words {
        worst = worst.max(word_rank(haystack, word, name_end)?);
    }
    Some(worst)
}

/// None: not there. 1: begins a word of the name. 2: begins another word. 3: stands within words only.
fn word_rank(haystack: &str, word: &Word, name_end: usize) -> Option<usize> {
    let bytes = haystack.as_bytes();
    let begins = |at: usize| at == 0 || bytes[at - 1].is_ascii() && !bytes[at - 1].is_ascii_alphanumeric();
    let first = word.find(haystack)?;
    let start = if begins(first) {
        Some(first)
    } else {
        word.finder.find_iter(&bytes[first..]).map(|at| first + at).find(|at| begins(*at))
    };
    Some(match start {
        Some(at) if at < name_end => 1,
        Some(_) => 2,
        None => 3,
    })
}

/// Every word stands in one field with its letters in order, beginning at the start of a word; best score first.
fn fuzzy(pile: &Pile, query: &Query) -> Vec<u32> {
    if query.words.iter().any(|word| word.text.len() < SHORTEST) {
        return Vec::new();
    }
    let mut matcher = matcher();
    let mut scored: Vec<(u32, u32)> = (0..pile.len())
        .filter_map(|at| u32::try_from(at).ok())
        .filter(|at| pile.letters(*at) & query.letters == query.letters)
        .filter_map(|at| fuzzy_score(pile.haystack(at), query, &mut matcher).map(|score| (score, at)))
        .collect();
    scored.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.into_iter().map(|(_, at)| at).collect()
}

fn fuzzy_score(haystack: &str, query: &Query, matcher: &mut Matcher) -> Option<u32> {
    if !query.words.iter().all(|word| fits(haystack.as_bytes(), word.text.as_bytes())) {
        return None;
    }
    query.words.iter().try_fold(0, |total, word| {
        let fields = haystack.split('\n').filter(|field| fits(field.as_bytes(), word.text.as_bytes()));
        let best = fields.filter_map(|field| field_score(field, &word.text, matcher)).max()?;
        Some(total + u32::from(best))
    })
}

fn field_score(field: &str, word: &str, matcher: &mut Matcher) -> Option<u16> {
    let (mut hay, mut needle) = (Vec::new(), Vec::new());
    matcher.fuzzy_match(Utf32Str::new(field, &mut hay), Utf32Str::new(word, &mut needle))
}

/// Whether the bytes of the word occur in one field in this order, the first one at the beginning of a word, and all
/// of them close together: letters scattered over a whole line match nearly anything. This is what decides; the score
/// only puts in order what fits.
fn fits(haystack: &[u8], word: &[u8]) -> bool {
    let Some((first, others)) = word.split_first() else { return false };
    memchr::memchr_iter(*first, haystack).any(|start| {
        let begins = start == 0 || !haystack[start - 1].is_ascii_alphanumeric();
        begins && {
            let end = haystack.len().min(start + word.len() * 3);
            let mut left = others.iter();
            let mut next = left.next();
            for byte in haystack[start + 1..end].iter().take_while(|byte| **byte != b'\n') {
                if Some(byte) == next {
                    next = left.next();
                }
            }
            next.is_none()
        }
    })
}

fn matcher() -> Matcher {
    let mut config = Config::DEFAULT;
    // Both sides are folded already.
    config.normalize = false;
    config.ignore_case = false;
    Matcher::new(config)
}
