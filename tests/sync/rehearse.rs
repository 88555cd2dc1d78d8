//! Preview ≡ execution: when nobody is at work, what a rehearsal notes is what is then written; with a plan, nothing else is,
//! and who was changed meanwhile is refused by name.

use std::sync::Arc;

use balcao::store::ledger::SqliteLedger;
use balcao::sync::{
    Side, Value,
    engine::{Effect, Engine},
    ledger::{Change, Memory},
    mode::{Mode, OneWay, TwoWay},
    preview::{Plan, Planned, Rehearsal, Scratch, Wants},
    rules::{AllBut, Rule},
};

use super::{
    case::plain,
    faults::Faults,
    world::{Process, World},
};

/// A world in which people worked for a while without us, or with us; then they went home.
fn left_alone<M: Mode + Default>(seed: u64, two_way: bool) -> (World, Vec<Process<M>>) {
    let mut world = World::new(plain(seed), two_way, None);
    world.faults = Faults { quick: true, ..Faults::default() };
    world.limits.budget = balcao::sync::Per { bigin: u32::MAX, desk: u32::MAX };
    world.busy_people = 300;
    let mut processes = vec![world.process::<M>()];
    for _ in 0..(seed % 7) * 25 {
        let ready = processes[0].stalled_until <= world.now && !processes[0].queue.is_empty();
        if ready { world.perform(&mut processes, 0) } else { world.wake(&mut processes) }
    }
    for _ in 0..5 {
        world.people_act();
    }
    world.busy_people = 0;
    // Whoever was at it is gone, and what was under way has long come to its end.
    let late = world.now + 120_000;
    world.pass(late - world.now);
    (world, Vec::new())
}

fn engine<M: Mode + Default>(world: &World, rules: AllBut) -> Engine<M, AllBut> {
    Engine::new(99, M::default(), Arc::clone(&world.map), world.limits, rules)
}

/// Rehearses over a copy of the ledger; the services are only asked.
fn rehearse<M: Mode + Default, L: Scratch>(world: &mut World, scratch: L) -> Plan {
    let writes = world.tally.writes;
    let mut rehearsal =
        Rehearsal::new(engine::<M>(world, AllBut(&[])), scratch, world.here(), world.map.revision);
    let plan = loop {
        match rehearsal.go_on() {
            Wants::Read(request) => {
                let answer = world.exchange(request, i64::MAX);
                rehearsal.answer(answer);
            }
            Wants::Done(plan) => break plan,
            Wants::Stuck(notice) => panic!("it cannot go on: {notice:?}"),
        }
    };
    assert_eq!(world.tally.writes, writes, "a preview writes nothing");
    plan
}

/// Runs an engine to its rest and notes its intents.
fn execute<M: Mode + Default>(
    world: &mut World,
    plan: Option<Plan>,
    rules: AllBut,
) -> (Vec<Planned>, Process<M>) {
    let mut process = world.process::<M>();
    process.engine = engine(world, rules);
    process.queue.clear();
    if let Some(plan) = plan {
        process.engine.approve(plan);
    }
    let mut out = Vec::new();
    world.step(&mut process.engine, balcao::sync::engine::Event::Start, &mut out);
    process.queue.extend(out);
    let (mut processes, mut written, mut cycles) = (vec![process], Vec::new(), 0);
    while cycles < 12 && world.failure.is_none() {
        match processes[0].queue.front() {
            None => world.wake(&mut processes),
            Some(effect) => {
                if let Effect::Commit(txn) = effect {
                    let intents = txn.changes.iter().filter_map(|change| match change {
                        Change::Intend(intent) => Some(Planned::of(intent)),
                        _ => None,
                    });
                    written.extend(intents);
                }
                cycles += u32::from(matches!(effect, Effect::Sleep(_)));
                world.perform(&mut processes, 0);
            }
        }
    }
    assert_eq!(world.failure, None);
    (written, processes.remove(0))
}

