//! Writing: a transaction of the core is a transaction of SQLite.

use std::borrow::Cow;

use rusqlite::params;

use super::{LedgerError, SqliteLedger, code, lists};
use crate::sync::{
    FieldId, Kind, LinkId, OpId, Side,
    canon::{Shape, canon},
    ledger::{Change, Cursor, Intent, Ledger, Link, LinkState, Pairing, Refusal, Seen, Stage, Txn, Work},
    preview::Scratch,
};

impl Scratch for SqliteLedger {
    fn apply_scratch(&mut self, txn: Txn) -> Result<(), Refusal> {
        self.apply(txn)
    }
}

impl SqliteLedger {
    /// Applies a transaction, whole or not at all. Why it could not be written is told by [`SqliteLedger::failure`].
    pub fn apply(&self, txn: Txn) -> Result<(), Refusal> {
        match self.try_apply(txn) {
            Ok(applied) => applied,
            Err(error) => {
                self.failure.borrow_mut().get_or_insert(error);
                Err(Refusal::Unwritable)
            }
        }
    }

    fn try_apply(&self, txn: Txn) -> Result<Result<(), Refusal>, LedgerError> {
        self.run("BEGIN IMMEDIATE", [])?;
        let applied = self.apply_all(txn);
        if matches!(applied, Ok(Ok(()))) {
            self.run("COMMIT", [])?;
        } else {
            self.open.take();
            self.run("ROLLBACK", [])?;
        }
        applied
    }

    fn apply_all(&self, txn: Txn) -> Result<Result<(), Refusal>, LedgerError> {
        let pairing = self.pairing();
        if txn.epoch.is_some_and(|epoch| epoch != pairing.epoch) {
            return Ok(Err(Refusal::NotLeader));
        }
        if let Some(lease) = txn.lease {
            let Some(claimed) = pairing.claimed(lease) else { return Ok(Err(Refusal::NotLeader)) };
            self.lead(claimed)?;
        }
        for change in txn.changes {
            self.change(change)?;
        }
        self.close()?;
        Ok(Ok(()))
    }

    fn lead(&self, claimed: Pairing) -> Result<(), LedgerError> {
        let with = params![code::number(claimed.leader), code::number(claimed.epoch), claimed.lease_until];
        self.run("UPDATE pairing SET leader = ?1, epoch = ?2, lease_until = ?3", with)
    }

    fn run(&self, sql: &str, with: impl rusqlite::Params) -> Result<(), LedgerError> {
        self.conn.prepare_cached(sql)?.execute(with)?;
        Ok(())
    }

