//! Whether a trailing quote only repeats what was said before: then nothing of the writer's own can be in it, whatever
//! the words above it say. *Please confirm the data below* keeps a quote open; finding all of it in an earlier message
//! folds it.

use super::Line;
use super::attribution::{ends_introduction, header, names_time_or_mailbox, original_message};

/// Fewer characters could stand anywhere by chance.
const FEWEST: usize = 16;

/// How many messages back are looked at.
const BACK: usize = 40;

/// The most lines that introduce a quote.
const INTRODUCTION: usize = 10;

/// The characters of a message, without what depends on how it was set: blanks, rules, the numbers of links.
pub(super) fn bare(lines: &[Line]) -> String {
    let mut bare = String::new();
    for line in lines {
        let text = line.text();
        let mut rest = text.as_str();
        while let Some((before, behind)) = rest.split_once('[') {
            put(before, &mut bare);
            let digits = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            rest = match behind[digits..].strip_prefix(']') {
                Some(after) if digits > 0 => after,
                _ => {
                    bare.push('[');
                    behind
                }
            };
        }
        put(rest, &mut bare);
    }
    bare
}

fn put(text: &str, bare: &mut String) {
    bare.extend(text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '─' | '>')));
}

/// Whether these lines, their introduction aside, stand word for word in one of the earlier messages.
pub(super) fn repeats(tail: &[Line], earlier: &[String]) -> bool {
    let mut said = String::new();
    let mut headers = true;
    for (at, line) in tail.iter().enumerate().take(INTRODUCTION) {
        let text = line.text();
        if text.trim().is_empty() {
            continue;
        }
        said = format!("{said} {}", text.trim());
        headers &= header(&text).is_some() || original_message(&text);
        let introduced = ends_introduction(&said) && names_time_or_mailbox(&said);
        if (introduced || headers) && stands_in(&tail[at + 1..], earlier) {
            return true;
        }
    }
    false
}

fn stands_in(lines: &[Line], earlier: &[String]) -> bool {
    let wanted = bare(lines);
    wanted.len() >= FEWEST && earlier.iter().rev().take(BACK).any(|said| said.contains(&wanted))
}
