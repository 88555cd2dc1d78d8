//! One effect after the other: calls are exchanged, transactions applied, and the program dies between any two of them.

use balcao::sync::{
    Kind, Per, Side,
    engine::{Command, Effect, Event, Notice},
    ledger::{Brake, Cause, Held, Ledger, Link, LinkState, Refusal, Why, Work},
    mode::Mode,
};

use super::world::{Process, World};

impl World {
    pub fn perform<M: Mode + Default>(&mut self, processes: &mut Vec<Process<M>>, at: usize) {
        self.tally.effects += 1;
        let effect = self.next_effect(&mut processes[at]);
        let last = self.case.crash_at.is_some_and(|when| u64::from(when) == self.tally.effects);
        if last || self.trouble.in_thousand(self.faults.crash) {
            return self.crash(&mut processes[at], effect);
        }
        if self.trouble.in_thousand(self.faults.stall) && processes.len() < 2 {
            self.say(|| format!("process {} is held up", processes[at].id));
            self.gone_before = None;
            processes[at].stalled_until = self.now + self.limits.lease + self.trouble.ms(20_000);
            processes[at].queue.push_front(effect);
            self.alone = false;
            let mut second = self.process::<M>();
            second.stalled_until = self.now + self.trouble.ms(10_000);
            return processes.push(second);
        }
        if self.trouble.in_thousand(self.faults.clock_back) {
            self.clock -= self.trouble.ms(20_000);
        }
        let process = &mut processes[at];
        match effect {
            Effect::Call(call) => {
                let answer = self.exchange(call.request, call.before);
                self.say(|| format!("process {} is answered {answer:?}", process.id));
                self.tell(process, Event::Answer(call.id, answer));
            }
            Effect::Commit(txn) => {
                self.say(|| format!("process {} commits {txn:?}", process.id));
                let unwritable = self.trouble.in_thousand(self.faults.unwritable);
                let result = if unwritable { Err(Refusal::Unwritable) } else { self.apply(txn) };
                match result {
                    Ok(()) => self.tell(process, Event::Committed),
                    Err(refusal) => {
                        self.say(|| format!("process {}: {refusal}", process.id));
                        self.gone_before = None;
                        self.tell(process, Event::CommitRefused(refusal));
                    }
                }
            }
            Effect::Sleep(until) => {
                process.wakes = Some(until);
                self.command(process);
            }
            // What one that does not lead any more had still to tell is no news.
            Effect::Tell(_) if self.ledger.pairing().leader != process.id => {}
            Effect::Tell(notice) => self.hear(notice),
        }
    }

    /// The next effect; calls that are under way at once are answered in any order.
    fn next_effect<M>(&mut self, process: &mut Process<M>) -> Effect {
        let calls = process.queue.iter().take_while(|effect| matches!(effect, Effect::Call(_))).count();
        let at = if calls > 1 { self.trouble.index(calls) } else { 0 };
        process.queue.remove(at).expect("it is ready")
    }

    /// The program dies; the call may have left, the transaction may have been written.
    fn crash<M: Mode + Default>(&mut self, process: &mut Process<M>, effect: Effect) {
        self.say(|| format!("process {} dies before {effect:?}", process.id));
        self.leave_alone = Per::default();
        self.gone_before = None;
        if self.trouble.in_thousand(500) {
            match effect {
                Effect::Call(call) => drop(self.exchange(call.request, call.before)),
                Effect::Commit(txn) => drop(self.apply(txn)),
                Effect::Sleep(_) | Effect::Tell(_) => {}
            }
        }
        let stalled_until = self.now + self.trouble.ms(5_000);
        *process = Process { stalled_until, ..self.process() };
    }

