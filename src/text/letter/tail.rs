//! Finding the trailing quote: the original that mail programs hang below an answer. It is folded only when nothing
//! of the writer's own can be in it; whenever that is in doubt it stays open.

use std::ops::Range;

use super::attribution::{
    Header, ends_introduction, forwarded, header, names_time_or_mailbox, original_message, points_down,
    starts_introduction, zoho,
};
use super::{Line, Mark};

/// Fewer lines are not worth folding.
const FEWEST: usize = 2;

/// What hangs below an answer.
pub(super) struct Tail {
    /// Its lines, the introduction included.
    pub lines: Range<usize>,
    /// Something says that answers may have been typed into it.
    pub doubt: bool,
}

/// The trailing quote.
pub(super) fn find(lines: &[Line], marks: &[Mark]) -> Option<Tail> {
    let texts: Vec<String> = lines.iter().map(Line::text).collect();
    let quoted = quoted(lines, marks, &texts);
    let own = |place: &usize| !quoted[*place] && !is_rule(&texts[*place]);
    let last = (0..lines.len()).rev().find(own)?;
    let start = (last + 1..lines.len()).find(|place| !texts[*place].trim().is_empty())?;
    let worth = texts[start..].iter().filter(|text| !text.trim().is_empty()).count() >= FEWEST;
    let said: Vec<&str> = (0..=last).filter(own).map(|place| texts[place].as_str()).collect();
    let doubt = points_down(&said.join(" "))
        || marks[start..].iter().zip(&lines[start..]).any(|(mark, line)| mark.vivid && line.quote <= 1);
    let passed_on =
        texts[start..].iter().filter(|text| !text.trim().is_empty()).take(3).any(|text| forwarded(text));
    (worth && !passed_on).then_some(Tail { lines: start..lines.len(), doubt })
}

/// Which lines are not the writer's own.
fn quoted(lines: &[Line], marks: &[Mark], texts: &[String]) -> Vec<bool> {
    let mut quoted: Vec<bool> = lines.iter().map(|line| line.quote > 0).collect();
    // In a box with quote marks of its own, what stands between them was typed there: an inline answer.
    let mut place = 0;
    while place < lines.len() {
        let end = (place..lines.len()).find(|at| !marks[*at].boxed).unwrap_or(lines.len());
        if end > place && lines[place..end].iter().all(|line| line.quote == 0) {
            quoted[place..end].fill(true);
        }
        place = end.max(place + 1);
    }
    // Outlook marks nothing: from its header block on, all is the original.
    if let Some(start) = (0..lines.len()).find(|place| starts_original(lines, texts, *place)) {
        quoted[start..].fill(true);
    }
    introductions(texts, &mut quoted);
    quoted
}

/// Marks introductions that stand right before quoted lines. At a narrow width they go over several lines.
fn introductions(texts: &[String], quoted: &mut [bool]) {
    let blank = |place: usize| texts[place].trim().is_empty();
    for first in 1..texts.len() {
        if !quoted[first] || blank(first) || quoted[first - 1] && !blank(first - 1) {
            continue;
        }
        let Some(end) = (0..first).rev().find(|place| !blank(*place)) else { continue };
        let paragraph = |place: &usize| !blank(*place) && !quoted[*place];
        let starts: Vec<usize> = (end.saturating_sub(8)..=end).rev().take_while(paragraph).collect();
        let mut said = String::new();
        for start in starts {
            said = format!("{} {said}", texts[start].trim());
            let whole = starts_introduction(&texts[start]) || start == end && ends_introduction(&texts[end]);
            if whole && ends_introduction(&said) && names_time_or_mailbox(&said) {
                quoted[start..=end].fill(true);
                if starts_introduction(&texts[start]) {
                    break;
                }
            }
        }
    }
}

/// Whether the original starts here: a separator that says so, or a block of at least three headers, the first of
/// them *From*.
fn starts_original(lines: &[Line], texts: &[String], place: usize) -> bool {
    if lines[place].quote > 0 {
        return false;
    }
    if original_message(&texts[place]) {
        return true;
    }
    if texts[place].trim().starts_with("---- ") {
        let mut said = String::new();
        let lines = texts[place..].iter().take(6).take_while(|text| !text.trim().is_empty());
        return lines.into_iter().any(|text| {
            said = format!("{said} {}", text.trim());
            zoho(&said)
        });
    }
    if header(&texts[place]) != Some(Header::From) {
        return false;
    }
    let rest: Vec<Header> = texts[place + 1..]
        .iter()
        .take(16)
        .take_while(|text| !text.trim().is_empty())
        .filter_map(|t| header(t))
        .collect();
    rest.contains(&Header::Sent) && (rest.contains(&Header::To) || rest.contains(&Header::Subject))
}

/// Whether a line only divides: blank, or drawn with dashes.
fn is_rule(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '_' | '─' | '=' | '*'))
}
