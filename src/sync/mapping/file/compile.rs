//! From the file as written to the form that the engine works with.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::{
    MappingFile,
    raw::{self, Field},
    wrong::{Fault, Wrong},
};
use crate::sync::{
    FieldId, Kind, Per, Side, Value,
    canon::Shape,
    mapping::{Flow, KindMap, Line, Mapping, Policy, Transform},
};

/// Collects what is wrong while it goes on, so that all of it is told at once.
pub(super) struct Compiler<F> {
    line_at: F,
    faults: Vec<Fault>,
    kinds: BTreeSet<Kind>,
    pub(super) people: raw::People,
}

pub(super) fn compile(file: &raw::File, line_at: impl Fn(usize) -> usize) -> Result<MappingFile, Vec<Fault>> {
    let kinds =
        [(Kind::Company, &file.company), (Kind::Contact, &file.contact), (Kind::Product, &file.product)];
    let present = kinds.iter().filter(|(_, raw)| raw.is_some()).map(|(kind, _)| *kind).collect();
    let mut compiler = Compiler { line_at, faults: Vec::new(), kinds: present, people: file.people.clone() };
    let mut mapping = Mapping::new(file.revision);
    let (mut names, mut marks) = (BTreeMap::new(), BTreeMap::new());
    for (kind, raw) in kinds {
        let Some(raw) = raw else { continue };
        if let Some(mark) = &raw.mark {
            marks.insert(kind, Per { bigin: mark.bigin.clone(), desk: mark.desk.clone() });
        }
        mapping = mapping.with(kind, compiler.kind(raw));
        for field in &raw.field {
            let field = field.get_ref();
            let both = Per { bigin: field.bigin.clone(), desk: field.desk.clone() };
            names.insert((kind, FieldId(field.id)), both);
        }
    }
    if compiler.faults.is_empty() {
        return Ok(MappingFile { mapping, names, marks });
    }
    compiler.faults.sort_by_key(|fault| fault.line);
    Err(compiler.faults)
}

impl<F: Fn(usize) -> usize> Compiler<F> {
    fn kind(&mut self, raw: &raw::Kind) -> KindMap {
        self.no_field_twice(raw);
        if !raw.field.iter().any(|field| field.get_ref().key) {
            let at = raw.field.first().map_or(0, |field| field.span().start);
            self.fault(at, None, Wrong::NoKey);
        }
        let lines = raw.field.iter().map(|field| self.line(field)).collect();
        let mut map = KindMap::new(lines);
        let both = Per { bigin: true, desk: true };
        let (none, bigin, desk) =
            (Per::default(), Per { bigin: true, desk: false }, Per { bigin: false, desk: true });
        let words = [("both", both), ("bigin", bigin), ("desk", desk), ("none", none)];
        map.create = self.word(raw.create.as_ref(), None, both, &words, "both, bigin, desk, none");
        if let Some(filters) = &raw.filter {
            map.filter = self.filters(filters, &map);
        }
        map
    }

    fn no_field_twice(&mut self, raw: &raw::Kind) {
        let (mut ids, mut fields) = (BTreeSet::new(), BTreeSet::new());
        for spanned in &raw.field {
            let (field, at) = (spanned.get_ref(), spanned.span().start);
            if !ids.insert(field.id) {
                self.fault(at, Some(field), Wrong::SameId(field.id));
            }
            for (side, name) in [(Side::Bigin, &field.bigin), (Side::Desk, &field.desk)] {
                if !fields.insert((side, name.clone())) {
                    self.fault(at, Some(field), Wrong::SameField(format!("{}'s {name}", side.name())));
                }
            }
        }
    }

    fn line(&mut self, spanned: &Spanned<Field>) -> Line {
        let field = spanned.get_ref();
        let shapes = [
            ("text", Shape::Text),
            ("email", Shape::Email),
            ("phone", Shape::Phone),
            ("website", Shape::Website),
            ("exact", Shape::Exact),
        ];
        let flows = [
            ("both", Flow::Both),
            ("to-desk", Flow::To(Side::Desk)),
            ("to-bigin", Flow::To(Side::Bigin)),
            ("off", Flow::Off),
        ];
        let policies = [
            ("newest", Policy::Newest),
            ("bigin", Policy::Prefer(Side::Bigin)),
            ("desk", Policy::Prefer(Side::Desk)),
            ("bigin-unless-empty", Policy::UnlessEmpty(Side::Bigin)),
            ("desk-unless-empty", Policy::UnlessEmpty(Side::Desk)),
            ("ask", Policy::Ask),
        ];
        let lookups = Kind::ALL.map(|kind| (kind.name(), Some(kind)));
        let named = Some(field);
        let flow = self.word(field.flow.as_ref(), named, Flow::Both, &flows, "both, to-desk, to-bigin, off");
        let lookup = self.word(field.lookup.as_ref(), named, None, &lookups, "company, contact, product");
        let shape = if lookup.is_some() { Shape::Exact } else { Shape::Text };
        let line = Line {
            id: FieldId(field.id),
            shape: self.word(
                field.shape.as_ref(),
                named,
                shape,
                &shapes,
                "text, email, phone, website, exact",
            ),
            lookup,
            flow,
            policy: self.word(
                field.wins.as_ref(),
                named,
                Policy::Newest,
                &policies,
                "newest, bigin, desk, bigin-unless-empty, desk-unless-empty, ask",
            ),
            key: field.key,
            transform: self.spelling(field, flow),
        };
        let at = spanned.span().start;
        self.comes_back(at, field, &line);
        if line.key && line.lookup.is_some() {
            self.fault(at, named, Wrong::KeyLookup);
        }
        if line.lookup.is_some_and(|kind| !self.kinds.contains(&kind)) {
            self.fault(at, named, Wrong::KindMissing);
        }
        line
    }

    /// A table of values. On a line that goes both ways a value has to survive the way there and back.
    pub(super) fn table(&mut self, field: &Field, flow: Flow) -> Transform {
        let Some(values) = &field.values else { return Transform::Same };
        let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
        for (bigin, desk) in values.get_ref() {
            let Some(first) = taken.insert(desk, bigin).filter(|_| flow == Flow::Both) else { continue };
            let wrong =
                Wrong::NotOneToOne { first: first.to_owned(), second: bigin.clone(), desk: desk.clone() };
            self.fault(values.span().start, Some(field), wrong);
        }
        let row = |(bigin, desk): (&String, &String)| (Value::text(bigin), Value::text(desk));
        Transform::Table(values.get_ref().iter().map(row).collect())
    }

    /// One of a few words; `otherwise` when there is none.
    pub(super) fn word<T: Copy>(
        &mut self,
        word: Option<&Spanned<String>>,
        field: Option<&Field>,
        otherwise: T,
        words: &[(&str, T)],
        may: &'static str,
    ) -> T {
        let Some(spanned) = word else { return otherwise };
        let found = words.iter().find(|(name, _)| name == spanned.get_ref());
        if found.is_none() {
            let word = spanned.get_ref().clone();
            self.fault(spanned.span().start, field, Wrong::Word { word, may });
        }
        found.map_or(otherwise, |(_, meaning)| *meaning)
    }

    pub(super) fn fault(&mut self, at: usize, field: Option<&Field>, wrong: Wrong) {
        let field = field.map(|field| field.bigin.clone());
        self.faults.push(Fault { line: (self.line_at)(at), field, wrong });
    }
}
