//! Whether a mapping fits the two portals: fields that are there, and what they hold. The rules are the core's
//! (`sync::mapping::kinds`); here stand the words that the services have for what a field holds.

use super::wire::Metadata;
use crate::sync::{
    Kind, Per, Side,
    mapping::{
        Flow, Line, Transform,
        file::MappingFile,
        kinds::{self, Holds, Unfit},
        lint::Descriptions,
        parts,
    },
};
use crate::zoho::records::Described;

/// Something about a line of a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Of which kind.
    pub kind: Kind,
    /// The fields, by their names in each API.
    pub names: Per<String>,
    /// What.
    pub what: What,
}

/// What can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The portal has no such field, or does not show it to this user.
    NoField(Side, String),
    /// The two do not go together.
    Unfit(Unfit),
}

impl Finding {
    /// Whether it keeps the mapping from being used.
    pub const fn is_grave(&self) -> bool {
        match &self.what {
            What::NoField(..) => true,
            What::Unfit(unfit) => unfit.is_fatal(),
        }
    }
}

/// Looks a mapping through.
pub fn check(file: &MappingFile, known: &Metadata) -> Vec<Finding> {
    let mut found = Vec::new();
    for (kind, line, names) in lines(file) {
        let mut find = |what| found.push(Finding { kind, names: names.clone(), what });
        let missing: Vec<What> = missing(kind, names, known).collect();
        if missing.is_empty()
            && let Some(both) = described(kind, line, names, known)
        {
            let both = Per { bigin: &both.bigin, desk: &both.desk };
            kinds::check(line, both).into_iter().map(What::Unfit).for_each(&mut find);
        }
        missing.into_iter().for_each(find);
    }
    found
}

/// What the services say about the fields of each line.
pub fn descriptions(file: &MappingFile, known: &Metadata) -> Descriptions {
    let all = lines(file);
    all.filter_map(|(kind, line, names)| Some(((kind, line.id), described(kind, line, names, known)?)))
        .collect()
}

/// The lines that go anywhere, with the names of their fields.
fn lines(file: &MappingFile) -> impl Iterator<Item = (Kind, &Line, &Per<String>)> {
    file.mapping.kinds().flat_map(move |kind| {
        let lines = file.mapping.kind(kind).map_or(&[][..], |map| map.lines());
        lines
            .iter()
            .filter(|line| line.flow != Flow::Off)
            .filter_map(move |line| Some((kind, line, file.names.get(&(kind, line.id))?)))
    })
}

fn missing<'a>(kind: Kind, names: &'a Per<String>, known: &'a Metadata) -> impl Iterator<Item = What> + 'a {
    Side::BOTH.into_iter().flat_map(move |side| {
        let lost = parts::names(&names[side]).filter(move |name| field(kind, side, name, known).is_none());
        lost.map(move |name| What::NoField(side, name.to_owned()))
    })
}

fn field<'a>(kind: Kind, side: Side, name: &str, known: &'a Metadata) -> Option<&'a Described> {
    known.get(&kind)?[side].iter().find(|field| field.name == name)
}

/// Both fields of a line. One that is put together from several is a text with the room of all.
fn described(
    kind: Kind,
    line: &Line,
    names: &Per<String>,
    known: &Metadata,
) -> Option<Per<kinds::Described>> {
    let of = |side: Side| {
        let parts: Option<Vec<_>> =
            parts::names(&names[side]).map(|name| field(kind, side, name, known)).collect();
        let parts = parts?;
        let first = parts.first()?;
        let room = parts.iter().fold(0_u32, |sum, part| sum.saturating_add(part.room.unwrap_or(u32::MAX)));
        Some(kinds::Described {
            holds: if parts.len() == 1 { holds(first, line) } else { Holds::Text(room) },
            writable: parts.iter().all(|part| !part.fixed),
            required: parts.iter().any(|part| part.required),
        })
    };
    Some(Per { bigin: of(Side::Bigin)?, desk: of(Side::Desk)? })
}

