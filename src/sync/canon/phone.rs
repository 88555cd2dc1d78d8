//! Telephones: free text on both sides (sheet `bigin.md` §9, trap 14).

/// The digits, with a plus before them when the text has one before its first digit (`00` means plus as well).
pub(super) fn form(text: &str) -> String {
    let before = text.find(|mark: char| mark.is_ascii_digit()).map_or("", |at| &text[..at]);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("00") {
        _ if before.contains('+') => format!("+{digits}"),
        // "00" alone, or before another zero, is no country.
        Some(rest) if !rest.is_empty() && !rest.starts_with('0') => format!("+{rest}"),
        _ => digits,
    }
}
