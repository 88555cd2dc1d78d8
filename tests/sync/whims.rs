//! What people want of the engine itself: to keep a field as it is, to have a write undone. And robots, which want
//! nothing but their own value.

use balcao::sync::{
    Kind, Millis, RecordId, Side, Value,
    engine::Command,
    ledger::{Entry, Ledger, Why},
};

use super::{service::field, truth::Token, world::World};

/// The field that robots fight over.
pub const FOUGHT: usize = 1;

/// So often may a side of it be written: the turns that are allowed, twice, and what people type meanwhile.
const MANY: usize = 30;

/// What a person wants back in a field, and since when.
pub struct Undo {
    pub asked: Millis,
    pub side: Side,
    pub record: RecordId,
    pub field: usize,
    pub to: Token,
}

/// A field of a write that may put something back, and what was known to stand there.
#[derive(Clone, Copy)]
pub struct PutBack {
    pub id: RecordId,
    pub at: usize,
    pub known: Option<Token>,
    pub new: Token,
}

impl World {
    /// Something to keep, to let go, or to undo.
    pub fn pin_or_undo(&mut self) -> Option<Command> {
        if self.calm {
            // In the end nothing is kept, so that everything has to agree.
            let pinned = self.ledger.all_links().filter(|_| self.undoes).find_map(|link| {
                let field = link.pins.fields.first().copied();
                (link.pins.record || field.is_some()).then_some((link.id, field))
            });
            return pinned.map(|(link, field)| Command::Pin { link, field, on: false });
        }
        if self.trouble.in_thousand(self.faults.pins) {
            let links = self.ledger.all_links().count();
            if links > 0 {
                let at = self.trouble.index(links);
                let link = self.ledger.all_links().nth(at)?.id;
                let field = self.trouble.in_thousand(800).then(|| field(1 + self.trouble.index(2)));
                return Some(Command::Pin { link, field, on: self.trouble.in_thousand(700) });
            }
        }
        if self.trouble.in_thousand(self.faults.undo) {
            let written = |entry: &&Entry| {
                entry.field.is_some()
                    && entry.op.is_some()
                    && matches!(entry.why, Why::Changed | Why::Conflict | Why::FilledIn | Why::Decided)
            };
            let lines = self.ledger.journal().iter().filter(written).count();
            if lines > 0 {
                let at = self.trouble.index(lines);
                let op = self.ledger.journal().iter().filter(written).nth(at)?.op?;
                self.wish(op);
                return Some(Command::Revert(op));
            }
        }
        None
    }

    /// Whether nothing is pinned or to be undone any more.
    pub fn idle(&self) -> bool {
        self.ledger.all_links().all(|link| {
            !link.pins.record
                && link.pins.fields.is_empty()
                && (link.wishes.is_empty() || !self.linked_alive(link))
        })
    }

    fn linked_alive(&self, link: &balcao::sync::ledger::Link) -> bool {
        let left = Side::BOTH.into_iter().any(|side| {
            let seen = self.ledger.seen(side, link.kind, link.ids[side]);
            seen.is_some_and(|seen| self.map.kind(link.kind).is_some_and(|map| map.has_left(&seen)))
        });
        !left
            && Side::BOTH
                .into_iter()
                .all(|side| self.service(side).find(link.ids[side]).is_some_and(super::service::Record::live))
            && link.state == balcao::sync::ledger::LinkState::Active
    }

    fn wish(&mut self, op: balcao::sync::OpId) {
        let mut lines = Vec::new();
        self.ledger.written(op, &mut lines);
        for line in lines {
            let Some(at) = line.field.map(|field| usize::from(field.0)) else { continue };
            let to = self.token(line.side, &line.old);
            self.undoing.push(Undo { asked: self.now, side: line.side, record: line.record, field: at, to });
        }
    }

    /// A write that puts back what was there before another one is a person's edit, if it left after that was asked for.
    /// `known` is what stood there as far as was known when it left.
    pub fn look_at_undo(&mut self, side: Side, sent: Millis, put: PutBack) {
        let PutBack { id, at, known, new } = put;
        let asked = |undo: &Undo| {
            (undo.side, undo.record, undo.field, undo.to) == (side, id, at, new) && undo.asked <= sent
        };
        if !self.undoing.iter().any(asked) {
            return;
        }
        let Some(record) = self.service(side).find(id) else { return };
        let (who, kind) = (record.who, record.kind);
        let link = self.ledger.link_of(side, kind, id).and_then(|link| self.ledger.link(link));
        let across = link.as_ref().and_then(|link| {
            let seen = self.ledger.seen(side.other(), kind, link.ids[side.other()])?;
            Some(self.token(side.other(), &seen.cell(field(at))?.value))
        });
        let was = link.as_ref().and_then(|link| {
            let wish =
                link.wishes.iter().find(|wish| (wish.side, usize::from(wish.field.0)) == (side, at))?;
            Some(self.token(side, &wish.was))
        });
        let Some(was) = was.filter(|was| *was != new) else { return };
        if across == Some(new) {
            // It may as well have come across before it was asked for.
            return self.truth.also(who, at, new);
        }
        if known != Some(was) && known != Some(new) {
            self.fail(|| {
                format!("{side:?} {id} field {at} is put back to {new}, but {known:?} stood there, not {was}")
            });
        }
        self.truth.edit(who, at, was, new);
    }

    /// The robot of a side puts its own value back.
    pub fn robot(&mut self, side: Side, kind: Kind, id: RecordId) {
        if !self.faults.robots || kind != Kind::Contact {
            return;
        }
        self.turned.push((side, id));
        if self.turned.iter().filter(|turned| **turned == (side, id)).count() > MANY {
            self.fail(|| format!("{side:?} {id} is turned over and over"));
        }
        let Some(who) = self.service(side).find(id).filter(|record| record.live()).map(|record| record.who)
        else {
            return;
        };
        let own = Value::text(if side == Side::Bigin { "v900000" } else { "v900001" });
        self.put(side, id, who, FOUGHT, own);
        // It never rests: what an index hides of it has to be seen before the end.
        self.not_before = self.not_before.max(self.now + Millis::from(self.faults.lag) + 2_000);
    }
}
