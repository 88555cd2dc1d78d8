//! What people ask for: the verbs of the command line and of the screen. Each becomes a wish that whoever leads carries out
//! between two cycles; the mapping alone changes at once.

mod always;

use std::collections::BTreeSet;

use super::{Error, Pairing, run::plain, show};
use crate::model::pairing::{Act, FieldId, Kind, LinkId, List, OpId, Per, RecordId, RowKey, Side};
use crate::store::ledger::LedgerError;
use crate::sync::{
    Value,
    engine::Command,
    ledger::{Entry, Ledger, Why, Work},
};

pub use always::{always, proposed};

/// Does what was asked for, or makes sure that the next run does. How many records it is about: none when what was seen is
/// no longer so.
pub fn act(pairing: &mut Pairing, act: &Act) -> Result<usize, Error> {
    let wishes = match act {
        Act::Decide { link, field, winner, shown } => {
            return decide_shown(pairing, *link, *field, *winner, shown);
        }
        Act::Retry(kind, key) => vec![retry(*kind, *key)],
        Act::RetryAll(list) => {
            let keys = show::keys(pairing, *list)?;
            keys.into_iter().map(|(kind, key)| retry(kind, key)).collect()
        }
        Act::Revert(op) => {
            let mut lines = Vec::new();
            pairing.ledger.written(*op, &mut lines);
            let known = undoable(&lines).next().is_some();
            known.then_some(Command::Revert(*op)).into_iter().collect()
        }
        Act::Pin { link, field, on } => vec![Command::Pin { link: *link, field: *field, on: *on }],
        Act::Link(kind, ids) => {
            may_link(pairing, *kind, *ids).then_some(Command::Link(*kind, *ids)).into_iter().collect()
        }
        Act::Part(link) => vec![Command::Part(*link)],
        Act::Release => vec![Command::ReleaseBrake],
        Act::Always(change) => {
            always(pairing, change)?;
            return Ok(1);
        }
    };
    for wish in &wishes {
        pairing.ledger.wish(wish)?;
    }
    Ok(wishes.len())
}

/// Decides conflicts that wait for a person.
pub fn decide(
    pairing: &Pairing,
    conflicts: &[(LinkId, FieldId, Per<Value>)],
    winner: Side,
) -> Result<(), LedgerError> {
    conflicts.iter().try_for_each(|(link, field, shown)| {
        pairing.ledger.wish(&Command::Decide { link: *link, field: *field, winner, shown: shown.clone() })
    })
}

/// Decides one, unless one of the values is another one than was shown.
fn decide_shown(
    pairing: &Pairing,
    link: LinkId,
    field: FieldId,
    winner: Side,
    shown: &Per<String>,
) -> Result<usize, Error> {
    let Some(found) = pairing.ledger.link(link) else { return Ok(0) };
    let Some(held) = found.held(field) else { return Ok(0) };
    let still = Side::BOTH
        .into_iter()
        .all(|side| said(pairing, found.kind, field, side, &held.values[side]) == shown[side]);
    if !still || held.decision.is_some() {
        return Ok(0);
    }
    decide(pairing, &[(link, field, held.values.clone())], winner)?;
    Ok(1)
}

/// To try again what rests.
pub fn retry(kind: Kind, key: RowKey) -> Command {
    let work = match key {
        RowKey::Link(link) => Work::Link(link),
        RowKey::Alone(side, _, id) => Work::Record(side, id),
    };
    Command::Retry(kind, work)
}

/// Tries all of these again.
pub fn retry_items(pairing: &Pairing, items: &[&show::Item]) -> Result<(), LedgerError> {
    for item in items {
        let alone = || {
            Side::BOTH
                .into_iter()
                .find_map(|side| item.ids[side].map(|id| RowKey::Alone(side, item.kind, id)))
        };
        if let Some(key) = item.link.map(RowKey::Link).or_else(alone) {
            pairing.ledger.wish(&retry(item.kind, key))?;
        }
    }
    Ok(())
}

/// Whether two records can be linked: neither has another partner.
pub fn may_link(pairing: &Pairing, kind: Kind, ids: Per<RecordId>) -> bool {
    let linked = Side::BOTH.map(|side| pairing.ledger.link_of(side, kind, ids[side]));
    linked[0] == linked[1]
}

/// The lists whose records can be tried again.
pub const fn can_retry(list: List) -> bool {
    matches!(list, List::Failing | List::Ambiguous)
}

/// The writes that changed something that was there. What was created is not taken back, and neither is what was not done.
pub fn undoable(lines: &[Entry]) -> impl DoubleEndedIterator<Item = OpId> {
    let told = |why: Why| move |entry: &&Entry| entry.why == why;
    let not_done: BTreeSet<OpId> = [Why::Refused, Why::NotDone]
        .into_iter()
        .flat_map(|why| lines.iter().filter(told(why)).filter_map(|entry| entry.op))
        .collect();
    let writes: Vec<OpId> = lines
        .iter()
        .filter(|entry| entry.field.is_some() && entry.why != Why::Created)
        .filter_map(|entry| entry.op)
        .filter(|op| !not_done.contains(op))
        .collect();
    writes.into_iter()
}

/// A value for people, bare; nothing for nothing.
pub fn shown(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.as_str().to_owned(),
        other => plain(other).as_str().map_or_else(|| plain(other).to_string(), str::to_owned),
    }
}

/// The same for a value of a field: a record is called by its name.
pub fn said(pairing: &Pairing, kind: Kind, field: FieldId, side: Side, value: &Value) -> String {
    let lookup = || pairing.file.mapping.kind(kind)?.line(field)?.lookup;
    match (value.as_record(), lookup()) {
        (Some(id), Some(of)) => show::Names::of(&pairing.file).of_id(&pairing.ledger, side, of, id),
        _ => shown(value),
    }
}
