//! Free text.

/// Without blanks at the ends, every line end as `\n`.
pub(super) fn form(text: &str) -> String {
    marks(text).collect()
}

/// Whether two texts have the same form, without building it.
pub(super) fn same(a: &str, b: &str) -> bool {
    marks(a).eq(marks(b))
}

/// The characters that count. A carriage return counts only where it stands alone, as a line end.
fn marks(text: &str) -> impl Iterator<Item = char> {
    let mut left = text.trim().chars().peekable();
    std::iter::from_fn(move || {
        let mark = left.next()?;
        if mark != '\r' {
            return Some(mark);
        }
        left.next_if_eq(&'\n');
        Some('\n')
    })
}
