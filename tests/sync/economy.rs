//! Calls used, and the fewest that could have done: an initial load, an idle poll, a delta.

use balcao::sync::{
    Side, Value,
    engine::Cause,
    mode::{NoSync, TwoWay},
};

use super::world::World;

/// In thousandths of the least.
fn ratio(used: u32, least: u32) -> u32 {
    used * 1000 / least
}

#[test]
fn a_load_a_poll_and_a_delta_cost_little_more_than_they_must() {
    let (companies, contacts) = (400, 4000);
    let mut world = World::still(companies, contacts);
    // What is in Bigin is there since yesterday.
    world.pass(86_400_000);
    let mut processes = vec![world.process::<TwoWay>()];
    world.until_quiet(&mut processes);
    let load = *processes[0].engine.meter();
    // The formula of `docs/sync.md` by hand: pages of 200 in Bigin, one empty page of each kind in Desk, a call a record.
    let least = 2 + 20 + 1 + 1 + u32::from(companies) + u32::from(contacts);
    assert_eq!(load.least(), least, "{load:?}");
    assert!(
        ratio(load.used(), least) <= 1_050,
        "{} calls, the least is {least}: {:?}",
        load.used(),
        load.beyond().collect::<Vec<_>>()
    );
    assert_eq!(load.calls(Side::Bigin, Cause::Writes), 0);

    // The first poll after it lists what was just written once more: it is as young as the overlap.
    world.until_quiet(&mut processes);
    processes[0].engine.reset_meter();
    world.until_quiet(&mut processes);
    assert_eq!(processes[0].engine.meter().used(), 7, "an idle poll");

    processes[0].engine.reset_meter();
    for side in Side::BOTH {
        for at in 0..100 {
            let record = &world.service(side).records[usize::from(companies) + at + 300 * side as usize];
            let (id, who) = (record.id, record.who);
            let value = Value::text(&format!("v{}", world.fresh()));
            world.put(side, id, who, 1, value);
        }
    }
    world.until_quiet(&mut processes);
    let delta = *processes[0].engine.meter();
    assert_eq!(
        delta.least(),
        7 + 1 + 100 + 1,
        "a page more in Desk, a call a record there, one batch in Bigin: {delta:?}"
    );
    assert!(
        ratio(delta.used(), delta.least()) <= 1_100,
        "{} calls, the least is {}",
        delta.used(),
        delta.least()
    );
    assert_eq!(world.failure, None);
}

#[test]
fn a_mode_that_writes_nothing_reads_as_little() {
    let mut world = World::still(10, 100);
    let mut processes = vec![world.process::<NoSync>()];
    world.until_quiet(&mut processes);
    processes[0].engine.reset_meter();
    world.until_quiet(&mut processes);
    assert_eq!(processes[0].engine.meter().used(), 7);
}
