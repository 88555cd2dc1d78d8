//! *Always so for this field*: the rule that decides conflicts of a field, changed in its line of the mapping's file. All
//! else in the file stays as it was written, comments included.

use crate::model::pairing::{Change, Kind};
use crate::pairing::{
    Error, Pairing,
    difference::{Difference, differences},
    put,
};
use crate::sync::{
    FieldId,
    mapping::file::{MappingFile, read},
};

/// The change with the line before and after, to be looked at. Nothing is written.
pub fn proposed(pairing: &Pairing, change: &Change) -> Result<Change, Error> {
    let (_, _, change) = changed(pairing, change)?;
    Ok(change)
}

/// Changes the line and puts the mapping in force. Its revision.
pub fn always(pairing: &mut Pairing, change: &Change) -> Result<u32, Error> {
    let (text, file, _) = changed(pairing, change)?;
    let _lead = pairing.lead()?;
    let path = pairing.place().mapping.clone();
    let revision = pairing.apply(&text, file)?;
    put(&path, &text)?;
    Ok(revision)
}

/// The mapping with the change and nothing else. One that was changed and is not in force is left alone: what else it
/// changes, nobody has looked at here.
fn changed(pairing: &Pairing, change: &Change) -> Result<(String, MappingFile, Change), Error> {
    if pairing.is_behind()? {
        return Err(Error::Behind);
    }
    let (_, text) = pairing.earlier(Some(pairing.revision))?;
    let path = || pairing.place().mapping.clone();
    let new =
        with_rule(&text, change.kind, change.field, change.wins.name()).ok_or_else(|| Error::Line(path()))?;
    let file = read(&new).map_err(|faults| Error::Mapping { path: path(), faults })?;
    match &differences(&pairing.file, &file)[..] {
        [Difference::Changed(kind, id, before, after)] if (*kind, *id) == (change.kind, change.field) => {
            let change = Change { old: before.clone(), new: after.clone(), ..change.clone() };
            Ok((new, file, change))
        }
        // The line says so already, or the file is written in a way that this does not understand.
        _ => Err(Error::Line(path())),
    }
}

/// The text with `wins = "…"` in the table of that field: in the place of the one that is there, else behind its last line.
fn with_rule(text: &str, kind: Kind, field: FieldId, wins: &str) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let head = format!("[[{}.field]]", kind.name());
    let begins = |line: &str| code(line).starts_with('[');
    let mut at = 0;
    while at < lines.len() {
        if code(lines[at]).replace(' ', "") != head {
            at += 1;
            continue;
        }
        let end = (at + 1..lines.len()).find(|next| begins(lines[*next])).unwrap_or(lines.len());
        let table = at + 1..end;
        let is_it = |line: &str| value_of(line, "id").is_some_and(|id| id == field.to_string());
        if table.clone().any(|line| is_it(lines[line])) {
            return Some(edited(&lines, table, wins));
        }
        at = end;
    }
    None
}

fn edited(lines: &[&str], table: std::ops::Range<usize>, wins: &str) -> String {
    let has = |line: &usize| value_of(lines[*line], "wins").is_some();
    let is_said = |line: &usize| !code(lines[*line]).is_empty();
    let last = table.clone().rev().find(is_said).unwrap_or(table.start);
    let rule = table.clone().find(has);
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        if rule == Some(at) {
            text += &replaced(line, wins);
            continue;
        }
        text += line;
        if rule.is_none() && at == last {
            if !line.ends_with('\n') {
                text.push('\n');
            }
            text += &format!("wins = \"{wins}\"\n");
        }
    }
    text
}

/// The line with another word between its first quotes; what stands behind stays.
fn replaced(line: &str, wins: &str) -> String {
    let Some((before, rest)) = line.split_once(['"', '\'']) else { return line.to_owned() };
    let behind = rest.split_once(['"', '\'']).map_or("\n", |(_, behind)| behind);
    format!("{before}\"{wins}\"{behind}")
}

/// A line without its comment. (A `#` in a string ends it too early, which no key of a field minds.)
fn code(line: &str) -> &str {
    line.split('#').next().unwrap_or_default().trim()
}

fn value_of<'l>(line: &'l str, key: &str) -> Option<&'l str> {
    let (name, value) = code(line).split_once('=')?;
    (name.trim() == key).then(|| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::pairing::Wins;
    use crate::sync::mapping::file::DEFAULT;

    const FILE: &str = "# Ours.\nrevision = 1\n\n[contact]\ncreate = \"both\"\n\n# The mail.\n[[contact.field]]\nid = 1\nbigin = \"Email\"\ndesk = \"email\"\nmatch = true # by it\n\n# The phone.\n[[contact.field]]\nid = 12\nwins = \"ask\" # Ana said so\nbigin = \"Phone\"\ndesk = \"phone\"";

    #[test]
    fn only_the_rule_of_the_line_is_another_one() {
        let with = |id, wins| with_rule(FILE, Kind::Contact, FieldId(id), wins);
        let phone = with(12, "bigin").expect("it is there");
        assert_eq!(phone, FILE.replace("\"ask\" #", "\"bigin\" #"));
        let mail = with(1, "desk").expect("it is there");
        assert_eq!(mail, FILE.replace("# by it\n", "# by it\nwins = \"desk\"\n"));
        assert_eq!(with(2, "desk"), None);
        assert_eq!(with_rule(FILE, Kind::Company, FieldId(1), "desk"), None);
    }

    #[test]
    fn every_line_of_the_default_takes_every_rule() {
        let before = read(DEFAULT).expect("it is ours");
        for (kind, field) in before.names.keys() {
            for wins in Wins::ALL.iter().filter(|wins| **wins != Wins::Newest) {
                let text = with_rule(DEFAULT, *kind, *field, wins.name()).expect("it is there");
                let after = read(&text).expect("it holds together");
                let all = differences(&before, &after);
                assert!(
                    matches!(&all[..], [Difference::Changed(of, id, ..)] if (of, id) == (kind, field)),
                    "{all:?}"
                );
            }
        }
    }
}
