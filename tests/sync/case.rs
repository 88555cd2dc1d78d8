//! A case: a seed, a mode, and what came of it.

use balcao::store::ledger::SqliteLedger;
use balcao::sync::{
    mode::{Mode, NoSync, OneWay, TwoWay},
    rules::AllBut,
};

use super::world::{Case, Tally, World};

/// The modes by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Two,
    One,
    None,
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
    }
}

/// A seed with all rules.
pub fn plain(seed: u64) -> Case {
    Case { seed, rules: AllBut(&[]), crash_at: None, trace: false, on_disk: false }
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
