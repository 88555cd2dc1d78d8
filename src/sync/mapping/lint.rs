//! Lint: what the records that are there say about a mapping, before it writes anything.

use std::collections::BTreeMap;

use crate::sync::{FieldId, Kind, Per, RecordId, Side, Value, ledger::Seen};

use super::{
    Flow, KindMap, Line, Mapping,
    kinds::{Described, Holds},
};

/// What a record says about the mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Where.
    pub side: Side,
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: FieldId,
    /// What.
    pub what: What,
}

/// What is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// Another record has the same match value.
    #[error("another record of this side has the same value; a person has to say which one goes across")]
    NotAlone,
    /// It cannot be said on the other side.
    #[error("this value cannot be said on the other side; add it to the table")]
    CannotCross,
    /// What comes back is something else.
    #[error("this value would not come back as it is")]
    DoesNotComeBack,
    /// It is too long for the other side.
    #[error("this text is longer than the other side takes")]
    TooLong,
    /// The other side must have it.
    #[error("the other side must have this field, and it is empty here")]
    Missing,
}

/// What services say about the fields, by line.
pub type Descriptions = BTreeMap<(Kind, FieldId), Per<Described>>;

/// All that the records say, in their order.
pub fn lint<'a>(
    mapping: &Mapping,
    described: &Descriptions,
    records: impl IntoIterator<Item = &'a Seen>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut first: BTreeMap<(Side, Kind, FieldId, Value), (RecordId, bool)> = BTreeMap::new();
    for seen in records {
        let Some(map) = mapping.kind(seen.kind).filter(|_| seen.live) else { continue };
        for line in map.lines() {
            let Some(cell) = seen.cell(line.id) else { continue };
            let found =
                |record, what| Finding { kind: seen.kind, side: seen.side, record, field: line.id, what };
            if let Some(key) = KindMap::key(line, &cell.value).filter(|_| line.key) {
                match first.get_mut(&(seen.side, seen.kind, line.id, key.clone())) {
                    None => {
                        first.insert((seen.side, seen.kind, line.id, key), (seen.id, false));
                    }
                    Some((other, told)) => {
                        if !std::mem::replace(told, true) {
                            findings.push(found(*other, What::NotAlone));
                        }
                        findings.push(found(seen.id, What::NotAlone));
                    }
                }
            }
            let goes = line.flow == Flow::Both || line.flow == Flow::To(seen.side.other());
            if goes && line.lookup.is_none() {
                let theirs = described.get(&(seen.kind, line.id)).map(|both| &both[seen.side.other()]);
                findings.extend(value(line, seen.side, &cell.value, theirs).map(|what| found(seen.id, what)));
            }
        }
    }
    findings
}

/// What a value says.
fn value(line: &Line, from: Side, value: &Value, theirs: Option<&Described>) -> Option<What> {
    let Some(across) = line.across(from, value) else { return Some(What::CannotCross) };
    if across.is_empty() {
        return theirs.is_some_and(|theirs| theirs.required).then_some(What::Missing);
    }
    let back = || line.across(from.other(), &across).is_some_and(|back| line.same(&back, value));
    if line.flow == Flow::Both && !line.stands_for_many() && !back() {
        return Some(What::DoesNotComeBack);
    }
    let room = theirs.and_then(|theirs| match theirs.holds {
        Holds::Text(room) => Some(room),
        _ => None,
    });
    let long = across.as_text().map_or(0, |text| text.chars().count());
    room.is_some_and(|room| long > room as usize).then_some(What::TooLong)
}
