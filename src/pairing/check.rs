//! Whether a mapping fits the two portals: fields that are there and can be written, types that can be said on both sides,
//! choices that both sides have.

use super::wire::{Form, Metadata};
use crate::sync::{
    Kind, Per, Side, Value,
    mapping::{Flow, Line, file::MappingFile},
};
use crate::zoho::records::Described;

/// Something about a line of a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Of which kind.
    pub kind: Kind,
    /// The fields, by their names in each API.
    pub names: Per<String>,
    /// Whether it keeps the mapping from being used.
    pub grave: bool,
    /// What.
    pub what: What,
}

/// What can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The portal has no such field, or does not show it to this user.
    NoField(Side),
    /// Nobody can write it, and the line goes there.
    Fixed(Side),
    /// The two do not hold the same sort of thing.
    Forms(Per<Form>),
    /// Choices of this side that the other one does not have.
    Choices(Side, Vec<String>),
}

/// Looks a mapping through.
pub fn check(file: &MappingFile, known: &Metadata) -> Vec<Finding> {
    let mut found = Vec::new();
    for kind in file.mapping.kinds() {
        let Some(map) = file.mapping.kind(kind) else { continue };
        for line in map.lines().iter().filter(|line| line.flow != Flow::Off) {
            let Some(names) = file.names.get(&(kind, line.id)) else { continue };
            let fields = Per::of(|side| {
                known.get(&kind).and_then(|all| all[side].iter().find(|field| field.name == names[side]))
            });
            let all = about(line, fields);
            found.extend(all.into_iter().map(|(grave, what)| Finding {
                kind,
                names: names.clone(),
                grave,
                what,
            }));
        }
    }
    found
}

fn about(line: &Line, fields: Per<Option<&Described>>) -> Vec<(bool, What)> {
    let missing: Vec<_> = Side::BOTH
        .into_iter()
        .filter(|side| fields[*side].is_none())
        .map(|side| (true, What::NoField(side)))
        .collect();
    let Per { bigin: Some(bigin), desk: Some(desk) } = fields else { return missing };
    let mut found = Vec::new();
    for side in Side::BOTH {
        let field = if side == Side::Bigin { bigin } else { desk };
        if field.fixed && writes(line, side) {
            found.push((true, What::Fixed(side)));
        }
    }
    if line.lookup.is_some() {
        return found;
    }
    let forms = Per { bigin: Form::of(&bigin.kind), desk: Form::of(&desk.kind) };
    if forms.bigin != forms.desk {
        found.push((false, What::Forms(forms)));
    }
    for side in Side::BOTH {
        let (mine, theirs) = if side == Side::Bigin { (bigin, desk) } else { (desk, bigin) };
        // A choice has to be taken from this side only where it can come to the other.
        if mine.choices.is_empty() || theirs.choices.is_empty() || !writes(line, side.other()) {
            continue;
        }
        let crosses = |choice: &&String| {
            let there = line.across(side, &Value::text(choice));
            there
                .as_ref()
                .and_then(Value::as_text)
                .is_some_and(|there| theirs.choices.iter().any(|other| other == there))
        };
        let lost: Vec<String> = mine.choices.iter().filter(|choice| !crosses(choice)).cloned().collect();
        if !lost.is_empty() {
            found.push((line.flow == Flow::Both, What::Choices(side, lost)));
        }
    }
    found
}

fn writes(line: &Line, target: Side) -> bool {
    match line.flow {
        Flow::Both => true,
        Flow::To(side) => side == target,
        Flow::Off => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::mapping::file::read;

    fn field(name: &str, kind: &str, choices: &[&str], fixed: bool) -> Described {
        let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
        Described { name: name.into(), kind: kind.into(), choices, fixed, ..Described::default() }
    }

    fn found(line: &str, bigin: Described, desk: Described) -> Vec<(bool, What)> {
        let text = format!(
            "revision = 1\n[contact]\n[[contact.field]]\nid = 1\nbigin = \"A\"\ndesk = \"a\"\nmatch = true\n{line}\n"
        );
        let known = [(Kind::Contact, Per { bigin: vec![bigin], desk: vec![desk] })].into_iter().collect();
        let file = read(&text).expect("it is right");
        check(&file, &known).into_iter().map(|one| (one.grave, one.what)).collect()
    }

    #[test]
    fn what_does_not_fit_is_found() {
        let plain = |name| field(name, "text", &[], false);
        assert_eq!(found("", plain("A"), plain("a")), []);
        assert_eq!(found("", plain("A"), plain("b")), [(true, What::NoField(Side::Desk))]);
        let fixed = || field("A", "text", &[], true);
        assert_eq!(found("", fixed(), plain("a")), [(true, What::Fixed(Side::Bigin))]);
        assert_eq!(found("flow = \"to-desk\"", fixed(), plain("a")), []);
        let forms = Per { bigin: Form::Plain, desk: Form::Number };
        assert_eq!(found("", plain("A"), field("a", "Number", &[], false)), [(false, What::Forms(forms))]);
    }

    #[test]
    fn a_choice_that_cannot_cross_stops_a_line_that_goes_both_ways_alone() {
        let bigin = || field("A", "picklist", &["Hot", "Cold"], false);
        let desk = || field("a", "Picklist", &["Hot", "Kalt"], false);
        let cold = || vec!["Cold".to_owned()];
        let kalt = vec!["Kalt".to_owned()];
        let both = [(true, What::Choices(Side::Bigin, cold())), (true, What::Choices(Side::Desk, kalt))];
        assert_eq!(found("", bigin(), desk()), both);
        assert_eq!(
            found("flow = \"to-desk\"", bigin(), desk()),
            [(false, What::Choices(Side::Bigin, cold()))]
        );
        let table = "values = { \"Hot\" = \"Hot\", \"Cold\" = \"Kalt\" }";
        assert_eq!(found(table, bigin(), desk()), []);
    }
}
