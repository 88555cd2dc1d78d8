//! What was typed, made ready to be looked for.

use memchr::memmem::Finder;

use super::fold::fold;

/// The typed text: words that must all match.
#[derive(Clone, Debug)]
pub(super) struct Query {
    /// The folded text: what narrowing compares, and what the beginning of a name is compared with.
    pub text: String,
    pub words: Vec<Word>,
    /// The letters that any hit must have: see [`letters`].
    pub letters: u64,
}

/// One typed word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub text: String,
    finder: Finder<'static>,
    /// The bit of its first letter: without it among the [`initials`] of a text, no word of that text begins so.
    pub initial: u64,
    /// Whether it is one letter or digit, so that its bit says all about it.
    pub is_letter: bool,
    /// For what looks like part of a telephone number: its digits, looked for in numbers that are kept as digits.
    digits: Option<Finder<'static>>,
    /// Values that the word means besides: see [`value`].
    means: Vec<Finder<'static>>,
}

impl Query {
    /// None when nothing was typed: then everything matches.
    pub fn new(typed: &str) -> Option<Self> {
        Self::meaning(typed, &[])
    }

    /// The same, where words mean values besides: pairs of a folded word and a value in its plain form.
    pub fn meaning(typed: &str, meant: &[(String, String)]) -> Option<Self> {
        let text = fold(typed);
        let words = text.split(' ').filter(|word| !word.is_empty());
        let words: Vec<Word> = words.map(|word| Word::new(word, meant)).collect();
        let literal = |word: &&Word| word.digits.is_none() && word.means.is_empty();
        let letters = words.iter().filter(literal).fold(0, |all, word| all | letters(&word.text));
        (!words.is_empty()).then_some(Self { text, words, letters })
    }

    /// Whether whatever contains these words contains those of `last` as well.
    pub fn narrows(&self, last: &Self) -> bool {
        // Digits of a number match otherwise than the number as typed: `123-` does not find what `123-4` finds.
        self.text.starts_with(&last.text) && self.words.iter().all(|word| word.digits.is_none())
    }
}

impl Word {
    fn new(text: &str, meant: &[(String, String)]) -> Self {
        let means = meant.iter().filter(|(word, _)| word == text);
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let is_number = digits.len() >= 4
            && text.chars().all(|c| matches!(c, '0'..='9' | '+' | '-' | '.' | '/' | '(' | ')'));
        Self {
            text: text.to_owned(),
            initial: text.bytes().next().map_or(0, bit),
            is_letter: matches!(text.as_bytes(), [b'a'..=b'z' | b'0'..=b'9']),
            finder: Finder::new(text).into_owned(),
            means: means.map(|(_, plain)| Finder::new(&value(plain)).into_owned()).collect(),
            digits: (is_number && digits != text).then(|| Finder::new(&digits).into_owned()),
        }
    }

    /// Where the word stands as it was typed.
    pub fn places<'a>(&'a self, haystack: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
        // A single byte is found several times faster without the search for strings.
        let (one, more) = match self.text.as_bytes() {
            [byte] => (Some(memchr::memchr_iter(*byte, haystack)), None),
            _ => (None, Some(self.finder.find_iter(haystack))),
        };
        one.into_iter().flatten().chain(more.into_iter().flatten())
    }

    /// Whether the word means a value that stands there.
    pub fn is_meant_in(&self, haystack: &[u8]) -> bool {
        self.means.iter().any(|value| value.find(haystack).is_some())
    }

    /// Whether the word can stand there only in its own letters.
    pub fn is_literal(&self) -> bool {
        self.means.is_empty()
    }

    /// Whether the word is part of a telephone number that stands there as digits.
    pub fn is_number_in(&self, haystack: &[u8]) -> bool {
        self.digits.as_ref().is_some_and(|digits| digits.find(haystack).is_some())
    }
}

/// A value in its plain form, as it stands in a haystack: no folded text has such marks around it.
pub(super) fn value(plain: &str) -> String {
    format!("\u{1}{plain}\u{1}")
}

/// One bit for each letter and digit that occurs, and shared bits for all else: a word can stand only in a haystack that
/// has all of its bits, which is far cheaper to ask than to search.
pub(super) fn letters(text: &str) -> u64 {
    text.bytes().fold(0, |bits, byte| bits | bit(byte))
}

/// The bits of the letters with which a word begins: see [`begins`].
pub(super) fn initials(text: &str) -> u64 {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(|at| begins(bytes, *at)).fold(0, |bits, at| bits | bit(bytes[at]))
}

/// Whether a word begins there. Scripts that write without blanks have one beginning a run.
pub(super) fn begins(bytes: &[u8], at: usize) -> bool {
    at == 0 || bytes[at - 1].is_ascii() && !bytes[at - 1].is_ascii_alphanumeric()
}

fn bit(byte: u8) -> u64 {
    1 << match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        _ => 36 + byte % 28,
    }
}
