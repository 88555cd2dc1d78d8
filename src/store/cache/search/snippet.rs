//! The words around a hit.

use super::query::Words;

/// How many characters stand before the hit, and how many in all.
const BEFORE: usize = 24;
const LENGTH: usize = 96;

/// A line of at most about a hundred characters around the first typed word, with `…` where the text goes on.
pub(super) fn snippet(text: &str, words: &Words) -> String {
    let hit = word_starts(text).find(|(_, word)| words.meet(word)).map_or(0, |(at, _)| at);
    let start = text[..hit].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    // Begin with a whole word where there is one.
    let start = match text[start..hit].find(' ') {
        Some(blank) if start > 0 => start + blank + 1,
        _ => start,
    };
    let end = text[start..].char_indices().nth(LENGTH).map_or(text.len(), |(at, _)| start + at);
    let before = if start > 0 { "…" } else { "" };
    let after = if end < text.len() { "…" } else { "" };
    format!("{before}{}{after}", text[start..end].trim())
}

fn word_starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_words_around_the_hit() {
        let text = format!("{} a conexão caiu de novo {}", "bom dia ".repeat(20), "desde ontem ".repeat(20));
        let snippet = snippet(&text, &Words::new("conexao").unwrap());
        assert!(
            snippet.starts_with('…') && snippet.contains("dia  a conexão caiu") && snippet.ends_with('…'),
            "{snippet}"
        );
        assert!(snippet.chars().count() <= LENGTH + 2);
    }
}
