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
        let same = |wish: &Wish| (wish.side, wish.field) == (line.side, field);
        // The write before this one shall be undone as well: what stood before both comes back. (Not when this one is how
        // that was done: whoever undoes an undoing wants what was undone.)
        let before = wishes.iter().find(|wish| same(wish) && wish.was == line.old && line.why != Why::Undone);
        let to = before.map_or(&line.old, |wish| &wish.to).clone();
        wishes.retain(|wish| !same(wish));
        wishes.push(Wish { side: line.side, field, was: line.new.clone(), to });
    }
    changes.push(Change::Wishes(link.id, wishes));
    changes.push(Change::Doubt(first.side, first.kind, first.record, true));
    changes.push(Change::Dirty(first.kind, Work::Link(link.id)));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::{
        Value,
        ledger::{Memory, Txn},
        mapping::Mapping,
    };

    const LINK: LinkId = LinkId(1);
    const FIELD: FieldId = FieldId(7);

    fn written(op: u64, old: &str, new: &str, why: Why) -> Change {
        let text = |text: &str| Value::Text(text.into());
        let about = record_entry(Side::Desk, Kind::Contact, RecordId(2), Some(LINK), 0, why);
        let line = Entry { op: Some(OpId(op)), field: Some(FIELD), old: text(old), new: text(new), ..about };
        Change::Journal(Box::new(line))
    }

    /// What is wished after these writes were asked to be undone, one after the other.
    fn wished(writes: Vec<Change>, ops: &[u64]) -> Vec<(Value, Value)> {
        let ids = Per { bigin: RecordId(1), desk: RecordId(2) };
        let mut ledger = Memory::new(&Mapping::new(1));
        let mut apply = |changes| ledger.apply(Txn { changes, ..Txn::default() }).map(|()| ledger.clone());
        let link = Change::NewLink(Box::new(Link::new(LINK, Kind::Contact, ids)));
        let mut known = apply(std::iter::once(link).chain(writes).collect()).expect("applied");
        for op in ops {
            known = apply(wish(&known, OpId(*op))).expect("applied");
        }
        let link = known.link(LINK).expect("there");
        link.wishes.iter().map(|wish| (wish.was.clone(), wish.to.clone())).collect()
    }

    fn text(was: &str, to: &str) -> Vec<(Value, Value)> {
        vec![(Value::Text(was.into()), Value::Text(to.into()))]
    }

    #[test]
    fn of_two_writes_of_a_field_both_are_undone() {
        let writes = || vec![written(1, "a", "b", Why::Changed), written(2, "b", "c", Why::Changed)];
        assert_eq!(wished(writes(), &[1, 2]), text("c", "a"));
        assert_eq!(wished(writes(), &[2]), text("c", "b"), "one of them alone is not mixed with the other");
    }

    #[test]
    fn a_write_that_a_person_made_in_between_stays() {
        let writes = vec![written(1, "a", "b", Why::Changed), written(2, "typed", "c", Why::Changed)];
        assert_eq!(wished(writes, &[1, 2]), text("c", "typed"));
    }

    #[test]
    fn undoing_an_undoing_brings_back_what_was_undone() {
        let writes = vec![written(1, "a", "b", Why::Changed), written(2, "b", "a", Why::Undone)];
        assert_eq!(wished(writes, &[1, 2]), text("a", "b"));
    }
}
