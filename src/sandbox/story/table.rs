//! Tables of the story: a row a line, columns between bars, `#` starts a remark line.

use super::escape::unescape;

/// The rows of a table, escapes named; the columns are trimmed before that, so an escaped space stays.
pub fn rows(text: &str) -> impl Iterator<Item = Vec<String>> + '_ {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|line| line.split('|').map(|column| unescape(column.trim())).collect())
}

/// A column, unless it is missing, empty or a lone dash.
pub fn column(row: &[String], at: usize) -> Option<&str> {
    row.get(at).map(String::as_str).filter(|text| !text.is_empty() && *text != "-")
}
