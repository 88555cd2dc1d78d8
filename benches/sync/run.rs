//! One process: the engine on a ledger in a file, its steps and transactions timed.

use std::{
    collections::VecDeque,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use balcao::{
    store::ledger::{LedgerError, SqliteLedger},
    sync::{
        Kind, Millis, Per, Side,
        canon::Shape,
        engine::{Command, Effect, Engine, Event, Limits, Notice},
        ledger::{Brake, Ledger},
        mapping::{KindMap, Line, Mapping},
        mode::TwoWay,
        rules::All,
    },
};

use super::service::{FIELDS, KEY, Service};

/// What it took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Took {
    pub wall: Duration,
    pub busy: Duration,
    pub writes: usize,
}

/// A process and its services.
pub struct Run {
    engine: Engine<TwoWay>,
    ledger: SqliteLedger,
    services: Per<Service>,
    queue: VecDeque<Effect>,
    now: Millis,
    took: Took,
    edits: u64,
}

impl Run {
    pub fn new(path: &Path, services: Per<Service>) -> Result<Self, LedgerError> {
        let key = Line { key: true, shape: Shape::Email, ..Line::text(KEY) };
        let rest = (1..FIELDS).map(|field| Line::text(balcao::sync::FieldId(field)));
        let lines = std::iter::once(key).chain(rest).collect();
        let map = Arc::new(Mapping::new(1).with(Kind::Contact, KindMap::new(lines)));
        let ledger = SqliteLedger::open(path, &map)?;
        let engine = Engine::new(1, TwoWay::default(), map, Limits::default(), All);
        let now = services.bigin.now * 1000;
        let (queue, took) = (VecDeque::new(), Took::default());
        let mut run = Self { engine, ledger, services, queue, now, took, edits: 0 };
        run.step(Event::Start);
        Ok(run)
    }

    fn step(&mut self, event: Event) {
        let (wall, busy) = (Instant::now(), busy());
        let mut out = Vec::new();
        let engine = &mut self.engine;
        self.ledger.at_once(|ledger| engine.step(ledger, self.now, event, &mut out));
        self.count(wall, busy);
        self.queue.extend(out);
    }

    fn count(&mut self, wall: Instant, before: Duration) {
        self.took.wall += wall.elapsed();
        self.took.busy += busy().saturating_sub(before);
    }

    /// Runs cycles until one writes nothing; what waits for the next pass may go on waiting.
    pub fn until_quiet(&mut self) -> Took {
        self.took = Took::default();
        let before: usize = Side::BOTH.into_iter().map(|side| self.services[side].writes).sum();
        let (mut quiet, mut cycles) = (false, 0);
        loop {
            match self.queue.pop_front() {
                None => self.step(Event::Woke),
                Some(Effect::Call(call)) => {
                    let answer = self.services[call.request.side()].answer(call.request);
                    self.step(Event::Answer(call.id, answer));
                }
                Some(Effect::Commit(txn)) => {
                    let (wall, busy) = (Instant::now(), busy());
                    let done = self.ledger.apply(txn);
                    self.count(wall, busy);
                    self.step(done.map_or_else(Event::CommitRefused, |()| Event::Committed));
                }
                Some(Effect::Tell(Notice::CycleDone { wrote, .. })) => quiet = !wrote,
                Some(Effect::Tell(notice)) => panic!("nothing goes wrong here: {notice:?}"),
                Some(Effect::Sleep(until)) => {
                    self.now = self.now.max(until);
                    for side in Side::BOTH {
                        self.services[side].now = self.now / 1000;
                    }
                    cycles += 1;
                    if quiet || cycles > 20 {
                        break;
                    }
                }
            }
        }
        let writes: usize = Side::BOTH.into_iter().map(|side| self.services[side].writes).sum();
        Took { writes: writes - before, ..self.took }
    }

    /// What the work list costs when it is empty: the part of a cycle that is not the services'.
    pub fn plan_nothing(&mut self) -> Took {
        self.took = Took::default();
        let (wall, before) = (Instant::now(), busy());
        let mut works = Vec::new();
        for kind in Kind::ALL {
            self.ledger.work(kind, None, 256, &mut works);
        }
        assert!(works.is_empty(), "nothing is left to do");
        self.count(wall, before);
        self.took
    }

    pub fn pass(&mut self, seconds: i64) {
        self.now += seconds * 1000;
        for side in Side::BOTH {
            self.services[side].now = self.now / 1000;
        }
    }

    pub fn edit(&mut self, side: Side) {
        self.edits += 1;
        let text = format!("edit {}", self.edits);
        self.services[side].edit(100 + self.edits * 7, &text);
    }

    pub fn add(&mut self, side: Side) {
        self.services[side].add();
    }

    pub fn delete(&mut self, side: Side) {
        self.edits += 1;
        self.services[side].delete(101 + self.edits * 7);
    }

    /// A person has looked at what was deleted.
    pub fn release_brake(&mut self) {
        if self.ledger.pairing().brake != Brake::Released {
            self.step(Event::Command(Command::ReleaseBrake));
        }
    }
}

/// Time of the processor that this thread has used.
fn busy() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}
