//! The rows of a list that are in view.

use super::{Names, Wished, wished};
use crate::model::pairing::{List, Note, Row, RowKey};
use crate::pairing::Pairing;
use crate::store::ledger::{LedgerError, Shelf, SqliteLedger};
use crate::sync::{
    Kind, RecordId, Side,
    ledger::{Ledger, Link, LinkState, Parked, Reason, Seen},
};

/// What stands in a list.
enum Item {
    Pair(Box<Link>),
    Rests(Side, Kind, RecordId, Parked),
    Out(Box<Seen>),
}

/// The pairs of a list come first, those without a partner behind them.
fn shelf(list: List) -> Option<Shelf> {
    Some(match list {
        List::InSync => Shelf::Well,
        List::Conflict => Shelf::Conflict,
        List::Failing => Shelf::Refused,
        List::Deleted => Shelf::Gone,
        List::Apart => Shelf::Apart,
        List::Excluded => Shelf::Out,
        List::Ambiguous => return None,
    })
}

fn items(ledger: &SqliteLedger, list: List, offset: usize, limit: usize) -> Result<Vec<Item>, LedgerError> {
    let mut items = Vec::new();
    let mut before = 0;
    if let Some(shelf) = shelf(list) {
        items.extend(
            ledger.links_from(shelf, offset, limit)?.into_iter().map(|link| Item::Pair(Box::new(link))),
        );
        if items.len() == limit {
            return Ok(items);
        }
        before = usize::try_from(ledger.links_on(shelf)?).unwrap_or(usize::MAX);
    }
    let (offset, limit) = (offset.saturating_sub(before), limit - items.len());
    match list {
        List::Failing | List::Ambiguous => {
            let rest = ledger.parked_from(list == List::Failing, offset, limit)?;
            items
                .extend(rest.into_iter().map(|(side, kind, id, parked)| Item::Rests(side, kind, id, parked)));
        }
        List::Excluded => {
            items.extend(ledger.out_from(offset, limit)?.into_iter().map(|seen| Item::Out(Box::new(seen))));
        }
        _ => {}
    }
    Ok(items)
}

/// The rows of a list from a place on.
pub fn rows(pairing: &Pairing, list: List, offset: usize, limit: usize) -> Result<Vec<Row>, LedgerError> {
    let (names, asked) = (Names::of(&pairing.file), wished(&pairing.ledger)?);
    let items = items(&pairing.ledger, list, offset, limit)?;
    Ok(items.into_iter().map(|item| row(pairing, list, &names, &asked, item)).collect())
}

/// All that stand in a list, without their names.
pub fn keys(pairing: &Pairing, list: List) -> Result<Vec<(Kind, RowKey)>, LedgerError> {
    let items = items(&pairing.ledger, list, 0, usize::MAX)?;
    let key = |item: &Item| match item {
        Item::Pair(link) => (link.kind, RowKey::Link(link.id)),
        Item::Rests(side, kind, id, _) => (*kind, RowKey::Alone(*side, *kind, *id)),
        Item::Out(seen) => (seen.kind, RowKey::Alone(seen.side, seen.kind, seen.id)),
    };
    Ok(items.iter().map(key).collect())
}

fn row(pairing: &Pairing, list: List, names: &Names, asked: &Wished, item: Item) -> Row {
    let ledger = &pairing.ledger;
    let (key, kind, name, note) = match item {
        Item::Pair(link) => {
            let name = of_pair(ledger, names, &link);
            (RowKey::Link(link.id), link.kind, name, note(pairing, list, &link))
        }
        Item::Rests(side, kind, id, parked) => {
            let note = match parked.reason {
                Reason::Refused(words) => Note::Words(side.other(), words),
                Reason::Ambiguous => Note::Here(side),
            };
            (RowKey::Alone(side, kind, id), kind, names.of_id(ledger, side, kind, id), note)
        }
        Item::Out(seen) => {
            let key = RowKey::Alone(seen.side, seen.kind, seen.id);
            (key, seen.kind, names.name(&seen), Note::Here(seen.side))
        }
    };
    Row { asked: asked.about(key), key, kind, name, note }
}

/// What a pair is called: as Bigin says, or Desk where Bigin has no name for it.
pub(super) fn of_pair(ledger: &SqliteLedger, names: &Names, link: &Link) -> String {
    let seen = Side::BOTH.into_iter().find_map(|side| ledger.seen(side, link.kind, link.ids[side]));
    seen.map_or_else(|| link.ids.bigin.to_string(), |seen| names.name(&seen))
}

fn note(pairing: &Pairing, list: List, link: &Link) -> Note {
    match (list, &link.state) {
        (List::Conflict, _) => {
            let held = link.held.iter().filter(|held| held.decision.is_none());
            let name = |field| {
                let names = pairing.file.names.get(&(link.kind, field));
                names.map_or_else(|| format!("#{field}"), |names| names.bigin.clone())
            };
            Note::Fields(held.map(|held| (held.field, name(held.field))).collect())
        }
        (_, LinkState::Refused { side, words }) => Note::Words(*side, words.clone()),
        (_, LinkState::Tombstone) => {
            let dead = |side: &Side| {
                !pairing.ledger.seen(*side, link.kind, link.ids[*side]).is_some_and(|seen| seen.live)
            };
            Side::BOTH.into_iter().find(dead).map_or(Note::Nothing, Note::Gone)
        }
        _ => Note::Nothing,
    }
}