/// By Bigin's `data_type` or Desk's `type`. What nobody knows is text.
fn holds(field: &Described, line: &Line) -> Holds {
    match field.kind.to_ascii_lowercase().as_str() {
        "email" => Holds::Email,
        "phone" | "fax" => Holds::Phone,
        "website" | "url" => Holds::Website,
        "picklist" => Holds::Choice(field.choices.clone()),
        "integer" | "bigint" | "double" | "decimal" | "currency" | "number" | "percent" => Holds::Number,
        "boolean" | "checkbox" => Holds::Bool,
        "date" => Holds::Day,
        "ownerlookup" | "userlookup" => Holds::Person,
        "lookup" => match (line.lookup, &line.transform) {
            (Some(kind), _) => Holds::Lookup(kind),
            (None, Transform::People { .. }) => Holds::Person,
            (None, _) => Holds::Text(u32::MAX),
        },
        _ => Holds::Text(field.room.unwrap_or(u32::MAX)),
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

    fn found(line: &str, bigin: Vec<Described>, desk: Vec<Described>) -> Vec<(bool, What)> {
        let text = format!(
            "revision = 1\n[contact]\n[[contact.field]]\nid = 1\nbigin = \"A\"\nmatch = true\n{line}\n"
        );
        let known = [(Kind::Contact, Per { bigin, desk })].into_iter().collect();
        let file = read(&text).expect("it is right");
        check(&file, &known).into_iter().map(|one| (one.is_grave(), one.what)).collect()
    }

    #[test]
    fn what_does_not_fit_is_found() {
        let plain = |name| vec![field(name, "text", &[], false)];
        let unfit = |unfit| (true, What::Unfit(unfit));
        let to_a = "desk = \"a\"";
        assert_eq!(found(to_a, plain("A"), plain("a")), []);
        assert_eq!(found(to_a, plain("A"), plain("b")), [(true, What::NoField(Side::Desk, "a".into()))]);
        let fixed = || vec![field("A", "text", &[], true)];
        assert_eq!(found(to_a, fixed(), plain("a")), [unfit(Unfit::ReadOnly(Side::Bigin))]);
        assert_eq!(found("desk = \"a\"\nflow = \"to-desk\"", fixed(), plain("a")), []);
        let number = vec![field("a", "Number", &[], false)];
        let apart = [unfit(Unfit::Apart(Side::Bigin)), unfit(Unfit::Apart(Side::Desk))];
        assert_eq!(found(to_a, plain("A"), number), apart);
    }

    #[test]
    fn a_field_that_is_put_together_needs_all_its_parts() {
        let plain = |name| field(name, "text", &[], false);
        let line = "desk = \"a + b\"";
        assert_eq!(found(line, vec![plain("A")], vec![plain("a"), plain("b")]), []);
        let missing = [(true, What::NoField(Side::Desk, "b".into()))];
        assert_eq!(found(line, vec![plain("A")], vec![plain("a")]), missing);
    }

    #[test]
    fn a_choice_that_cannot_cross_stops_a_line_that_goes_both_ways_alone() {
        let bigin = || vec![field("A", "picklist", &["Hot", "Cold"], false)];
        let desk = || vec![field("a", "Picklist", &["Hot", "Kalt"], false)];
        let lost = |side, word: &str, both| {
            (both, What::Unfit(Unfit::NoCounterpart { side, words: vec![word.to_owned()], both }))
        };
        let both = [lost(Side::Bigin, "Cold", true), lost(Side::Desk, "Kalt", true)];
        assert_eq!(found("desk = \"a\"", bigin(), desk()), both);
        let one = [lost(Side::Bigin, "Cold", false)];
        assert_eq!(found("desk = \"a\"\nflow = \"to-desk\"", bigin(), desk()), one);
        let table = "desk = \"a\"\nvalues = { \"Hot\" = \"Hot\", \"Cold\" = \"Kalt\" }";
        assert_eq!(found(table, bigin(), desk()), []);
    }
}
