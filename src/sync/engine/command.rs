//! What a person wants, as changes of the ledger. A command is tried again by who gave it when it was refused.

use crate::sync::{
    FieldId, Kind, LinkId, OpId, Per, RecordId, Side,
    ledger::{Brake, Change, Decision, Entry, Held, Ledger, Link, LinkState, Why, Wish, Work},
    mode::Mode,
    rules::Rules,
};

use super::{Command, Effect, Engine, Stage, lost::record_entry};

impl<M: Mode, R: Rules> Engine<M, R> {
    /// Carries a command out between two cycles; one that comes in the middle of a cycle is not taken.
    pub(super) fn command<L: Ledger>(&mut self, ledger: &L, command: Command, out: &mut Vec<Effect>) {
        if !matches!(self.stage, Stage::Asleep) || self.committing {
            return;
        }
        let changes = match command {
            Command::Decide { link, field, winner, shown } => {
                let Some(found) = ledger.link(link) else { return };
                let Some(held) = found.held(field).filter(|held| held.values == shown) else { return };
                let decided = Held { decision: Some(Decision { winner }), ..held.clone() };
                vec![Change::Hold(link, field, Some(decided)), Change::Dirty(found.kind, Work::Link(link))]
            }
            Command::ReleaseBrake => vec![Change::Brake(Brake::Released)],
            Command::Retry(kind, work) => match work {
                Work::Link(link) => {
                    vec![Change::State(link, LinkState::Active), Change::Dirty(kind, work)]
                }
                Work::Record(side, id) => {
                    vec![Change::Park(side, kind, id, None), Change::Dirty(kind, work)]
                }
            },
            Command::Pin { link, field, on } => self.pin(ledger, link, field, on),
            Command::Revert(op) => wish(ledger, op),
            Command::Hint(side, kind, id) => vec![Change::Doubt(side, kind, id, true)],
            Command::Link(kind, ids) => {
                let Some(changes) = self.join(ledger, kind, ids) else { return };
                changes
            }
            Command::Part(link) => {
                let Some(found) = ledger.link(link) else { return };
                let (kind, id) = (found.kind, found.ids.bigin);
                let line = record_entry(Side::Bigin, kind, id, Some(link), self.now, Why::Parted);
                vec![Change::State(link, LinkState::Apart), Change::Journal(Box::new(line))]
            }
        };
        if !changes.is_empty() {
            self.commit(out, changes);
        }
    }

    fn pin<L: Ledger>(&self, ledger: &L, link: LinkId, field: Option<FieldId>, on: bool) -> Vec<Change> {
        let Some(found) = ledger.link(link) else { return Vec::new() };
        let why = if on { Why::Pinned } else { Why::Unpinned };
        let about = record_entry(Side::Bigin, found.kind, found.ids.bigin, Some(link), self.now, why);
        vec![
            Change::Pin(link, field, on),
            Change::Journal(Box::new(Entry { field, ..about })),
            Change::Dirty(found.kind, Work::Link(link)),
        ]
    }

    /// The link of two records that are known and have no other partner. One that was parted, or whose record was gone, is
    /// the same link again.
    fn join<L: Ledger>(&self, ledger: &L, kind: Kind, ids: Per<RecordId>) -> Option<Vec<Change>> {
        let known = |side: Side| ledger.seen(side, kind, ids[side]).is_some_and(|seen| seen.live);
        if !Side::BOTH.into_iter().all(known) {
            return None;
        }
        let id = match (
            ledger.link_of(Side::Bigin, kind, ids.bigin),
            ledger.link_of(Side::Desk, kind, ids.desk),
        ) {
            (None, None) => None,
            (Some(one), Some(other)) if one == other => Some(one),
            _ => return None,
        };
        let (mut changes, link) = match id {
            Some(link) => (vec![Change::State(link, LinkState::Active)], link),
            None => {
                let link = ledger.next_ids().0;
                (vec![Change::NewLink(Box::new(Link::new(link, kind, ids)))], link)
            }
        };
        let line = record_entry(Side::Bigin, kind, ids.bigin, Some(link), self.now, Why::Joined);
        changes.push(Change::Dirty(kind, Work::Link(link)));
        changes.push(Change::Journal(Box::new(line)));
        Some(changes)
    }
}

/// What has to be undone of a write. Its target is read before anything is written.
fn wish<L: Ledger>(ledger: &L, op: OpId) -> Vec<Change> {
    let mut lines = Vec::new();
    ledger.written(op, &mut lines);
    let mut changes = Vec::new();
    let of_link = |entry: &Entry| ledger.link_of(entry.side, entry.kind, entry.record);
    let written = |entry: &&Entry| entry.field.is_some() && entry.why != Why::Created;
    let Some(first) = lines.iter().find(written) else { return changes };
    let Some(link) = of_link(first).and_then(|id| ledger.link(id)) else { return changes };
    let mut wishes = link.wishes.clone();
    for line in lines.iter().filter(written) {
        let Some(field) = line.field else { continue };
        wishes.retain(|wish| (wish.side, wish.field) != (line.side, field));
        wishes.push(Wish { side: line.side, field, was: line.new.clone(), to: line.old.clone() });
    }
    changes.push(Change::Wishes(link.id, wishes));
    changes.push(Change::Doubt(first.side, first.kind, first.record, true));
    changes.push(Change::Dirty(first.kind, Work::Link(link.id)));
    changes
}