    fn hear(&mut self, notice: Notice) {
        self.say(|| format!("{notice:?}"));
        let gone = self.ledger.journal().iter().filter(|entry| entry.why == Why::Gone).count();
        let before = self.gone_before.replace(gone);
        let Notice::CycleDone { wrote, waits } = notice else {
            self.gone_before = None;
            return;
        };
        self.agreed();
        let braked = self.ledger.pairing().brake != Brake::Off;
        if before.is_some_and(|before| gone > before + 2) && !braked {
            self.fail(|| "more links died in one cycle than the brake allows".to_owned());
        }
        self.quiet = if wrote || (waits && self.still) { 0 } else { self.quiet + 1 };
        // A clock that went back has to come forward again first.
        let patience = if self.clock == 0 { 6 } else { 80 };
        let resting = self.ledger.has_intents() && self.quiet < 60;
        if self.calm
            && self.now >= self.not_before
            && !resting
            && self.ledger.pairing().brake == Brake::Off
            && (!self.undoes || self.idle())
            && self.late.is_empty()
            && (self.quiet >= patience || (self.quiet >= 2 && !waits))
        {
            self.done = true;
        }
    }

    /// The engine has seen the same value on both sides and found nothing left to do: from now on who changes one side has
    /// seen the value of both.
    fn agreed(&mut self) {
        if self.faults.twins == 0 {
            return;
        }
        let busy: Vec<(Kind, Work)> = self.ledger.all_work().collect();
        let mut agreed = Vec::new();
        for link in self.ledger.all_links() {
            let work = Work::Link(link.id);
            let idle = link.state == LinkState::Active && link.tried.is_empty();
            if !idle || busy.contains(&(link.kind, work)) || self.ledger.under_way(link.kind, work) {
                continue;
            }
            let seen = Per::of(|side| self.ledger.seen(side, link.kind, link.ids[side]));
            let (Some(bigin), Some(desk)) = (seen.bigin, seen.desk) else { continue };
            if self.map.kind(link.kind).is_none_or(|map| map.has_left(&bigin) || map.has_left(&desk)) {
                continue;
            }
            let who = self.service(Side::Bigin).find(link.ids.bigin).map(|record| record.who);
            for cell in
                bigin.cells.iter().filter(|cell| link.held(cell.field).is_none() && !link.pinned(cell.field))
            {
                let here = self.token(Side::Bigin, &cell.value);
                let there = desk.cell(cell.field).map(|cell| self.token(Side::Desk, &cell.value));
                if let Some(who) = who.filter(|_| there == Some(here)) {
                    agreed.push((who, usize::from(cell.field.0), here));
                }
            }
        }
        for (who, field, token) in agreed {
            self.truth.agree(who, field, token);
        }
    }

    /// A person looks at what waits for one.
    fn command<M: Mode>(&mut self, process: &mut Process<M>) {
        if self.ledger.pairing().leader != process.id || (!self.calm && !self.trouble.in_thousand(300)) {
            return;
        }
        if self.ledger.pairing().brake == Brake::On {
            self.gone_before = None;
            return self.tell(process, Event::Command(Command::ReleaseBrake));
        }
        if let Some(command) = self.pin_or_undo() {
            self.quiet = 0;
            return self.tell(process, Event::Command(command));
        }
        // Who was shown what robots do says once what shall stand.
        let open = |held: &&Held, link: &Link| {
            let told = || self.decided.iter().any(|(id, field, _)| (*id, *field) == (link.id, held.field));
            held.decision.is_none() && (held.cause == Cause::Conflict || !told())
        };
        let held = self.ledger.all_links().find_map(|link| {
            let held = link.held.iter().find(|held| open(held, link))?;
            Some((link.id, held.field, held.values.clone(), held.cause, link.ids.bigin))
        });
        if let Some((link, field, shown, cause, id)) = held {
            let winner = Side::BOTH[self.trouble.index(2)];
            self.quiet = 0;
            // Who says what shall stand while a field is turned over has seen both values.
            let who = self.service(Side::Bigin).find(id).map(|record| record.who);
            if let Some(who) = who.filter(|_| cause == Cause::Turning) {
                let token = self.token(winner, &shown[winner]);
                self.truth.edit(who, usize::from(field.0), 0, token);
            }
            self.decided.push((link, field, shown.clone()));
            self.tell(process, Event::Command(Command::Decide { link, field, winner, shown }));
        }
    }
}
