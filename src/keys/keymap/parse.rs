//! Reading `keymap.toml`, and laying one's own over the built-in one.

use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Binding, Keymap, KeymapError, Origin, Problem};
use crate::keys::Chord;

/// One line of a file: `None` as its action takes an entry away.
struct Entry<C, A> {
    context: C,
    chord: Chord,
    action: Option<A>,
    line: usize,
}

impl<C, A> Keymap<C, A>
where
    C: FromStr + Clone + Eq,
    A: FromStr + Clone + Eq,
{
    /// Reads the built-in keymap and lays one's own over it, chord by chord: an entry of one's own replaces
    /// what that chord, or a chord that begins with it, meant in that context; `false` takes it away.
    ///
    /// The error names the first line that is wrong, and why. Where `types` says that letters are text, a chord
    /// cannot begin with one: it would fire while somebody writes.
    pub fn parse(built_in: &str, own: Option<&str>, types: impl Fn(&C) -> bool) -> Result<Self, KeymapError> {
        let mut bindings = Vec::new();
        for entry in read(built_in, Origin::BuiltIn, &types)? {
            bindings.extend(bound(entry));
        }
        for entry in read(own.unwrap_or_default(), Origin::Own, &types)? {
            let same = |old: &Binding<C, A>| old.context == entry.context && alike(&old.chord, &entry.chord);
            let place = bindings.iter().position(same);
            bindings.retain(|old| !same(old));
            if let Some(binding) = bound(entry) {
                bindings.insert(place.unwrap_or(bindings.len()).min(bindings.len()), binding);
            }
        }
        Ok(Self { bindings })
    }
}

fn bound<C, A>(entry: Entry<C, A>) -> Option<Binding<C, A>> {
    let Entry { context, chord, action, .. } = entry;
    action.map(|action| Binding { context, chord, action })
}

/// Whether the two cannot both be pressed in one context.
fn alike(a: &Chord, b: &Chord) -> bool {
    a.keys().starts_with(b.keys()) || b.keys().starts_with(a.keys())
}

/// The entries of one file in the order of its lines, free of clashes among themselves.
fn read<C, A>(
    text: &str,
    origin: Origin,
    types: &impl Fn(&C) -> bool,
) -> Result<Vec<Entry<C, A>>, KeymapError>
where
    C: FromStr + Clone + Eq,
    A: FromStr,
{
    let complain = |at: usize, problem| KeymapError { origin, line: line_of(text, at), problem };
    let file = DeTable::parse(text).map_err(|error| {
        complain(error.span().map_or(0, |span| span.start), Problem::Syntax(error.message().to_owned()))
    })?;
    let mut entries: Vec<Entry<C, A>> = Vec::new();
    for (name, table) in in_order(file.get_ref()) {
        let at = name.span().start;
        let DeValue::Table(table) = table.get_ref() else {
            return Err(complain(at, Problem::NoContext(name.get_ref().to_string())));
        };
        let context = C::from_str(name.get_ref())
            .map_err(|_| complain(at, Problem::Context(name.get_ref().to_string())))?;
        for (key, value) in in_order(table) {
            let at = key.span().start;
            let chord: Chord = key.get_ref().parse().map_err(|error: crate::keys::InvalidChord| {
                complain(at, Problem::Chord(error.to_string()))
            })?;
            let action =
                action(key.get_ref(), value.get_ref(), origin).map_err(|problem| complain(at, problem))?;
            if action.is_some() && types(&context) && chord.keys()[0].typed().is_some() {
                return Err(complain(at, Problem::Text(chord.to_string())));
            }
            let clash = entries.iter().find(|old| old.context == context && alike(&old.chord, &chord));
            if let Some(clash) = clash {
                return Err(complain(at, clash_of(clash, &chord)));
            }
            entries.push(Entry { context: context.clone(), chord, action, line: line_of(text, at) });
        }
    }
    Ok(entries)
}

/// The right side of an entry.
fn action<A: FromStr>(key: &str, value: &DeValue<'_>, origin: Origin) -> Result<Option<A>, Problem> {
    match value {
        DeValue::String(name) => A::from_str(name).map(Some).map_err(|_| Problem::Action(name.to_string())),
        DeValue::Boolean(false) if origin == Origin::Own => Ok(None),
        _ => Err(Problem::Value(key.to_owned())),
    }
}

fn clash_of<C, A>(old: &Entry<C, A>, chord: &Chord) -> Problem {
    if old.chord == *chord {
        Problem::Twice { chord: chord.to_string(), first: old.line }
    } else {
        Problem::Hidden { chord: chord.to_string(), other: old.chord.to_string(), first: old.line }
    }
}

/// A table's entries as they stand in the file; the parser keeps them by name.
fn in_order<'a, 'i>(
    table: &'a DeTable<'i>,
) -> Vec<(&'a Spanned<std::borrow::Cow<'i, str>>, &'a Spanned<DeValue<'i>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// The line, from 1, of a place in the text.
fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
