//! Between the engine and the services: time passes, people act, and things go wrong.

use std::borrow::Cow;

use balcao::sync::{
    FieldId, Kind, Millis, Side, Value,
    engine::{Answer, Outcome, Request, Write, WriteRow},
    ledger::{Ledger, Seen},
};

use super::{
    mapping::fields_of,
    service::{Who, field},
    whims::{FOUGHT, PutBack},
    world::{Late, Sent, World},
};

impl World {
    /// A call and its answer.
    pub fn exchange(&mut self, request: Request, before: Millis) -> Answer {
        self.tally.calls += 1;
        let latency = if self.faults.quick { 5 + self.trouble.ms(40) } else { 40 + self.trouble.ms(800) };
        if self.now > before && matches!(request, Request::Write(_)) {
            return Answer::Lost;
        }
        // Calls that left together do not know of each other.
        if self.here() < self.leave_alone[request.side()]
            && self.alone
            && self.clock == 0
            && !matches!(request, Request::Write(_))
        {
            self.fail(|| "a service that asked to be left alone was called".to_owned());
        }
        self.count(request.side(), request.credits(&self.limits.prices));
        let sent = self.now;
        if self.trouble.in_thousand(self.faults.backup) {
            self.back_up();
        }
        self.people_act();
        self.pass(latency / 2);
        if self.trouble.in_thousand(self.faults.busy) {
            let wait = self.trouble.in_thousand(500).then(|| self.trouble.ms(10_000));
            if let Some(wait) = wait.filter(|_| self.alone) {
                self.leave_alone[request.side()] = self.here() + wait;
            }
            return Answer::Busy { wait };
        }
        if self.trouble.in_thousand(self.faults.lost_before) {
            self.pass(latency);
            return Answer::Lost;
        }
        let answer = self.serve(request, sent);
        self.people_act();
        self.pass(latency / 2);
        if self.trouble.in_thousand(self.faults.lost_after) { Answer::Lost } else { answer }
    }

    fn serve(&mut self, request: Request, sent: Millis) -> Answer {
        let rows = |world: &Self, side: Side, rows, more| Answer::Rows {
            rows,
            more,
            date: world.service(side).second(world.now),
        };
        match request {
            Request::List { side, kind, from, skip, limit } => {
                let lag = if side == Side::Desk { self.faults.lag } else { 0 };
                let now = self.now;
                let mut dice = self.trouble.clone();
                let (found, more) = self.service(side).list(kind, from, skip, limit, || now - dice.ms(lag));
                self.trouble = dice;
                rows(self, side, found, more)
            }
            Request::Gone { side, kind, skip, limit } => {
                let (now, lag) = (self.now, self.faults.lag / 4);
                let mut dice = self.trouble.clone();
                let (rows, more) = self.service(side).gone(kind, skip, limit, || now - dice.ms(lag));
                self.trouble = dice;
                Answer::Gone { rows, more, date: self.service(side).second(self.now) }
            }
            Request::Read { side, ids, .. } => rows(self, side, self.service(side).read(&ids), false),
            Request::Find { side, kind, seeks } => {
                let (now, lag) = (self.now, self.faults.lag);
                let mut dice = self.trouble.clone();
                let found = self.service(side).search(kind, &seeks, || now - dice.ms(lag));
                self.trouble = dice;
                rows(self, side, found, false)
            }
            Request::Write(write) => self.serve_write(&write, sent),
        }
    }

    fn serve_write(&mut self, write: &Write, sent: Millis) -> Answer {
        self.watch(write);
        let (side, kind) = (write.side(), write.kind());
        let target = |row: &WriteRow| self.ledger.seen(side, kind, row.target?).map(Cow::into_owned);
        let sent = Sent { at: sent, known: write.rows().iter().map(target).collect() };
        if self.trouble.in_thousand(self.faults.late) {
            let when = self.now + self.trouble.ms(20_000);
            self.late.push((when, Late { side, kind, rows: write.rows().to_vec(), sent }));
            return Answer::Lost;
        }
        let mut outcomes = self.carry_out(side, kind, write.rows(), &sent);
        if self.trouble.in_thousand(self.faults.short) {
            outcomes.truncate(self.trouble.index(outcomes.len() + 1));
        }
        Answer::Written(outcomes)
    }

