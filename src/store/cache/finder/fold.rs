//! The form of a text in which people look for it: lower case, no accents, nothing invisible, single blanks.

use nucleo_matcher::chars::normalize;

/// Folds a text: `João  da Conceição` → `joao da conceicao`. Scripts without Latin letters keep their letters. Control
/// characters count as blanks, zero-width and direction marks as nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded text.
pub(in super::super) fn fold_into(text: &str, folded: &mut String) {
    let start = folded.len();
    for c in text.chars() {
        if c.is_ascii() {
            push(folded, start, c.to_ascii_lowercase());
        } else if let Some(spelled) = spelled(c) {
            spelled.chars().for_each(|c| push(folded, start, c));
        } else if !unseen(c) {
            for lower in c.to_lowercase().filter(|c| !unseen(*c)) {
                push(folded, start, normalize(lower).to_ascii_lowercase());
            }
        }
    }
    if folded.len() > start && folded.ends_with(' ') {
        folded.pop();
    }
}

fn push(folded: &mut String, start: usize, c: char) {
    if !c.is_whitespace() && !c.is_control() {
        folded.push(c);
    } else if folded.len() > start && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Letters that people without them write as two, or that no table of accents knows.
fn spelled(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        '\u{2018}' | '\u{2019}' => "'",
        '\u{2010}'..='\u{2015}' => "-",
        _ => return None,
    })
}

/// Combining accents, zero-width characters, direction marks, soft hyphens.
fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{300}'..='\u{36f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn people_find_what_they_can_type() {
        for (text, folded) in [
            ("João  da\tConceição ", "joao da conceicao"),
            ("JOA\u{303}O", "joao"),
            ("Straße Łódź Ærø", "strasse lodz aero"),
            ("İstanbul", "istanbul"),
            ("a\u{200b}b\u{202e}c\u{7}d", "abc d"),
            ("株式会社 Ωmega", "株式会社 ωmega"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