    fn change(&self, change: Change) -> Result<(), LedgerError> {
        match change {
            Change::Seen(seen) => self.see(&seen),
            Change::Dirty(kind, work) => {
                let (what, id) = code::work(work);
                self.run(
                    "INSERT OR IGNORE INTO work VALUES (?1, ?2, ?3)",
                    params![code::kind(kind), what, id],
                )
            }
            Change::Clean(kind, work) => self.clean(kind, work),
            Change::Doubt(side, kind, id, doubt) => {
                let sql = if doubt {
                    "INSERT OR IGNORE INTO doubt VALUES (?1, ?2, ?3)"
                } else {
                    "DELETE FROM doubt WHERE side = ?1 AND kind = ?2 AND id = ?3"
                };
                self.run(sql, params![code::side(side), code::kind(kind), code::number(id.0)])
            }
            Change::NewLink(link) => self.close().and_then(|()| self.new_link(&link)),
            Change::Settle(id, base) => self.link_with(id, |link| link.settle(base)),
            Change::State(id, state) => self.link_with(id, |link| link.state = state),
            Change::Hold(id, field, held) => self.link_with(id, |link| link.hold(field, held)),
            Change::Tried(id, tried) => self.link_with(id, |link| link.tried = tried),
            Change::Pin(id, field, on) => self.link_with(id, |link| link.pin(field, on)),
            Change::Wishes(id, wishes) => self.link_with(id, |link| link.wishes = wishes),
            Change::Warm(id, heat) => self.link_with(id, |link| link.warm(heat)),
            Change::Intend(intent) => self.intend(&intent),
            Change::Stage(op, stage) => self.stage(op, stage),
            Change::Resolve(op) => self.run("DELETE FROM intent WHERE op = ?1", [code::number(op.0)]),
            Change::Park(side, kind, id, Some(parked)) => {
                let with = params![
                    code::side(side),
                    code::kind(kind),
                    code::number(id.0),
                    code::body(&parked)?,
                    lists::is_refused(&parked)
                ];
                self.run("INSERT OR REPLACE INTO parked VALUES (?1, ?2, ?3, ?4, ?5)", with)
            }
            Change::Park(side, kind, id, None) => {
                let with = params![code::side(side), code::kind(kind), code::number(id.0)];
                self.run("DELETE FROM parked WHERE side = ?1 AND kind = ?2 AND id = ?3", with)
            }
            Change::Cursor(feed, cursor) => {
                let with = params![code::body(&feed)?, code::body(&cursor)?];
                self.run("INSERT OR REPLACE INTO cursor VALUES (?1, ?2)", with)
            }
            Change::Brake(brake) => self.run("UPDATE pairing SET brake = ?1", [code::brake(brake)]),
            Change::PlanAll(planned_for) => self.plan_all(planned_for),
            Change::Spent(side, spent) => {
                let with = params![code::side(side), code::body(&spent)?];
                self.run("INSERT OR REPLACE INTO spent VALUES (?1, ?2)", with)
            }
            Change::Journal(entry) => {
                let link = entry.link.map(|link| code::number(link.0));
                self.run(
                    "INSERT INTO journal (link, op, body) VALUES (?1, ?2, ?3)",
                    params![link, entry.op.map(|op| code::number(op.0)), code::body(&entry)?],
                )
            }
        }
    }

    fn clean(&self, kind: Kind, work: Work) -> Result<(), LedgerError> {
        let (what, id) = code::work(work);
        let sql = "DELETE FROM work WHERE kind = ?1 AND what = ?2 AND id = ?3";
        self.run(sql, params![code::kind(kind), what, id])
    }

    fn see(&self, seen: &Seen) -> Result<(), LedgerError> {
        let (side, kind, id) = (code::side(seen.side), code::kind(seen.kind), code::number(seen.id.0));
        let mark = seen.mark.map(|mark| code::number(mark.0));
        let sql = "INSERT OR REPLACE INTO seen VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        self.run(sql, params![side, kind, id, seen.live, mark, code::body(seen)?, self.is_out(seen)])?;
        self.run("DELETE FROM match_key WHERE side = ?1 AND kind = ?2 AND id = ?3", params![side, kind, id])?;
        self.move_pair(seen)?;
        self.put_keys(seen)
    }

    fn put_keys(&self, seen: &Seen) -> Result<(), LedgerError> {
        let (side, kind, id) = (code::side(seen.side), code::kind(seen.kind), code::number(seen.id.0));
        for (field, key) in self.keys_of(seen) {
            let with = params![side, kind, field.0, code::key(&key)?, id];
            self.run("INSERT OR IGNORE INTO match_key VALUES (?1, ?2, ?3, ?4, ?5)", with)?;
        }
        Ok(())
    }

    fn keys_of(&self, seen: &Seen) -> impl Iterator<Item = (FieldId, crate::sync::Value)> {
        let of_kind = |&&(kind, ..): &&(Kind, FieldId, Shape)| kind == seen.kind && seen.live;
        self.keys.iter().filter(of_kind).filter_map(|&(_, field, shape)| {
            let form = canon(shape, &seen.cell(field)?.value);
            (!form.is_empty()).then_some((field, form))
        })
    }

    fn new_link(&self, link: &Link) -> Result<(), LedgerError> {
        for side in Side::BOTH {
            self.clean(link.kind, Work::Record(side, link.ids[side]))?;
            self.change(Change::Park(side, link.kind, link.ids[side], None))?;
        }
        self.run("UPDATE pairing SET last_link = max(last_link, ?1)", [code::number(link.id.0)])?;
        self.put_link(link)
    }