    /// Writes, and looks whether each write is one that may be.
    pub fn carry_out(&mut self, side: Side, kind: Kind, rows: &[WriteRow], sent: &Sent) -> Vec<Outcome> {
        let mut outcomes = Vec::with_capacity(rows.len());
        for (row, known) in rows.iter().zip(&sent.known) {
            self.tally.writes += 1;
            let who = self.who_of(side, row);
            let named = row.fields.iter().filter_map(|(_, value)| value.as_record());
            if let Some(id) = named.into_iter().find(|id| self.service(side).at(*id).is_none()) {
                self.fail(|| format!("{side:?} is told of {id}, which it does not have"));
            }
            match row.target {
                None => self.look_at_create(side, kind, row, who, sent.at),
                Some(_) => self.look_at_update(side, kind, row, known.as_ref()),
            }
            let undoes = self.undoes_of(side, row, known.as_ref());
            let now = self.now;
            if let Some(id) = row.target {
                self.changed_since(side, id);
            }
            let outcome = self.service_mut(side).write(kind, row, who, now);
            if matches!(outcome, Outcome::Done { .. }) {
                for put in undoes {
                    self.look_at_undo(side, sent.at, put);
                }
            }
            if let Outcome::Done { id, .. } = outcome
                && row.fields.iter().any(|(other, _)| *other == field(FOUGHT))
            {
                self.robot(side, kind, id);
            }
            outcomes.push(outcome);
        }
        outcomes
    }

    fn who_of(&self, side: Side, row: &WriteRow) -> Who {
        let source = self.service(side.other()).find(row.mark);
        source.map_or(0, |record| record.who)
    }

    /// Nobody is created who is there already, or was and is dead.
    fn look_at_create(&mut self, side: Side, kind: Kind, row: &WriteRow, who: Who, sent: Millis) {
        // Who appeared so shortly before that no search could show it, came at the same time.
        let grace = Millis::from(self.faults.lag) + 8_000;
        let there =
            self.service(side).records.iter().filter(|record| record.kind == kind && record.who == who);
        // Of two records about one person, one is another person to the engine.
        let twins = self
            .service(side.other())
            .records
            .iter()
            .filter(|record| record.kind == kind && record.who == who);
        if twins.count() > 1 {
            return;
        }
        let mut there = there.filter(|record| record.mark != Some(row.mark) || side == Side::Desk);
        let twice = there.clone().find(|record| record.live() && (record.there_since() < sent - grace));
        if let Some(id) = twice.map(|record| record.id) {
            self.fail(|| format!("{side:?} {kind:?} about {who} is created though {id} is there"));
        } else if let Some(id) =
            there.find(|record| self.ledger.link_of(side, kind, record.id).is_some()).map(|record| record.id)
        {
            self.fail(|| format!("{side:?} {kind:?} about {who} is created in place of {id}, which is dead"));
        }
    }

    /// No value is written over itself, and no person's value is overwritten without the journal. `known` is the target
    /// as the ledger had it when the call left: what somebody did since cannot have been known.
    fn look_at_update(&mut self, side: Side, kind: Kind, row: &WriteRow, known: Option<&Seen>) {
        let Some(at) = row.target.and_then(|id| self.service(side).at(id)) else { return };
        for (index, value) in (0..fields_of(kind))
            .filter_map(|at| Some((at, &row.fields.iter().find(|(other, _)| *other == field(at))?.1)))
        {
            let record = &self.service(side).records[at];
            let id = record.id;
            let there = &record.now().values[index];
            let (before, new) = (self.token(side, there), self.token(side, value));
            let known = known.and_then(|seen| seen.cell(field(index)));
            // Two companies about one are two to a lookup, though they have one number.
            let was_known = known.is_some_and(|cell| {
                self.token(side, &cell.value) == before && cell.value.as_record() == there.as_record()
            });
            if before == new && there.as_record() == value.as_record() && was_known {
                let by = if record.by_engine[index] { "us" } else { "a person" };
                self.fail(|| {
                    format!("an echo: {side:?} {id} field {index} is {before} by {by} and is written {new}")
                });
            }
            let by_engine = self.service(side).records[at].by_engine[index];
            if !by_engine && before != 0 && was_known {
                self.overwritten.push((side, id, index, before));
            }
        }
    }

    /// The fields of a write that may put something back, and what was known to stand there.
    fn undoes_of(&self, side: Side, row: &WriteRow, known: Option<&Seen>) -> Vec<PutBack> {
        let Some(id) = row.target.filter(|_| !self.undoing.is_empty()) else { return Vec::new() };
        let told = |(other, value): &(FieldId, Value)| {
            let known = known.and_then(|seen| seen.cell(*other)).map(|cell| self.token(side, &cell.value));
            PutBack { id, at: usize::from(other.0), known, new: self.token(side, value) }
        };
        row.fields.iter().map(told).collect()
    }
}
