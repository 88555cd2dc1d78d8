//! Oracles that no missing rule trips: what they look for is put there by hand.

use balcao::sync::{
    Kind, OpId, RecordId, Side,
    engine::Write,
    ledger::{Change, Intent, Stage, Txn},
    mode::{Mode, TwoWay},
};

use super::world::{Process, World};

/// A world in which all is done and nothing is wrong.
fn done() -> (World, Vec<Process<TwoWay>>) {
    let mut world = World::still(1, 3);
    let mut processes = vec![world.process::<TwoWay>()];
    world.until_quiet(&mut processes);
    world.judge();
    world.look_at_meter(&processes[0]);
    assert_eq!(world.failure, None);
    (world, processes)
}

fn says(world: World, what: &str) {
    let said = world.failure.unwrap_or_default();
    assert!(said.contains(what), "it says {said:?}, not {what:?}");
}

#[test]
fn a_write_without_a_result_is_told() {
    let (mut world, _) = done();
    let intent = Intent {
        op: OpId(99),
        kind: Kind::Contact,
        side: Side::Desk,
        link: None,
        source: RecordId(1002),
        target: None,
        fields: Vec::new(),
        stage: Stage::Sent,
        sent: 0,
    };
    let changes = vec![Change::Intend(Box::new(intent))];
    world.ledger.apply(Txn { epoch: None, lease: None, changes }).expect("it asks for no lead");
    world.judge();
    says(world, "a write has no result");
}

#[test]
fn a_call_that_the_meter_did_not_see_is_told() {
    let (mut world, processes) = done();
    world.tally.calls += 1;
    world.look_at_meter(&processes[0]);
    says(world, "the meter says");
}

#[test]
fn a_write_through_the_wall_is_told() {
    let (mut world, _) = done();
    world.two_way = false;
    let mode = TwoWay::default();
    let pen = mode.pen(Side::Bigin).expect("two-way writes both");
    world.watch(&Write::new(pen, Kind::Contact, Vec::new()));
    says(world, "in a mode that only reads it");
}