    fn put_link(&self, link: &Link) -> Result<(), LedgerError> {
        let (bigin, desk) = (code::number(link.ids.bigin.0), code::number(link.ids.desk.0));
        let active = link.state == LinkState::Active;
        let (rests, held) = self.place(link);
        let with = params![
            code::number(link.id.0),
            code::kind(link.kind),
            bigin,
            desk,
            active,
            code::body(link)?,
            rests,
            held
        ];
        self.run("INSERT OR REPLACE INTO link VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", with)
    }

    /// Changes a link. Most transactions change one link several times, so it is written when the next one is changed, or
    /// at the end.
    fn link_with(&self, id: LinkId, change: impl FnOnce(&mut Link)) -> Result<(), LedgerError> {
        if self.open.borrow().as_ref().is_none_or(|link| link.id != id) {
            self.close()?;
            *self.open.borrow_mut() = self.link(id).map(Cow::into_owned);
        }
        if let Some(link) = self.open.borrow_mut().as_mut() {
            change(link);
        }
        Ok(())
    }

    fn close(&self) -> Result<(), LedgerError> {
        match self.open.take() {
            Some(link) => self.put_link(&link),
            None => Ok(()),
        }
    }

    fn intend(&self, intent: &Intent) -> Result<(), LedgerError> {
        let op = code::number(intent.op.0);
        self.run("UPDATE pairing SET last_op = max(last_op, ?1)", [op])?;
        self.run("INSERT OR REPLACE INTO intent VALUES (?1, ?2)", params![op, code::body(intent)?])
    }

    fn stage(&self, op: OpId, stage: Stage) -> Result<(), LedgerError> {
        let mut intents = Vec::new();
        self.intents(&mut intents);
        match intents.into_iter().find(|intent| intent.op == op) {
            Some(intent) => self.intend(&Intent { stage, ..intent }),
            None => Ok(()),
        }
    }

    /// Another mapping may have other match fields.
    fn index_anew(&self) -> Result<(), LedgerError> {
        self.run("DELETE FROM match_key", [])?;
        for (side, kind) in Side::BOTH.into_iter().flat_map(|side| Kind::ALL.map(|kind| (side, kind))) {
            let (mut after, mut ids) = (None, Vec::new());
            loop {
                ids.clear();
                self.live(side, kind, after, 512, &mut ids);
                let Some(last) = ids.last() else { break };
                after = Some(*last);
                for seen in ids.iter().filter_map(|id| self.seen(side, kind, *id)) {
                    self.put_keys(&seen)?;
                }
            }
        }
        Ok(())
    }

    fn plan_all(&self, planned_for: u32) -> Result<(), LedgerError> {
        self.run("UPDATE pairing SET map_revision = ?1", [planned_for])?;
        let mut cursors: Vec<(String, Cursor)> = Vec::new();
        {
            let mut query = self.conn.prepare_cached("SELECT feed, body FROM cursor")?;
            let found = query.query_map([], |row| Ok((row.get(0)?, code::read(row, 1)?)))?;
            cursors.extend(found.collect::<Result<Vec<_>, _>>()?);
        }
        for (feed, cursor) in cursors {
            self.run(
                "UPDATE cursor SET body = ?2 WHERE feed = ?1",
                params![feed, code::body(&cursor.anew())?],
            )?;
        }
        self.index_anew()?;
        let mut ids = Vec::new();
        {
            let mut query = self.conn.prepare_cached("SELECT id FROM link")?;
            let found = query.query_map([], |row| row.get::<_, i64>(0))?;
            ids.extend(found.collect::<Result<Vec<_>, _>>()?);
        }
        for id in ids {
            self.link_with(LinkId(code::id(id)), Link::wake)?;
        }
        self.close()?;
        self.run("INSERT OR IGNORE INTO work SELECT kind, 0, id FROM link", [])?;
        self.run("DELETE FROM parked", [])?;
        let alone = concat!(
            "INSERT OR IGNORE INTO work SELECT kind, side + 1, id FROM seen WHERE live = 1 AND ",
            alone!()
        );
        self.run(alone, [])
    }
}
