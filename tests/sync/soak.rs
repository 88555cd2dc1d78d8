//! The long run: as many cases and crash points as somebody has time for, in parts that say how far they are.
//!
//! `SYNC_CASES=2000000 SYNC_POINTS=250000 [SYNC_FROM=1000000] [SYNC_THREADS=2] cargo test --release --test it sync::soak --
//! --ignored --nocapture`

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};

use super::{
    case::{Way, plain, run},
    world::Case,
};

/// What came of a part.
#[derive(Clone, Copy, Debug, Default)]
pub struct Part {
    pub cases: u64,
    pub failed: u64,
}

/// In hundredths of all cases.
const SHARES: [(Way, u64); 4] = [(Way::Two, 55), (Way::Turn, 20), (Way::One, 15), (Way::None, 10)];

/// Runs so many cases and so many crash points, from a seed on; says what came of each part, and every failure with the
/// command that replays it.
pub fn soak(cases: u64, points: u64, from: u64, threads: u64, say: &(dyn Fn(String) + Sync)) -> Part {
    let mut all = Part::default();
    for (way, share) in SHARES {
        let many = cases * share / 100;
        let count = |part: Part| format!("{way:?}: {} cases, {} failed", part.cases, part.failed);
        let seeds = AtomicU64::new(from);
        let next = || Some(seeds.fetch_add(1, Ordering::Relaxed)).filter(|seed| *seed < from + many);
        let part = timed(threads, say, &count, &|part| {
            let Some(seed) = next() else { return false };
            one(way, plain(seed), part, say);
            true
        });
        all = Part { cases: all.cases + part.cases, failed: all.failed + part.failed };
    }
    for (way, share) in [(Way::Two, 60), (Way::Turn, 30), (Way::One, 10)] {
        let many = points * share / 100;
        let count = |part: Part| format!("{way:?}: {} crash points, {} failed", part.cases, part.failed);
        let (seeds, done) = (AtomicU64::new(from), AtomicU64::new(0));
        let part = timed(threads, say, &count, &|part| {
            if done.load(Ordering::Relaxed) >= many {
                return false;
            }
            let seed = seeds.fetch_add(1, Ordering::Relaxed);
            let effects = run(way, plain(seed)).map_or(0, |tally| tally.effects);
            for at in 1..=u32::try_from(effects).unwrap_or(0) {
                one(way, Case { crash_at: Some(at), ..plain(seed) }, part, say);
            }
            done.fetch_add(effects, Ordering::Relaxed);
            true
        });
        all = Part { cases: all.cases + part.cases, failed: all.failed + part.failed };
    }
    all
}

fn one(way: Way, case: Case, part: &mut Part, say: &(dyn Fn(String) + Sync)) {
    part.cases += 1;
    let held = std::panic::catch_unwind(|| run(way, case)).unwrap_or_else(|_| Err("it panicked".to_owned()));
    if let Err(what) = held {
        part.failed += 1;
        let crash = case.crash_at.map_or(String::new(), |at| format!(" SYNC_CRASH={at}"));
        say(format!(
            "{what}\n    SYNC_SEED={} SYNC_WAY={way:?}{crash} cargo test replay -- --nocapture",
            case.seed
        ));
    }
}

/// A part on so many threads.
fn timed(
    threads: u64,
    say: &(dyn Fn(String) + Sync),
    count: &dyn Fn(Part) -> String,
    work: &(dyn Fn(&mut Part) -> bool + Sync),
) -> Part {
    let start = Instant::now();
    let parts = std::thread::scope(|scope| {
        let worker = || {
            let mut part = Part::default();
            while work(&mut part) {}
            part
        };
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().map(|worker| worker.join().expect("it catches what panics")).collect::<Vec<_>>()
    });
    let sum = |of: fn(&Part) -> u64| parts.iter().map(of).sum();
    let part = Part { cases: sum(|part| part.cases), failed: sum(|part| part.failed) };
    let took = start.elapsed().as_millis().max(1);
    say(format!("{}, {} a second", count(part), u128::from(part.cases) * 1000 / took));
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(name: &str, otherwise: u64) -> u64 {
        std::env::var(name).ok().and_then(|many| many.parse().ok()).unwrap_or(otherwise)
    }

    #[test]
    #[ignore = "takes as long as it is asked to: SYNC_CASES, SYNC_POINTS, SYNC_FROM, SYNC_THREADS"]
    fn nothing_fails_for_long() {
        let (cases, points) = (number("SYNC_CASES", 2_000_000), number("SYNC_POINTS", 250_000));
        let (from, threads) = (number("SYNC_FROM", 1_000_000), number("SYNC_THREADS", 1));
        let all = soak(cases, points, from, threads, &|line| println!("{line}"));
        println!("{} cases and crash points, {} failed", all.cases, all.failed);
        assert_eq!(all.failed, 0);
    }

    #[test]
    fn a_short_soak_counts_what_it_ran() {
        let all = soak(40, 100, 0, 2, &|_| {});
        assert!(all.cases >= 140 && all.failed == 0, "{all:?}");
    }
}
