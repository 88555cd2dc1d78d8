//! The simulated world: a clock, two services, people, the ledger, and one or two processes that run the engine.

use std::{collections::VecDeque, sync::Arc};

use balcao::store::ledger::SqliteLedger;
use balcao::sync::{
    FieldId, Kind, LinkId, Millis, Per, RecordId, Side, Value,
    engine::{Call, Effect, Engine, Event, Limits, Prices},
    ledger::{Ledger, Memory, Refusal, Seen, Txn},
    mapping::Mapping,
    mode::Mode,
    rules::AllBut,
};

use super::{
    dice::Dice,
    faults::Faults,
    service::{Service, Who},
    truth::{Token, Truth},
    whims::Undo,
};

/// What a case is made of.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    pub seed: u64,
    /// The rule that is switched off.
    pub rules: AllBut,
    /// The effect before which the program dies, whatever else happens.
    pub crash_at: Option<u32>,
    /// Whether to say everything that happens.
    pub trace: bool,
    /// Whether the engine runs on the ledger in SQLite.
    pub on_disk: bool,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub calls: u64,
    pub effects: u64,
    pub writes: u64,
}

/// A process that runs the engine.
pub struct Process<M> {
    pub id: u64,
    pub engine: Engine<M, AllBut>,
    pub queue: VecDeque<Effect>,
    pub wakes: Option<Millis>,
    pub stalled_until: Millis,
}

/// Everything. Generic in its mode only when it runs.
pub struct World {
    pub now: Millis,
    /// How far the clock that the processes see is off.
    pub clock: Millis,
    pub services: Per<Service>,
    pub ledger: Memory,
    /// The ledger that the engine reads, when it is not the one in memory: tier 2.
    pub disk: Option<SqliteLedger>,
    pub map: Arc<Mapping>,
    pub limits: Limits,
    pub faults: Faults,
    pub people: Dice,
    pub trouble: Dice,
    pub truth: Truth,
    pub busy_people: u32,
    pub last_token: Token,
    pub last_who: Who,
    /// Writes that will take effect later.
    pub late: Vec<(Millis, Late)>,
    pub case: Case,
    pub tally: Tally,
    pub failure: Option<String>,
    pub calm: bool,
    pub two_way: bool,
    /// Whether one process runs only, whose ledger can always be written: then it remembers who is busy.
    pub alone: bool,
    /// Whether answers of writes may have been lost.
    pub lossy: bool,
    /// People's values that were overwritten although they had been seen: the journal has to have them.
    pub overwritten: Vec<(Side, RecordId, usize, Token)>,
    /// Until when each service asked to be left alone.
    pub leave_alone: Per<Millis>,
    /// What was decided about held conflicts: the link, the field and both values shown.
    pub decided: Vec<(LinkId, FieldId, Per<Value>)>,
    /// How many links had died when this cycle began, unless the brake was released for it.
    pub gone_before: Option<usize>,
    pub quiet: u32,
    /// Writes that a person wants undone.
    pub undoing: Vec<Undo>,
    /// Whether people have writes undone, or keep fields.
    pub undoes: bool,
    /// How often the field that robots fight over was written, by record.
    pub turned: Vec<(Side, RecordId)>,
    /// Fields of a restored record whose newer value is safe on the other side: their old value must not come through.
    pub reverted: Vec<(Side, RecordId, balcao::sync::Seconds, Who, usize, Token)>,
    /// What each service counted of our calls.
    pub credits: Per<Vec<(Millis, u32)>>,
    pub not_before: Millis,
    pub done: bool,
    /// Nothing is done while something waits: nobody is at work who could keep it waiting for ever.
    pub still: bool,
    pub last_process: u64,
    /// How much of the journal was judged under another mapping.
    pub judged: usize,
    /// What a step leaves, used again and again.
    out: Vec<Effect>,
}

/// A write that a service got and has not carried out yet.
pub struct Late {
    pub side: Side,
    pub kind: Kind,
    pub rows: Vec<balcao::sync::engine::WriteRow>,
    pub sent: Sent,
}

/// What was so when a write left: what lands later is judged by what could be known then.
pub struct Sent {
    pub at: Millis,
    /// The targets as the ledger had them, by row.
    pub known: Vec<Option<Seen>>,
}

/// A ledger on disk that knows nothing: a used one, or a new one.
fn emptied(disk: Option<SqliteLedger>, map: &Mapping) -> SqliteLedger {
    let Some(mut used) = disk else { return SqliteLedger::fleeting(map).expect("memory") };
    used.forget_all(map).expect("memory");
    used
}

/// How long a call may wait is measured by a clock that nobody sets, from the step that wanted it.
fn on_time(effect: Effect, clock: Millis) -> Effect {
    match effect {
        Effect::Call(call) => Effect::Call(Call { before: call.before.saturating_sub(clock), ..call }),
        other => other,
    }
}

