//! E-mail addresses. Both services compare them without regard to case (sheet `bigin.md` §4.3).

/// Trimmed and in small letters.
pub(super) fn form(text: &str) -> String {
    text.trim().to_lowercase()
}
