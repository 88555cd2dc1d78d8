//! A case: a seed, a mode, and what came of it.

use balcao::store::ledger::SqliteLedger;
use balcao::sync::{
    mode::{Mode, NoSync, OneWay, TwoWay},
    rules::AllBut,
};

use super::{
    dice::Dice,
    world::{Case, Tally, World},
};

/// The modes by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Two,
    One,
    None,
    /// From one mode and mapping to another, with a pause between.
    Turn,
}

/// Runs a case; the error says what must not be.
pub fn run(way: Way, case: Case) -> Result<Tally, String> {
    run_on(way, case, &mut None)
}

/// Runs a case that is on disk on a ledger that may have been used before; opening one takes longer than a case.
pub fn run_on(way: Way, case: Case, disk: &mut Option<SqliteLedger>) -> Result<Tally, String> {
    match way {
        Way::Two => in_mode::<TwoWay>(case, true, disk),
        Way::One => in_mode::<OneWay>(case, false, disk),
        Way::None => in_mode::<NoSync>(case, false, disk),
        Way::Turn => turn(case, disk),
    }
}

/// A seed with all rules.
pub fn plain(seed: u64) -> Case {
    Case { seed, rules: AllBut(&[]), crash_at: None, trace: false, on_disk: false }
}

/// A mode drawn from the seed, a pause, and another one.
fn turn(case: Case, disk: &mut Option<SqliteLedger>) -> Result<Tally, String> {
    let mut dice = Dice::new(case.seed, 5);
    let draw = |dice: &mut Dice| [Way::Two, Way::Two, Way::One, Way::None][dice.index(4)];
    let (before, after) = (draw(&mut dice), draw(&mut dice));
    let mut world = World::new(case, before == Way::Two, disk.take());
    world.begin_turn(&mut dice);
    let steps = 20 + dice.below(100);
    match before {
        Way::One => world.act::<OneWay>(steps),
        Way::None => world.act::<NoSync>(steps),
        Way::Two | Way::Turn => world.act::<TwoWay>(steps),
    }
    world.turn(before, after, &mut dice);
    match after {
        Way::One => world.run::<OneWay>(),
        Way::None => world.run::<NoSync>(),
        Way::Two | Way::Turn => world.run::<TwoWay>(),
    }
    world.end_turn(after);
    *disk = world.disk;
    world.failure.map_or(Ok(world.tally), Err)
}

fn in_mode<M: Mode + Default>(
    case: Case,
    two_way: bool,
    disk: &mut Option<SqliteLedger>,
) -> Result<Tally, String> {
    let mut world = World::new(case, two_way, disk.take());
    world.run::<M>();
    if M::NAME != NoSync::NAME {
        world.judge();
    } else if world.tally.writes > 0 {
        world.fail(|| "something is written though nothing may be".to_owned());
    }
    *disk = world.disk;
    match world.failure {
        Some(what) => Err(what),
        None => Ok(world.tally),
    }
}
