//! What a record is called, and which one is meant by a word.

use crate::pairing::Pairing;
use crate::store::ledger::LedgerError;
use crate::sync::{
    FieldId, Kind, RecordId, Side,
    ledger::{Ledger, Seen},
    mapping::file::MappingFile,
};

/// The fields that name records, as the mapping numbers them.
#[derive(Clone, Debug, Default)]
pub struct Names {
    fields: Vec<(Kind, Vec<FieldId>, Option<FieldId>)>,
}

impl Names {
    /// Of a mapping: a company's name; a person's first and last name, and the address.
    pub fn of(file: &MappingFile) -> Self {
        let id = |kind: Kind, bigin: &str| {
            file.names
                .iter()
                .find(|((of, _), names)| *of == kind && names.bigin == bigin)
                .map(|((_, id), _)| *id)
        };
        let all = |kind, names: &[&str]| names.iter().filter_map(|name| id(kind, name)).collect();
        Self {
            fields: vec![
                (Kind::Company, all(Kind::Company, &["Account_Name"]), None),
                (Kind::Contact, all(Kind::Contact, &["First_Name", "Last_Name"]), id(Kind::Contact, "Email")),
            ],
        }
    }

    /// What a record is called; its id when nothing names it.
    pub fn name(&self, seen: &Seen) -> String {
        let text = |field: FieldId| seen.cell(field).and_then(|cell| cell.value.as_text().map(str::to_owned));
        let Some((_, fields, mail)) = self.fields.iter().find(|(kind, ..)| *kind == seen.kind) else {
            return seen.id.to_string();
        };
        let name = fields.iter().filter_map(|field| text(*field)).collect::<Vec<_>>().join(" ");
        match (name.is_empty(), mail.and_then(text)) {
            (true, Some(mail)) => mail,
            (false, Some(mail)) => format!("{name} <{mail}>"),
            (false, None) => name,
            (true, None) => seen.id.to_string(),
        }
    }

    /// What a record of the ledger is called.
    pub fn of_id(&self, ledger: &impl Ledger, side: Side, kind: Kind, id: RecordId) -> String {
        ledger.seen(side, kind, id).map_or_else(|| id.to_string(), |seen| self.name(&seen))
    }
}

/// The records that a word means: by id, by a whole match field (case aside), or by name.
pub fn find(pairing: &Pairing, word: &str) -> Result<Vec<Seen>, LedgerError> {
    let (word, names) = (word.trim().to_lowercase(), Names::of(&pairing.file));
    let is = |text: &str| text.trim().to_lowercase() == word;
    pairing.ledger.records(|seen| {
        let key = || {
            let map = pairing.file.mapping.kind(seen.kind)?;
            map.keys().find(|line| seen.cell(line.id).and_then(|cell| cell.value.as_text()).is_some_and(is))
        };
        is(&seen.id.to_string()) || key().is_some() || {
            let name = names.name(seen);
            is(&name) || name.split_once(" <").is_some_and(|(name, _)| is(name))
        }
    })
}
