//! What synchronising costs on this machine, with services that answer at once: `cargo bench --bench sync [-- PAIRS]`.
//! A plain program that prints its figures; nothing here fails for being slow. The time is that of the core and of its
//! ledger in a file, as a person waits for it (`wall`) and as the processor works (`busy`).

#![allow(clippy::print_stdout, reason = "printing figures is what it is for")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "small numbers of a made-up data set"
)]

mod run;
mod service;

use balcao::{
    store::ledger::LedgerError,
    sync::{Per, Side},
};

use run::{Run, Took};
use service::Service;

fn main() -> Result<(), LedgerError> {
    let pairs = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(100_000);
    let dir = std::env::temp_dir().join(format!("balcao-sync-bench-{}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("a folder for files that come and go");
    println!("resident before anything: {} MiB", resident());
    for many in [pairs / 10, pairs] {
        let path = dir.join(format!("{many}.db"));
        let mut run = Run::new(&path, both(many))?;
        let took = run.until_quiet();
        let size = std::fs::metadata(&path).map_or(0, |file| file.len());
        say(&format!("initial link of {many} pairs"), took);
        println!(
            "{:<44} {:.0} pairs/s, {} MiB on disk",
            "",
            many as f64 / took.wall.as_secs_f64(),
            size >> 20
        );
        println!("resident at most so far: {} MiB", resident());
        run.until_quiet();
        say(&format!("an idle poll of {many} pairs"), best(5, || run.until_quiet()));
        say(&format!("planning, nothing to do, {many} pairs"), best(5, || run.plan_nothing()));
        for percent in [1, 10].into_iter().filter(|percent| many * percent / 100 <= 1_000) {
            say(
                &format!("a delta of {percent} % of {many}"),
                best(5, || delta(&mut run, many * percent / 100)),
            );
        }
        drop(run);
    }
    let _ = std::fs::remove_dir_all(&dir);
    Ok(())
}

fn both(many: usize) -> Per<Service> {
    Per { bigin: Service::new(Side::Bigin, many), desk: Service::new(Side::Desk, many) }
}

/// Half of it edits in Bigin, three tenths edits in Desk, a tenth new in Bigin, a tenth deleted there.
fn delta(run: &mut Run, many: usize) -> Took {
    run.pass(600);
    for at in 0..many {
        match at % 10 {
            0..5 => run.edit(Side::Bigin),
            5..8 => run.edit(Side::Desk),
            8 => run.add(Side::Bigin),
            _ => run.delete(Side::Bigin),
        }
    }
    run.release_brake();
    // New ones wait for two passes.
    let mut took = Took::default();
    for _ in 0..3 {
        let one = run.until_quiet();
        took =
            Took { wall: took.wall + one.wall, busy: took.busy + one.busy, writes: took.writes + one.writes };
    }
    took
}

fn best(times: usize, mut run: impl FnMut() -> Took) -> Took {
    (0..times).map(|_| run()).min_by_key(|took| took.busy).unwrap_or_default()
}

fn say(name: &str, took: Took) {
    println!("{name:<44} wall {:>9.2?}, busy {:>9.2?}, {} writes", took.wall, took.busy, took.writes);
}

/// The most memory that was ever in use, in MiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) >> 10
}
