//! One field here, several there: `first + last`. The core knows the whole as one text; at the border it is put together
//! from its parts, and taken apart when it is written.

/// The names of a field's parts: one, or several with a plus between.
pub fn names(name: &str) -> impl Iterator<Item = &str> {
    name.split('+').map(str::trim).filter(|part| !part.is_empty())
}

/// The whole of some parts; empty ones leave no trace.
pub fn join<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut whole = String::new();
    for word in parts.into_iter().flat_map(str::split_whitespace) {
        if !whole.is_empty() {
            whole.push(' ');
        }
        whole.push_str(word);
    }
    whole
}

/// A whole as so many parts: the last word is the last part, so that a surname is there even when nothing else is; what
/// is left over goes to the first. Joined again it is the same whole, blanks between words aside.
pub fn split(whole: &str, parts: usize) -> Vec<String> {
    let words: Vec<&str> = whole.split_whitespace().collect();
    let mut split = vec![String::new(); parts];
    let spare = words.len().saturating_sub(parts.saturating_sub(1)).max(usize::from(words.len() >= parts));
    let (first, rest) = words.split_at(spare.min(words.len()));
    // Fewer words than parts fill them from the end.
    for (part, word) in split.iter_mut().rev().zip(rest.iter().rev()) {
        (*word).clone_into(part);
    }
    if let Some(part) = split.first_mut()
        && !first.is_empty()
    {
        *part = first.join(" ");
    }
    split
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_taken_apart_at_the_last_word() {
        assert_eq!(split("Ana Maria Souza", 2), ["Ana Maria", "Souza"]);
        assert_eq!(split("Souza", 2), ["", "Souza"]);
        assert_eq!(split("", 2), ["", ""]);
        assert_eq!(split("a b c d", 3), ["a b", "c", "d"]);
        assert_eq!(split("b c", 3), ["", "b", "c"]);
        assert_eq!(split(" one  two ", 1), ["one two"]);
        assert_eq!(names("firstName + lastName").collect::<Vec<_>>(), ["firstName", "lastName"]);
        assert_eq!(join(["Ana Maria", "", " Souza "]), "Ana Maria Souza");
    }

    proptest! {
        /// Whatever the border takes apart, it puts together again: what was written is no change.
        #[test]
        fn a_whole_comes_back(whole in "[ a-cã]{0,16}", parts in 1_usize..5) {
            let split = split(&whole, parts);
            prop_assert_eq!(split.len(), parts);
            prop_assert_eq!(join(split.iter().map(String::as_str)), join([whole.as_str()]));
        }

        /// Parts that were joined and taken apart join to the same whole: it is the whole that is compared.
        #[test]
        fn parts_keep_their_whole(parts in prop::collection::vec("[ ab]{0,6}", 1..5)) {
            let whole = join(parts.iter().map(String::as_str));
            let again = split(&whole, parts.len());
            prop_assert_eq!(join(again.iter().map(String::as_str)), whole);
        }
    }
}
