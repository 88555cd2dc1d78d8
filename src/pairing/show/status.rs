//! How a pairing stands: how many records of which sort, and those that need a person.

use std::collections::BTreeMap;

use super::Names;
use crate::model::pairing::List;
use crate::pairing::Pairing;
use crate::store::ledger::LedgerError;
use crate::sync::{
    FieldId, Kind, LinkId, Per, RecordId, Side, Value,
    ledger::{Brake, Ledger, Link, LinkState, Reason},
};

/// A record that needs a person, or a pair of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Under which it is told.
    pub list: List,
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// Its id on each side, where there is one.
    pub ids: Per<Option<RecordId>>,
    /// Its link, if it has one.
    pub link: Option<LinkId>,
    /// The field in conflict, and what each side says.
    pub conflict: Option<(FieldId, Per<Value>)>,
    /// The words of the service that refused it.
    pub words: Option<(Side, String)>,
    /// The side on which it is gone.
    pub gone: Option<Side>,
}

/// How the records of a kind stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindStatus {
    /// Which.
    pub kind: Kind,
    /// How many are there.
    pub there: Per<u64>,
    /// How many of them have no partner.
    pub alone: Per<u64>,
    /// Pairs that agree, as far as anybody knows.
    pub in_sync: u64,
    /// Records, or pairs, that do not pass the filter of the mapping.
    pub excluded: u64,
    /// Pieces of work that wait for the next run.
    pub waiting: u64,
}

/// How a pairing stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Kind by kind.
    pub kinds: Vec<KindStatus>,
    /// What needs a person.
    pub items: Vec<Item>,
    /// Whether deletions and creates are stopped.
    pub braked: bool,
    /// What people asked for and waits for the next run.
    pub wishes: usize,
    /// Writes whose answer was lost, and that are to be looked for.
    pub lost: usize,
}

/// Reads it. The many pairs that agree are told only when they are asked for.
pub fn status(pairing: &Pairing, with_agreeing: bool) -> Result<Status, LedgerError> {
    let ledger = &pairing.ledger;
    let names = Names::of(&pairing.file);
    let (mut items, mut well) = (Vec::new(), BTreeMap::<Kind, u64>::new());
    let mut links = Vec::new();
    ledger.each_link(|link| links.push(link))?;
    for link in links {
        let item = Item {
            list: List::Conflict,
            kind: link.kind,
            name: names.of_id(ledger, Side::Bigin, link.kind, link.ids.bigin),
            ids: Per::of(|side| Some(link.ids[side])),
            link: Some(link.id),
            conflict: None,
            words: None,
            gone: None,
        };
        let held: Vec<_> = link.held.iter().filter(|held| held.decision.is_none()).collect();
        items.extend(
            held.iter()
                .map(|held| Item { conflict: Some((held.field, held.values.clone())), ..item.clone() }),
        );
        match &link.state {
            LinkState::Refused { side, words } => {
                items.push(Item { list: List::Failing, words: Some((*side, words.clone())), ..item });
            }
            LinkState::Tombstone => {
                let gone = |side: &Side| {
                    !ledger.seen(*side, link.kind, link.ids[*side]).is_some_and(|seen| seen.live)
                };
                let gone = Side::BOTH.into_iter().find(gone);
                items.push(Item { list: List::Deleted, gone, ..item });
            }
            LinkState::Apart => items.push(Item { list: List::Apart, ..item }),
            LinkState::Active | LinkState::Soft if held.is_empty() => {
                if has_left(pairing, &link) {
                    items.push(Item { list: List::Excluded, ..item });
                    continue;
                }
                *well.entry(link.kind).or_default() += 1;
                if with_agreeing {
                    items.push(Item { list: List::InSync, ..item });
                }
            }
            LinkState::Active | LinkState::Soft => {}
        }
    }
    for (side, kind, id, parked) in ledger.all_parked()? {
        let (list, words) = match parked.reason {
            Reason::Ambiguous => (List::Ambiguous, None),
            Reason::Refused(words) => (List::Failing, Some((side.other(), words))),
        };
        let name = names.of_id(ledger, side, kind, id);
        let ids = Per::seen_from(side, Some(id), None);
        items.push(Item { list, kind, name, ids, link: None, conflict: None, words, gone: None });
    }
    for kind in pairing.file.mapping.kinds() {
        excluded(pairing, kind, &names, &mut items)?;
    }
    items.sort_by_key(|item| item.list);
    let mut kinds = Vec::new();
    for kind in pairing.file.mapping.kinds() {
        let (bigin, desk) = (ledger.population(Side::Bigin, kind)?, ledger.population(Side::Desk, kind)?);
        kinds.push(KindStatus {
            kind,
            there: Per { bigin: bigin.0, desk: desk.0 },
            alone: Per { bigin: bigin.1, desk: desk.1 },
            in_sync: well.get(&kind).copied().unwrap_or_default(),
            excluded: items.iter().filter(|item| (item.list, item.kind) == (List::Excluded, kind)).count()
                as u64,
            waiting: ledger.waiting(kind)?,
        });
    }
    let mut intents = Vec::new();
    ledger.intents(&mut intents);
    Ok(Status {
        kinds,
        items,
        braked: ledger.pairing().brake == Brake::On,
        wishes: ledger.wishes()?.len(),
        lost: intents.len(),
    })
}

/// Whether a record of a pair does not pass any more, and the pair rests.
fn has_left(pairing: &Pairing, link: &Link) -> bool {
    let Some(map) = pairing.file.mapping.kind(link.kind) else { return false };
    let filtered = |side: &Side| map.filter[*side].is_some();
    Side::BOTH.into_iter().filter(filtered).any(|side| {
        pairing.ledger.seen(side, link.kind, link.ids[side]).is_some_and(|seen| map.has_left(&seen))
    })
}

/// Records without a partner that do not pass.
fn excluded(pairing: &Pairing, kind: Kind, names: &Names, items: &mut Vec<Item>) -> Result<(), LedgerError> {
    let Some(map) = pairing.file.mapping.kind(kind) else { return Ok(()) };
    for side in Side::BOTH.into_iter().filter(|side| map.filter[*side].is_some()) {
        for seen in pairing.ledger.alone(side, kind)?.iter().filter(|seen| !map.takes(seen)) {
            let ids = Per::seen_from(side, Some(seen.id), None);
            let (list, name) = (List::Excluded, names.name(seen));
            items.push(Item { list, kind, name, ids, link: None, conflict: None, words: None, gone: None });
        }
    }
    Ok(())
}