/// In one order, and with every lookup to a record that is not there yet as one to nobody.
fn comparable(mut writes: Vec<Planned>, made: &World) -> Vec<String> {
    let side_of = |side: Side, id| made.service(side).find(id).is_some_and(|record| !record.made_by_engine);
    for write in &mut writes {
        let old = |id: &balcao::sync::RecordId| side_of(write.side, *id);
        write.target = write.target.map(|id| if old(&id) { id } else { balcao::sync::RecordId(0) });
        for moved in &mut write.fields {
            if let Some(id) = moved.to.as_record() {
                let there = made.service(write.side).find(id);
                let old = there.is_some_and(|record| !record.made_by_engine);
                moved.to = Value::Bool(old);
            }
        }
    }
    let mut told: Vec<String> = writes.iter().map(|write| format!("{write:?}")).collect();
    told.sort();
    told
}

fn preview_is_execution<M: Mode + Default>(seed: u64, two_way: bool) {
    let (mut world, _) = left_alone::<M>(seed, two_way);
    world.ledger = unled(&world.ledger);
    let scratch = world.ledger.clone();
    let plan = rehearse::<M, Memory>(&mut world, scratch);
    let counts = (plan.creates(Side::Desk), plan.updates(Side::Desk));
    let (written, process) = execute::<M>(&mut world, Some(plan.clone()), AllBut(&[]));
    assert_eq!(comparable(written.clone(), &world), comparable(plan.writes, &world), "seed {seed}");
    let of = |create| {
        written.iter().filter(|write| write.side == Side::Desk && write.target.is_none() == create).count()
    };
    assert_eq!((of(true), of(false)), counts, "the planned counts are the writes");
    assert!(process.engine.approved().is_some_and(|approved| approved.refused().is_empty()), "seed {seed}");
}

/// The ledger as a new process finds it when nobody leads any more.
fn unled(ledger: &Memory) -> Memory {
    ledger.clone()
}

#[test]
fn what_was_rehearsed_is_what_is_written() {
    for seed in 0..60 {
        preview_is_execution::<TwoWay>(seed, true);
        preview_is_execution::<OneWay>(seed, false);
    }
}

/// What somebody changes after the plan was made is not written by it, and is named.
fn changed_meanwhile(seed: u64, rules: AllBut) -> Option<usize> {
    let (mut world, _) = left_alone::<TwoWay>(seed, true);
    let scratch = world.ledger.clone();
    let plan = rehearse::<TwoWay, Memory>(&mut world, scratch);
    let place = world.service(Side::Bigin).records.iter().position(|record| {
        record.live() && plan.writes.iter().any(|write| write.side == Side::Desk && write.source == record.id)
    })?;
    let record = &world.service(Side::Bigin).records[place];
    let (id, who) = (record.id, record.who);
    let value = Value::text(&format!("v{}", world.fresh()));
    world.put(Side::Bigin, id, who, 1, value);
    let (written, process) = execute::<TwoWay>(&mut world, Some(plan.clone()), rules);
    let stray = written.iter().filter(|write| !plan.writes.contains(write) && write.source == id).count();
    let refused = process.engine.approved().map_or(&[][..], |approved| approved.refused());
    assert!(
        stray > 0 || refused.iter().any(|moved| moved.source == id || moved.target == Some(id)),
        "seed {seed}"
    );
    Some(stray)
}

#[test]
fn a_plan_writes_nothing_else() {
    let strays = |rules: &'static [Rule]| {
        (0..30).filter_map(|seed| changed_meanwhile(seed, AllBut(rules))).sum::<usize>()
    };
    assert_eq!(strays(&[]), 0);
    assert!(strays(&[Rule::PlanOnly]) > 0, "the mutant writes what nobody has seen");
}

#[test]
fn a_rehearsal_on_a_copy_of_the_file_is_the_same() {
    for seed in 0..6 {
        let (mut world, _) = left_alone::<TwoWay>(seed, true);
        let disk = SqliteLedger::fleeting(&world.map).expect("memory");
        // An empty ledger on both: everything is read for the first time.
        world.ledger = Memory::new(&world.map);
        let copy = disk.scratch(&world.map).expect("memory");
        let (mut again, _) = left_alone::<TwoWay>(seed, true);
        again.ledger = Memory::new(&again.map);
        let one = rehearse::<TwoWay, SqliteLedger>(&mut world, copy);
        let scratch = again.ledger.clone();
        let other = rehearse::<TwoWay, Memory>(&mut again, scratch);
        assert_eq!(one, other, "seed {seed}");
    }
}
