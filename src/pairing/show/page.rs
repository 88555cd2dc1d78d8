//! One record, or a pair of them, for the screen.

use super::overview::moment;
use super::{Account, Names, explain, rows, wished};
use crate::model::pairing::{
    Candidate, FieldLine, JournalLine, Kind, LinkId, List, Page, Per, RecordId, RowKey, Side,
};
use crate::pairing::{
    Pairing,
    act::{said, undoable},
    difference::wins,
};
use crate::store::ledger::LedgerError;
use crate::sync::{
    Value,
    ledger::{Entry, Ledger, Seen, Why},
    mapping::Line,
};

/// So many lines of the journal are told.
const LINES: usize = 200;

/// Reads it; none when the ledger does not know it any more.
pub fn page(pairing: &Pairing, key: RowKey) -> Result<Option<Page>, LedgerError> {
    let Some(seen) = found(pairing, key) else { return Ok(None) };
    let Some(account) = explain(pairing, &[seen], LINES)?.pop() else { return Ok(None) };
    // A record that was alone may have a partner by now; then the page is the pair's.
    let key = account.link.as_ref().map_or(key, |link| RowKey::Link(link.id));
    let name = match &account.link {
        Some(link) => rows::of_pair(&pairing.ledger, &Names::of(&pairing.file), link),
        None => account.name.clone(),
    };
    let words = account.refused().map(|(side, words)| (side, words.to_owned()));
    Ok(Some(Page {
        key,
        kind: account.kind,
        name,
        ids: Per::of(|side| ids(&account, side)),
        link: account.link.as_ref().map(|link| link.id),
        state: account.state(),
        list: list(&account),
        fields: fields(pairing, &account),
        words,
        gone: account.gone(),
        rivals: rivals(pairing, &account),
        lines: lines(pairing, &account)?,
        pinned: account.link.as_ref().is_some_and(|link| link.pins.record),
        asked: wished(&pairing.ledger)?.of(key),
    }))
}

fn ids(account: &Account, side: Side) -> Option<RecordId> {
    let linked = account.link.as_ref().map(|link| link.ids[side]);
    linked.or_else(|| account.seen[side].as_ref().map(|seen| seen.id))
}

/// A record of what is shown.
fn found(pairing: &Pairing, key: RowKey) -> Option<Seen> {
    let ledger = &pairing.ledger;
    let of =
        |side: Side, kind: Kind, id: RecordId| ledger.seen(side, kind, id).map(std::borrow::Cow::into_owned);
    match key {
        RowKey::Link(link) => of_link(pairing, link),
        RowKey::Alone(side, kind, id) => of(side, kind, id),
    }
}

fn of_link(pairing: &Pairing, link: LinkId) -> Option<Seen> {
    let link = pairing.ledger.link(link)?;
    let seen = |side: Side| pairing.ledger.seen(side, link.kind, link.ids[side]);
    Side::BOTH.into_iter().find_map(seen).map(std::borrow::Cow::into_owned)
}

fn list(account: &Account) -> List {
    match account.state() {
        "conflict" => List::Conflict,
        "failing" => List::Failing,
        "excluded" => List::Excluded,
        "deleted" => List::Deleted,
        "apart" => List::Apart,
        "ambiguous" => List::Ambiguous,
        _ => List::InSync,
    }
}

fn rivals(pairing: &Pairing, account: &Account) -> Vec<Candidate> {
    let taken = |side, id| pairing.ledger.link_of(side, account.kind, id).is_some();
    account
        .rivals
        .iter()
        .map(|(side, id, name)| Candidate {
            side: *side,
            id: *id,
            name: name.clone(),
            taken: taken(*side, *id),
        })
        .collect()
}

fn fields(pairing: &Pairing, account: &Account) -> Vec<FieldLine> {
    let Some(map) = pairing.file.mapping.kind(account.kind) else { return Vec::new() };
    let words = account.refused().map(|(_, words)| words.to_lowercase());
    let value = |field, side, value: &Value| said(pairing, account.kind, field, side, value);
    let line = |state: &super::FieldState| {
        let line = map.line(state.field)?;
        let name = pairing.file.names.get(&(account.kind, state.field)).cloned().unwrap_or_default();
        let pair = account.link.is_some();
        let differs = if pair {
            differs(line, state)
        } else {
            state.now.bigin.as_ref().or(state.now.desk.as_ref()).is_some_and(|value| !value.is_empty())
        };
        let spoken = |words: &String| Side::BOTH.into_iter().any(|side| names_it(words, &name[side]));
        Some(FieldLine {
            field: state.field,
            base: state.base.as_ref().map(|base| Per::of(|side| value(state.field, side, &base[side]))),
            now: Per::of(|side| state.now[side].as_ref().map(|now| value(state.field, side, now))),
            differs,
            held: state.waits(),
            decided: state.held.as_ref().and_then(|held| held.decision).map(|decision| decision.winner),
            pinned: state.pinned,
            concerned: state.waits()
                || words.as_ref().is_some_and(spoken)
                || account.state() == "ambiguous" && line.key,
            wins: wins(line),
            name,
        })
    };
    account.fields.iter().filter_map(line).collect()
}

/// Whether a refusal speaks of a field.
fn names_it(words: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let each = name.split('+').map(|name| name.trim().to_lowercase()).filter(|name| !name.is_empty());
    each.into_iter().any(|name| {
        words
            .match_indices(&name)
            .any(|(at, _)| !words[..at].ends_with(part) && !words[at + name.len()..].starts_with(part))
    })
}

fn differs(line: &Line, state: &super::FieldState) -> bool {
    if state.waits() {
        return true;
    }
    let empty = Value::Empty;
    let now = |side: Side| state.now[side].as_ref().unwrap_or(&empty);
    match &state.base {
        Some(base) => Side::BOTH.into_iter().any(|side| !line.same(&base[side], now(side))),
        None => !line.same(now(Side::Bigin), now(Side::Desk)),
    }
}

fn lines(pairing: &Pairing, account: &Account) -> Result<Vec<JournalLine>, LedgerError> {
    let all: Vec<Entry> = account.lines.iter().map(|(_, entry)| entry.clone()).collect();
    let undoable: Vec<_> = undoable(&all).collect();
    let value = |entry: &Entry, value: &Value| match entry.field {
        Some(field) => said(pairing, entry.kind, field, entry.side, value),
        None => String::new(),
    };
    let mut lines = Vec::new();
    for (seq, entry) in account.lines.iter().rev() {
        lines.push(JournalLine {
            seq: *seq,
            at: moment(entry.at),
            op: entry.op,
            side: entry.side,
            field: entry.field,
            old: value(entry, &entry.old),
            new: value(entry, &entry.new),
            why: why(entry.why),
            run: pairing.ledger.run_at(entry.at)?,
            undoable: entry.op.is_some_and(|op| undoable.contains(&op)),
        });
    }
    Ok(lines)
}

/// The word for a rule.
pub const fn why(why: Why) -> &'static str {
    match why {
        Why::Changed => "changed",
        Why::FilledIn => "filled-in",
        Why::Conflict => "conflict",
        Why::Decided => "decided",
        Why::Held => "held",
        Why::Created => "created",
        Why::Linked => "linked",
        Why::Joined => "joined",
        Why::Parted => "parted",
        Why::Gone => "gone",
        Why::Back => "back",
        Why::Refused => "refused",
        Why::NotDone => "not-done",
        Why::Turning => "turning",
        Why::Undone => "undone",
        Why::NotUndone => "not-undone",
        Why::Pinned => "pinned",
        Why::Unpinned => "unpinned",
    }
}