/// Small sizes, so that every edge is near.
fn limits(faults: &Faults, dice: &mut Dice) -> Limits {
    let page = 2 + dice.below(5);
    Limits {
        page: Per { bigin: page, desk: page },
        gone_page: Per { bigin: 2 + dice.below(3), desk: 2 + dice.below(3) },
        read: Per { bigin: 3, desk: 2 },
        find: Per { bigin: 3, desk: 2 },
        batch: Per { bigin: 1 + dice.index(4), desk: 1 },
        flight: Per { bigin: 1, desk: 1 + dice.index(3) },
        plan: 8,
        overlap: 10,
        settle: 4_000,
        rest: 30_000,
        poll: 10_000,
        soon: 2_000,
        lease: 30_000,
        brake_above: 2,
        brake_percent: 2,
        budget: if faults.budget {
            Per { bigin: 60 + dice.below(60), desk: 60 + dice.below(60) }
        } else {
            Per { bigin: u32::MAX, desk: u32::MAX }
        },
        budget_window: 60_000,
        sweep: if faults.backup + faults.dropped > 0 { 40_000 } else { Millis::MAX },
        prices: Prices::PLAIN,
        flips: if faults.robots { 2 } else { u8::MAX },
        ..Limits::default()
    }
}

impl World {
    pub fn new(case: Case, two_way: bool, disk: Option<SqliteLedger>) -> Self {
        let faults = Faults::draw(case.seed);
        let mut people = Dice::new(case.seed, 3);
        let mut trouble = Dice::new(case.seed, 4);
        let map = super::mapping::draw(case.seed);
        let skew =
            |dice: &mut Dice| (i64::from(dice.below(2 * faults.skew + 1)) - i64::from(faults.skew)) * 1000;
        let bigin = Service::new(Side::Bigin, skew(&mut trouble), false);
        // What a service made of our value cannot be told from what a person typed when the answer is lost.
        let lossy = faults.lossy() || case.crash_at.is_some();
        let desk = Service::new(Side::Desk, skew(&mut trouble), faults.rewrites && !lossy);
        let busy_people = 50 + people.below(600);
        let mut world = Self {
            now: 1_700_000_000_000,
            clock: 0,
            services: Per { bigin, desk },
            ledger: Memory::new(&map),
            disk: case.on_disk.then(|| emptied(disk, &map)),
            map,
            limits: limits(&faults, &mut trouble),
            lossy,
            alone: faults.unwritable == 0,
            faults,
            people,
            trouble,
            truth: Truth::default(),
            busy_people,
            last_token: 0,
            last_who: 1,
            late: Vec::new(),
            case,
            tally: Tally::default(),
            failure: None,
            calm: false,
            two_way,
            overwritten: Vec::new(),
            leave_alone: Per::default(),
            decided: Vec::new(),
            gone_before: None,
            quiet: 0,
            undoing: Vec::new(),
            undoes: false,
            turned: Vec::new(),
            credits: Per::default(),
            reverted: Vec::new(),
            not_before: 0,
            done: false,
            still: false,
            last_process: 0,
            judged: 0,
            out: Vec::new(),
        };
        world.undoes = world.faults.undo + world.faults.pins > 0;
        world.populate();
        world
    }

    /// A world without trouble, with the product's sizes, that many records in Bigin and nobody at work.
    pub fn still(companies: u16, contacts: u16) -> Self {
        let mut world = Self::new(super::case::plain(0), true, None);
        world.faults = Faults { quick: true, ..Faults::default() };
        world.limits = Limits::default();
        world.busy_people = 0;
        (world.calm, world.still) = (true, true);
        world.services =
            Per { bigin: Service::new(Side::Bigin, 0, false), desk: Service::new(Side::Desk, 0, false) };
        for (kind, many) in [(Kind::Company, companies), (Kind::Contact, contacts)] {
            for _ in 0..many {
                world.settler(kind);
            }
        }
        world
    }

    /// Runs one process until a cycle has nothing to do, and nothing waits.
    pub fn until_quiet<M: Mode + Default>(&mut self, processes: &mut Vec<Process<M>>) {
        self.quiet = 0;
        while self.quiet == 0 && self.failure.is_none() {
            self.go_on(processes);
        }
    }

    pub fn service(&self, side: Side) -> &Service {
        &self.services[side]
    }

    pub fn service_mut(&mut self, side: Side) -> &mut Service {
        &mut self.services[side]
    }

    pub fn say(&self, what: impl FnOnce() -> String) {
        if self.case.trace {
            // A replay speaks to who asked for it.
            #[expect(clippy::print_stdout, reason = "only when a trace was asked for")]
            {
                println!("{:>9} {}", self.now - 1_700_000_000_000, what());
            }
        }
    }

