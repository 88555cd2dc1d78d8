//! Seeds: those of the past, new ones, and a crash at every effect.

use super::{
    case::{Way, plain, run, run_on},
    corpus::SEEDS,
    world::{Case, Tally},
};

/// How many new seeds a run of the tests tries in each mode; `SYNC_CASES` asks for more.
fn many() -> u64 {
    std::env::var("SYNC_CASES").ok().and_then(|many| many.parse().ok()).unwrap_or(150)
}

fn holds(way: Way, case: Case) {
    if let Err(what) = run(way, case) {
        let crash = case.crash_at.map_or(String::new(), |at| format!(" SYNC_CRASH={at}"));
        panic!("{what}\nSYNC_SEED={} SYNC_WAY={way:?}{crash} cargo test replay -- --nocapture", case.seed);
    }
}

#[test]
fn seeds_that_failed_once_hold() {
    for &(way, seed, _) in SEEDS {
        holds(way, plain(seed));
    }
}

#[test]
fn new_seeds_hold() {
    for way in [Way::Two, Way::One, Way::None, Way::Turn] {
        for seed in 0..many() {
            holds(way, plain(seed));
        }
    }
}

/// Tier 2: the same seeds on the ledger in SQLite give the same effects, one by one.
#[test]
fn seeds_hold_on_disk() {
    let mut disk = None;
    for (way, seeds) in [(Way::Two, many() / 5), (Way::Turn, many() / 10)] {
        for seed in 0..seeds {
            let on_disk = run_on(way, Case { on_disk: true, ..plain(seed) }, &mut disk);
            let in_memory = run(way, plain(seed));
            let told = |tally: Tally| (tally.calls, tally.effects, tally.writes);
            assert_eq!(on_disk.map(told), in_memory.map(told), "{way:?} seed {seed}");
        }
    }
}

#[test]
fn a_crash_at_every_effect_holds() {
    let scenarios = many() / 50;
    for seed in 0..scenarios {
        let effects = run(Way::Two, plain(seed)).expect("it held without a crash").effects;
        for at in 1..=u32::try_from(effects).expect("a short case") {
            holds(Way::Two, Case { crash_at: Some(at), ..plain(seed) });
        }
    }
}

#[test]
fn a_seed_runs_the_same_way_twice() {
    for seed in 0..20 {
        let twice = [run(Way::Two, plain(seed)), run(Way::Two, plain(seed))];
        let [one, two] = twice.map(|run| run.map(|tally| (tally.calls, tally.effects, tally.writes)));
        assert_eq!(one, two);
    }
}

/// `SYNC_SEED=… [SYNC_WAY=One|None|Turn] [SYNC_CRASH=…] cargo test replay -- --nocapture` says everything that happens.
#[test]
fn replay() {
    let number = |name| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let Some(seed) = number("SYNC_SEED") else {
        return eprintln!("skipped: SYNC_SEED names the seed to replay");
    };
    let way = match std::env::var("SYNC_WAY").as_deref() {
        Ok("One") => Way::One,
        Ok("None") => Way::None,
        Ok("Turn") => Way::Turn,
        _ => Way::Two,
    };
    let crash_at = number("SYNC_CRASH").and_then(|at| u32::try_from(at).ok());
    holds(way, Case { crash_at, trace: true, ..plain(seed) });
}
