//! What is different between two mappings, line by line.

use std::collections::BTreeSet;

use super::run::plain;
use crate::sync::{
    FieldId, Kind, Side, Value,
    mapping::{Case, Filter, Flow, Leaving, Line, Policy, Test, Transform, day::Order, file::MappingFile},
};

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A line that was not there.
    Added(Kind, FieldId, String),
    /// A line that is no more.
    Removed(Kind, FieldId, String),
    /// A line that is another one now: before and after.
    Changed(Kind, FieldId, String, String),
    /// A number that stands for other fields now, though what was agreed is kept under it.
    Renamed(Kind, FieldId, String, String),
    /// The kind as a whole: where records are made, where our key is kept, whether it takes part.
    Kind(Kind, String, String),
}

/// All differences, kind by kind.
pub fn differences(before: &MappingFile, after: &MappingFile) -> Vec<Difference> {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        let (old, new) = (whole(before, kind), whole(after, kind));
        if old != new {
            all.push(Difference::Kind(kind, old, new));
        }
        let ids = |file: &MappingFile| -> BTreeSet<FieldId> {
            file.names.keys().filter(|(of, _)| *of == kind).map(|(_, id)| *id).collect()
        };
        for id in ids(before).union(&ids(after)) {
            let say = |file: &MappingFile| said(file, kind, *id);
            let same = before.names.get(&(kind, *id)) == after.names.get(&(kind, *id));
            match (say(before), say(after)) {
                (None, Some(new)) => all.push(Difference::Added(kind, *id, new)),
                (Some(old), None) => all.push(Difference::Removed(kind, *id, old)),
                (Some(old), Some(new)) if !same => all.push(Difference::Renamed(kind, *id, old, new)),
                (Some(old), Some(new)) if line(before, kind, *id) != line(after, kind, *id) => {
                    all.push(Difference::Changed(kind, *id, old, new));
                }
                _ => {}
            }
        }
    }
    all
}

fn line(file: &MappingFile, kind: Kind, id: FieldId) -> Option<&Line> {
    file.mapping.kind(kind)?.line(id)
}

/// A line in a line: `Email ⇄ email · newest · match`.
fn said(file: &MappingFile, kind: Kind, id: FieldId) -> Option<String> {
    let (names, line) = (file.names.get(&(kind, id))?, line(file, kind, id)?);
    let arrow = match line.flow {
        Flow::Both => "⇄",
        Flow::To(Side::Desk) => "→",
        Flow::To(Side::Bigin) => "←",
        Flow::Off => "×",
    };
    let policy = wins(line);
    let mut text =
        format!("{} {arrow} {} · {policy} · {:?}", names.bigin, names.desk, line.shape).to_lowercase();
    text.replace_range(..names.bigin.len(), &names.bigin);
    if line.key {
        text += " · match";
    }
    if let Some(kind) = line.lookup {
        text += &format!(" · lookup {}", kind.name());
    }
    Some(text + &spelled(&line.transform))
}

/// Who wins a conflict, in the words of the file.
pub fn wins(line: &Line) -> String {
    match line.policy {
        Policy::Newest => "newest".to_owned(),
        Policy::Prefer(side) => side.name().to_lowercase(),
        Policy::UnlessEmpty(side) => format!("{}-unless-empty", side.name().to_lowercase()),
        Policy::Ask => "ask".to_owned(),
    }
}

/// How a value is spelled across, in the words of the file.
fn spelled(transform: &Transform) -> String {
    match transform {
        Transform::Same => String::new(),
        Transform::Table(rows) => format!(" · {} values", rows.len()),
        Transform::People { rows, .. } => format!(" · {} people", rows.len()),
        Transform::Phone => " · phone".to_owned(),
        Transform::Case(Case::Small) => " · small".to_owned(),
        Transform::Case(Case::Capital) => " · capital".to_owned(),
        Transform::Day { text, order } => {
            let order = match order {
                Order::DayFirst => "day-month-year",
                Order::MonthFirst => "month-day-year",
                Order::YearFirst => "year-month-day",
            };
            format!(" · {}-{order}", text.name().to_lowercase())
        }
        Transform::Always(value) => format!(" · always {}", plain(value)),
    }
}

/// Which records of a side take part.
fn filtered(filter: Option<&Filter>) -> String {
    let Some(filter) = filter else { return "all".to_owned() };
    let values = |values: &[Value]| {
        let all: Vec<_> = values.iter().map(|value| plain(value).to_string()).collect();
        all.join(", ")
    };
    let test = match &filter.test {
        Test::Something => "something".to_owned(),
        Test::OneOf(all) => format!("is {}", values(all)),
        Test::NoneOf(all) => format!("not {}", values(all)),
    };
    let leaving = match filter.leaving {
        Leaving::GoesOn => "goes-on",
        Leaving::Rests => "rests",
    };
    format!("{} {test}, {leaving}", filter.field)
}

fn whole(file: &MappingFile, kind: Kind) -> String {
    let Some(map) = file.mapping.kind(kind) else { return "–".to_owned() };
    let create = match (map.create.bigin, map.create.desk) {
        (true, true) => "both",
        (true, false) => "bigin",
        (false, true) => "desk",
        (false, false) => "none",
    };
    let marks = file.marks.get(&kind);
    let mark = |side: Side| marks.and_then(|marks| marks[side].clone()).unwrap_or_else(|| "–".to_owned());
    let filters = &map.filter;
    let filter = match (&filters.bigin, &filters.desk) {
        (None, None) => String::new(),
        (bigin, desk) => format!(" · filter {} / {}", filtered(bigin.as_ref()), filtered(desk.as_ref())),
    };
    format!("create {create} · mark {} / {}{filter}", mark(Side::Bigin), mark(Side::Desk))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::mapping::file::{DEFAULT, read};

    #[test]
    fn each_difference_is_named() {
        let before = read(DEFAULT).expect("it is ours");
        assert_eq!(differences(&before, &before), []);
        let text = DEFAULT.replacen("desk = \"title\"", "desk = \"title\"\nwins = \"ask\"", 1)
            + "\n[[contact.field]]\nid = 14\nbigin = \"Lifecycle\"\ndesk = \"cf_lifecycle\"\n";
        let after = read(&text).expect("it is right");
        let all = differences(&before, &after);
        assert_eq!(all.len(), 2, "{all:?}");
        assert!(
            matches!(&all[0], Difference::Changed(Kind::Contact, FieldId(7), _, new) if new.contains("ask"))
        );
        assert!(
            matches!(&all[1], Difference::Added(Kind::Contact, FieldId(14), new) if new.contains("cf_lifecycle"))
        );
        let renamed = read(&DEFAULT.replacen("\"Title\"", "\"Department\"", 1)).expect("it is right");
        assert!(matches!(differences(&before, &renamed)[..], [Difference::Renamed(..)]));
    }
}
