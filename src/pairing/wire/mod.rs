//! Between records as the services tell them and the rows of the sync core: names of fields and kinds, spellings of values,
//! our key.

mod decode;
mod encode;
mod form;
mod value;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use decode::gone as decode_gone;
pub use form::Form;

use crate::sync::{
    FieldId, Kind, Per, Side,
    mapping::{file::MappingFile, parts},
};
use crate::zoho::{Sort, records::Described};

/// What the kinds and their fields are called in each API.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wire {
    kinds: BTreeMap<Kind, Names>,
}

/// The names of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    fields: Vec<Slot>,
    mark: Per<Option<Mark>>,
}

/// A field of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Slot {
    id: FieldId,
    name: Per<String>,
    form: Per<Form>,
    lookup: bool,
}

/// The field that keeps our key.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    name: String,
    unique: bool,
}

/// What fields both services have, by kind.
pub type Metadata = BTreeMap<Kind, Per<Vec<Described>>>;

impl Wire {
    /// The names of a mapping, as far as the services have such fields. A field for our key that is not there is left out.
    pub fn new(file: &MappingFile, known: &Metadata) -> Self {
        let mut kinds = BTreeMap::new();
        for kind in file.mapping.kinds() {
            let Some(map) = file.mapping.kind(kind) else { continue };
            let described = |side: Side, name: &str| {
                known.get(&kind).and_then(|fields| fields[side].iter().find(|field| field.name == name))
            };
            let slot = |line: &crate::sync::mapping::Line| {
                let name = file.names.get(&(kind, line.id))?.clone();
                let form = Per::of(|side| {
                    described(side, &name[side]).map_or(Form::Plain, |field| Form::of(&field.kind))
                });
                Some(Slot { id: line.id, name, form, lookup: line.lookup.is_some() })
            };
            let fields = map.lines().iter().filter_map(slot).collect();
            let mark = Per::of(|side| {
                let name = file.marks.get(&kind)?[side].clone()?;
                let field = described(side, &name)?;
                Some(Mark { name, unique: field.unique })
            });
            kinds.insert(kind, Names { fields, mark });
        }
        Self { kinds }
    }

    /// The names of a kind.
    pub fn kind(&self, kind: Kind) -> Option<&Names> {
        self.kinds.get(&kind)
    }
}

impl Names {
    /// The name of a field on a side; none for one that is put together from several, which cannot be searched by.
    pub fn name(&self, side: Side, field: FieldId) -> Option<&str> {
        self.slot(field).map(|slot| slot.name[side].as_str()).filter(|name| parts::names(name).count() == 1)
    }

    /// The name of the field that keeps our key on a side, if there is one.
    pub fn mark(&self, side: Side) -> Option<&str> {
        self.mark[side].as_ref().map(|mark| mark.name.as_str())
    }

    /// The same, if the service sees to it that no two records have the same key.
    pub fn unique_mark(&self, side: Side) -> Option<&str> {
        self.mark[side].as_ref().filter(|mark| mark.unique).map(|mark| mark.name.as_str())
    }

    /// All names of a side, for a list that wants to be told what to tell.
    pub fn all(&self, side: Side) -> Vec<&str> {
        let fields = self.fields.iter().flat_map(|slot| parts::names(&slot.name[side]));
        fields.chain(self.mark(side)).collect()
    }

    fn slot(&self, field: FieldId) -> Option<&Slot> {
        self.fields.iter().find(|slot| slot.id == field)
    }
}

/// Bigin's module of a kind.
pub const fn module(kind: Kind) -> &'static str {
    match kind {
        Kind::Company => "Accounts",
        Kind::Contact => "Contacts",
        Kind::Product => "Products",
    }
}

/// Desk's word for a kind; products are not exchanged yet.
pub const fn sort(kind: Kind) -> Option<Sort> {
    match kind {
        Kind::Company => Some(Sort::Accounts),
        Kind::Contact => Some(Sort::Contacts),
        Kind::Product => None,
    }
}

/// The kind of a word in a feed of deleted records.
pub fn kind_of(word: &str) -> Option<Kind> {
    match word.to_ascii_lowercase().as_str() {
        "accounts" | "account" => Some(Kind::Company),
        "contacts" | "contact" => Some(Kind::Contact),
        "products" | "product" => Some(Kind::Product),
        _ => None,
    }
}
