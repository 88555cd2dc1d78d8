//! Text folded for search and sorting: case and accents do not count.

use nucleo_matcher::chars::{normalize, to_lower_case};

/// The text without case and accents: `João Conceição` → `joao conceicao`, `Straße` → `strasse`. Marks that stand
/// alone after their letter (decomposed spellings, as macOS writes them) fall away too, so both spellings fold alike.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' | ' ' => folded.push(c),
            '\u{300}'..='\u{36f}' => {}
            'ß' | 'ẞ' => folded.push_str("ss"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            'ł' | 'Ł' => folded.push('l'),
            'đ' | 'Đ' => folded.push('d'),
            _ => folded.push(normalize(to_lower_case(normalize(c)))),
        }
    }
    folded
}

/// Whether the text holds the part, both folded.
pub fn contains_folded(text: &str, part: &str) -> bool {
    fold(text).contains(&fold(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_count() {
        assert_eq!(fold("João Conceição ÀÉÎÕÜ Ñ"), "joao conceicao aeiou n");
        assert_eq!(fold("Joa\u{303}o"), "joao");
        assert_eq!(fold("Ærø Straße Łódź Øre"), "aero strasse lodz ore");
        assert_eq!(fold("ПРИВЕТ 東京"), "привет 東京");
    }

    #[test]
    fn finds_parts() {
        assert!(contains_folded("Clínica Sol", "CLINICA"));
        assert!(contains_folded("anything", ""));
        assert!(!contains_folded("Clínica Sol", "lua"));
    }
}
