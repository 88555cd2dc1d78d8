//! What a searched value asks for: exact unless it ends in `*`; commas are "or"; `${empty}` and `${notempty}`
//! ask for absence and presence (sheet §11).

use crate::sandbox::desk::answer::Refusal;
use crate::sandbox::desk::query::{Query, split};
use crate::sandbox::world::words;

/// The fewest characters of a searched text.
const SHORTEST: usize = 3;

/// A searched value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// `${empty}`.
    Empty,
    /// `${notempty}`.
    NotEmpty,
    /// One of these.
    Any(Vec<One>),
}

/// One alternative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct One {
    text: String,
    begins: bool,
    ends: bool,
}

impl One {
    fn of(text: &str) -> Self {
        let (text, ends) = text.strip_prefix('*').map_or((text, false), |rest| (rest, true));
        let (text, begins) = text.strip_suffix('*').map_or((text, false), |rest| (rest, true));
        Self { text: text.to_lowercase(), begins, ends }
    }
}

impl Pattern {
    /// A value from a fixed list (status, channel, a custom field): no shortest length.
    pub fn of_word(value: &str) -> Self {
        match value {
            "${empty}" => Self::Empty,
            "${notempty}" => Self::NotEmpty,
            _ => Self::Any(split(value).into_iter().map(One::of).collect()),
        }
    }

    /// A parameter from a fixed list, `None` when it is not there.
    pub fn word(query: &Query, name: &str) -> Option<Self> {
        query.text(name).map(Self::of_word)
    }

    /// A text parameter: at least three characters. Commas are "or", as Zoho says of every search, and what has a comma in
    /// itself is found as well. An empty one is too short: a client that looks for nobody must not find everybody.
    pub fn text(query: &Query, name: &str) -> Result<Option<Self>, Refusal> {
        let Some(value) = query.given(name) else { return Ok(None) };
        if matches!(value, "${empty}" | "${notempty}") {
            return Ok(Some(Self::of_word(value)));
        }
        let one = One::of(value.trim());
        if one.text.chars().count() < SHORTEST {
            let message = format!(
                "The length of the value passed for the field '{name}' is less than the specified minimum length of '{SHORTEST}'."
            );
            return Err(Refusal::unprocessable(message));
        }
        let parts =
            split(value).into_iter().map(One::of).filter(|part| !part.text.is_empty() && *part != one);
        Ok(Some(Self::Any(parts.chain([one.clone()]).collect())))
    }

    /// Whether a field is exactly this; with `*`, whether it or one of its words begins so.
    pub fn equals(&self, field: Option<&str>) -> bool {
        self.test(field, |one, field| {
            let lower = field.to_lowercase();
            lower == one.text
                || (one.begins
                    && (lower.starts_with(&one.text)
                        || words::split(field).any(|word| word.starts_with(&one.text))))
        })
    }

    /// Whether a field's words contain the words of this one, in any order; with `*`, the last need only begin.
    pub fn contains(&self, field: Option<&str>) -> bool {
        self.test(field, |one, field| has_words(field, one))
    }

    /// Whether a phone number is this one, by its digits; `*` may stand on both sides.
    pub fn dials(&self, field: Option<&str>) -> bool {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        self.test(field, |one, field| {
            let (field, wanted) = (digits(field), digits(&one.text));
            match (one.ends, one.begins) {
                _ if wanted.is_empty() => false,
                (true, true) => field.contains(&wanted),
                (true, false) => field.ends_with(&wanted),
                (false, true) => field.starts_with(&wanted),
                (false, false) => field == wanted,
            }
        })
    }

    /// The text, for a look into the word index; `None` when the pattern is not one text. The flag says whether
    /// its last word may go on.
    pub fn words(&self) -> Option<(&str, bool)> {
        match self {
            Self::Any(ones) => match &ones[..] {
                [one] => Some((&one.text, one.begins)),
                _ => None,
            },
            Self::Empty | Self::NotEmpty => None,
        }
    }

    fn test(&self, field: Option<&str>, holds: impl Fn(&One, &str) -> bool) -> bool {
        let field = field.filter(|field| !field.is_empty());
        match self {
            Self::Empty => field.is_none(),
            Self::NotEmpty => field.is_some(),
            Self::Any(ones) => field.is_some_and(|field| ones.iter().any(|one| holds(one, field))),
        }
    }
}

fn has_words(field: &str, one: &One) -> bool {
    let there: Vec<String> = words::split(field).collect();
    let wanted: Vec<String> = words::split(&one.text).collect();
    let last = wanted.len().saturating_sub(1);
    !wanted.is_empty()
        && wanted.iter().enumerate().all(|(n, want)| {
            there
                .iter()
                .any(|word| word == want || (one.begins && n == last && word.starts_with(want.as_str())))
        })
}

/// Whether a pattern that may be absent holds.
pub fn holds(pattern: Option<&Pattern>, test: impl FnOnce(&Pattern) -> bool) -> bool {
    pattern.is_none_or(test)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(name: &str, value: &str) -> Query {
        Query::from_pairs([(name.to_owned(), value.to_owned())])
    }

    #[test]
    fn exact_unless_a_star_ends_it() {
        let exact = Pattern::of_word("Silva");
        assert!(exact.equals(Some("silva")));
        assert!(!exact.equals(Some("Silva e Souza")));
        assert!(Pattern::of_word("Sil*").equals(Some("Ana Silva")));
        assert!(!Pattern::of_word("S?lva").equals(Some("Silva")));
    }

    #[test]
    fn a_subject_is_searched_by_its_words() {
        let pattern = Pattern::text(&query("subject", "refund*"), "subject").unwrap().unwrap();
        assert!(pattern.contains(Some("About my refunds")));
        let whole = Pattern::text(&query("subject", "refund"), "subject").unwrap().unwrap();
        assert!(!whole.contains(Some("About my refunds")));
        assert!(whole.contains(Some("Refund, please")));
    }

    #[test]
    fn two_characters_are_too_few() {
        let refusal = Pattern::text(&query("subject", "ab*"), "subject").unwrap_err();
        assert!(refusal.message.ends_with("is less than the specified minimum length of '3'."));
    }

    #[test]
    fn absence_and_presence_can_be_asked_for() {
        assert!(Pattern::of_word("${empty}").equals(None));
        assert!(Pattern::of_word("${notempty}").equals(Some("x")));
        assert!(!Pattern::of_word("${notempty}").equals(Some("")));
    }

    #[test]
    fn phones_are_compared_by_their_digits() {
        assert!(Pattern::of_word("+55 11 91234-5678").dials(Some("5511912345678")));
        assert!(Pattern::of_word("*5678").dials(Some("(11) 91234-5678")));
        assert!(!Pattern::of_word("*").dials(Some("1")));
    }
}