    /// Something that must not be.
    pub fn fail(&mut self, what: impl FnOnce() -> String) {
        if self.failure.is_none() {
            let what = what();
            self.say(|| format!("FAILED {what}"));
            self.failure = Some(what);
        }
    }

    pub fn linked(&self, side: Side, kind: Kind, id: RecordId) -> bool {
        self.ledger.link_of(side, kind, id).is_some()
    }

    /// The clock as the processes see it.
    pub fn here(&self) -> Millis {
        self.now + self.clock
    }

    /// Time passes; what was late takes effect.
    pub fn pass(&mut self, by: Millis) {
        let until = self.now + by;
        while let Some(at) =
            (0..self.late.len()).min_by_key(|at| self.late[*at].0).filter(|at| self.late[*at].0 <= until)
        {
            let (when, late) = self.late.swap_remove(at);
            self.now = self.now.max(when);
            self.say(|| format!("a late write lands on {:?}", late.side));
            self.carry_out(late.side, late.kind, &late.rows, &late.sent);
        }
        self.now = until;
    }

    pub fn go_on<M: Mode + Default>(&mut self, processes: &mut Vec<Process<M>>) {
        let ready = |process: &Process<M>| process.stalled_until <= self.now && !process.queue.is_empty();
        match processes.iter().position(ready) {
            Some(at) => self.perform(processes, at),
            None => self.wake(processes),
        }
    }

    /// Runs the case to its end.
    pub fn run<M: Mode + Default>(&mut self) {
        let chaos = 30 + self.people.below(120);
        let mut processes = vec![self.process::<M>()];
        let mut steps = 0_u32;
        while !self.done && self.failure.is_none() {
            steps += 1;
            if steps == chaos {
                self.faults.calm();
                self.busy_people = 0;
                self.calm = true;
                // What an index still hides has to be seen before the end.
                let sweep = if self.limits.sweep < Millis::MAX { 60_000 } else { 0 };
                self.not_before = self.now + Millis::from(self.faults.lag) + 2_000 + sweep - self.clock;
                self.quiet = 0;
                self.say(|| "calm".to_owned());
            }
            if steps > 20_000 {
                return self.fail(|| "it does not come to rest".to_owned());
            }
            self.go_on(&mut processes);
        }
        self.look_at_meter(&processes[0]);
    }

    pub fn process<M: Mode + Default>(&mut self) -> Process<M> {
        self.last_process += 1;
        let id = self.last_process;
        let mut engine = Engine::new(id, M::default(), Arc::clone(&self.map), self.limits, self.case.rules);
        let mut out = Vec::new();
        self.step(&mut engine, Event::Start, &mut out);
        let queue = out.into_iter().map(|effect| on_time(effect, self.clock)).collect();
        Process { id, engine, queue, wakes: None, stalled_until: 0 }
    }

    pub fn step<M: Mode>(&mut self, engine: &mut Engine<M, AllBut>, event: Event, out: &mut Vec<Effect>) {
        let here = self.here();
        let Some(disk) = &self.disk else { return engine.step(&self.ledger, here, event, out) };
        disk.at_once(|disk| engine.step(disk, here, event, out));
        if let Some(error) = disk.failure() {
            self.fail(|| error.to_string());
        }
    }

    /// On both ledgers, which have to be of one mind.
    pub fn apply(&mut self, txn: Txn) -> Result<(), Refusal> {
        // One of a process that does not lead any more changes nothing.
        if txn.epoch.is_none_or(|epoch| epoch == self.ledger.pairing().epoch) {
            self.look_at_links(&txn);
        }
        let on_disk = self.disk.as_ref().map(|disk| disk.apply(txn.clone()));
        let result = self.ledger.apply(txn);
        if on_disk.is_some_and(|on_disk| on_disk != result) {
            self.fail(|| format!("the ledgers differ: {on_disk:?} and {result:?}"));
        }
        result
    }

    /// Nobody has anything to do: on to the next moment when somebody has.
    pub fn wake<M: Mode + Default>(&mut self, processes: &mut [Process<M>]) {
        let when = |process: &Process<M>| {
            let woken = process.wakes.map(|until| until - self.clock).filter(|_| process.queue.is_empty());
            woken.unwrap_or(process.stalled_until).max(process.stalled_until)
        };
        let next = (0..processes.len()).min_by_key(|at| when(&processes[*at])).expect("one at least");
        let at = when(&processes[next]);
        self.pass((at - self.now).max(0));
        if processes[next].queue.is_empty() {
            processes[next].wakes = None;
            self.tell(&mut processes[next], Event::Woke);
        }
    }

    pub fn tell<M: Mode>(&mut self, process: &mut Process<M>, event: Event) {
        let mut out = std::mem::take(&mut self.out);
        self.step(&mut process.engine, event, &mut out);
        let clock = self.clock;
        process.queue.extend(out.drain(..).map(|effect| on_time(effect, clock)));
        self.out = out;
    }
}
