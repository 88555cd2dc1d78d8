//! Why a record is as it is: what is known of it, who it belongs to, what was agreed field by field.

use super::Names;
use crate::pairing::Pairing;
use crate::store::ledger::{LedgerError, Lines};
use crate::sync::{
    FieldId, Kind, Per, RecordId, Side, Value,
    ledger::{Entry, Held, Ledger, Link, LinkState, Parked, Reason, Seen},
};

/// What can be said of one record, or of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// Its record on each side, dead or alive.
    pub seen: Per<Option<Seen>>,
    /// Its link, if it has one.
    pub link: Option<Link>,
    /// Why it rests, if it has no partner and rests.
    pub parked: Option<Parked>,
    /// Whether a record of it does not pass the filter of the mapping, and it takes no part.
    pub excluded: bool,
    /// The records that have the same key, if there are several.
    pub rivals: Vec<(Side, RecordId, String)>,
    /// Its fields.
    pub fields: Vec<FieldState>,
    /// What was done with it last, oldest first.
    pub lines: Vec<(i64, Entry)>,
}

/// A field of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldState {
    /// Which.
    pub field: FieldId,
    /// What each side has, as it was last seen.
    pub now: Per<Option<Value>>,
    /// What was agreed.
    pub base: Option<Per<Value>>,
    /// A conflict that waits for a person.
    pub held: Option<Held>,
    /// Whether a person keeps it as it is.
    pub pinned: bool,
}

/// All accounts of the records that `found` names, each pair once.
pub fn explain(pairing: &Pairing, found: &[Seen], lines: usize) -> Result<Vec<Account>, LedgerError> {
    let ledger = &pairing.ledger;
    let names = Names::of(&pairing.file);
    let (mut accounts, mut links) = (Vec::new(), Vec::new());
    for seen in found {
        let link = ledger.link_of(seen.side, seen.kind, seen.id);
        if let Some(link) = link {
            if links.contains(&link) {
                continue;
            }
            links.push(link);
        }
        let link = link.and_then(|link| ledger.link(link)).map(std::borrow::Cow::into_owned);
        let ids = link.as_ref().map_or_else(
            || Per::seen_from(seen.side, Some(seen.id), None),
            |link| Per::of(|side| Some(link.ids[side])),
        );
        let both = Per::of(|side| {
            ids[side].and_then(|id| ledger.seen(side, seen.kind, id)).map(std::borrow::Cow::into_owned)
        });
        let parked = ledger.parked(seen.side, seen.kind, seen.id).filter(|_| link.is_none());
        let ambiguous = parked.as_ref().is_some_and(|parked| parked.reason == Reason::Ambiguous);
        let wanted = Lines {
            links: Some(link.iter().map(|link| link.id).collect()),
            record: link.is_none().then_some(seen.id),
            after: 0,
        };
        accounts.push(Account {
            kind: seen.kind,
            name: names.name(seen),
            rivals: if ambiguous { rivals(pairing, &names, seen) } else { Vec::new() },
            fields: fields(pairing, seen.kind, &both, link.as_ref()),
            lines: ledger.journal(&wanted, lines)?,
            excluded: excluded(pairing, seen.kind, &both, link.is_some()),
            seen: both,
            link,
            parked,
        });
    }
    Ok(accounts)
}

/// Whether a record does not take part, or its pair rests.
fn excluded(pairing: &Pairing, kind: Kind, seen: &Per<Option<Seen>>, linked: bool) -> bool {
    let Some(map) = pairing.file.mapping.kind(kind) else { return false };
    let out = |seen: &Seen| if linked { map.has_left(seen) } else { !map.takes(seen) };
    Side::BOTH.into_iter().filter_map(|side| seen[side].as_ref()).any(|seen| seen.live && out(seen))
}

/// Who has the same key.
fn rivals(pairing: &Pairing, names: &Names, seen: &Seen) -> Vec<(Side, RecordId, String)> {
    use crate::sync::mapping::KindMap;
    let mut all = Vec::new();
    let Some(map) = pairing.file.mapping.kind(seen.kind) else { return Vec::new() };
    for line in map.keys() {
        let Some(key) = seen.cell(line.id).and_then(|cell| KindMap::key(line, &cell.value)) else { continue };
        for side in Side::BOTH {
            let mut ids = Vec::new();
            pairing.ledger.with_key(side, seen.kind, line.id, &key, 10, &mut ids);
            all.extend(ids.into_iter().filter(|id| (side, *id) != (seen.side, seen.id)).map(|id| (side, id)));
        }
    }
    all.sort_unstable();
    all.dedup();
    all.into_iter()
        .map(|(side, id)| (side, id, names.of_id(&pairing.ledger, side, seen.kind, id)))
        .collect::<Vec<_>>()
}

fn fields(pairing: &Pairing, kind: Kind, seen: &Per<Option<Seen>>, link: Option<&Link>) -> Vec<FieldState> {
    let Some(map) = pairing.file.mapping.kind(kind) else { return Vec::new() };
    let field = |line: &crate::sync::mapping::Line| FieldState {
        field: line.id,
        now: Per::of(|side| {
            seen[side].as_ref().and_then(|seen| seen.cell(line.id)).map(|cell| cell.value.clone())
        }),
        base: link.and_then(|link| link.base(line.id)).map(|base| base.values.clone()),
        held: link.and_then(|link| link.held(line.id)).cloned(),
        pinned: link.is_some_and(|link| link.pins.fields.contains(&line.id)),
    };
    map.lines().iter().map(field).collect()
}

impl Account {
    /// How it stands, in a word; the catalogue has a sentence for each.
    pub fn state(&self) -> &'static str {
        if self.fields.iter().any(FieldState::waits) {
            return "conflict";
        }
        if self.refused().is_some() {
            return "failing";
        }
        if self.excluded {
            return "excluded";
        }
        match (&self.link, &self.parked) {
            (Some(link), _) if link.pins.record && link.state == LinkState::Active => "pinned",
            (Some(link), _) => match link.state {
                LinkState::Tombstone => "deleted",
                LinkState::Apart => "apart",
                LinkState::Soft => "soft",
                LinkState::Active | LinkState::Refused { .. } => "linked",
            },
            (None, Some(parked)) if parked.reason == Reason::Ambiguous => "ambiguous",
            (None, _) if self.gone().is_some() => "gone",
            (None, _) => "alone",
        }
    }

    /// Whether a record of it is gone.
    pub fn gone(&self) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.seen[*side].as_ref().is_some_and(|seen| !seen.live))
    }

    /// The service's words, if it refused this.
    pub fn refused(&self) -> Option<(Side, &str)> {
        match (&self.link, &self.parked) {
            (Some(Link { state: LinkState::Refused { side, words }, .. }), _) => Some((*side, words)),
            (None, Some(Parked { reason: Reason::Refused(words), .. })) => {
                let here = Side::BOTH.into_iter().find(|side| self.seen[*side].is_some())?;
                Some((here.other(), words))
            }
            _ => None,
        }
    }
}

impl FieldState {
    /// Whether a conflict of it waits for a person.
    pub fn waits(&self) -> bool {
        self.held.as_ref().is_some_and(|held| held.decision.is_none())
    }
}
