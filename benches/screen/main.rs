//! What somebody at the keyboard feels: the real program in a pseudo-terminal of 120×40, with 100 000 contacts and 200 000
//! tickets in its cache. `cargo bench --bench screen [-- CONTACTS]`. It starts a sandbox of its own process on a free
//! loopback port, fills a cache below the temporary folder, and prints a line a figure; nothing here fails for being slow.

#![allow(clippy::print_stdout, reason = "printing figures is what it is for")]

mod program;
mod sandbox;

use std::time::Duration;

use program::Program;
use sandbox::Sandbox;

const DOWN: &str = "\x1b[B";
const PAGE_DOWN: &str = "\x1b[6~";
const ESCAPE: &str = "\x1b";

/// After so long without a byte, what a key brings is complete.
const QUIET: Duration = Duration::from_millis(60);

/// Longer, for what asks the service as well.
const SETTLED: Duration = Duration::from_millis(300);

fn main() {
    let contacts = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let (sandbox, ready) = Sandbox::start(contacts);
    line("sandbox ready", &format!("{:.1} s, {} MB", ready.as_secs_f64(), sandbox.resident_mb()));
    let home = tempfile::tempdir().expect("a folder");
    fill(home.path(), &sandbox, contacts);

    let mut starts: Vec<_> = (0..5)
        .map(|_| {
            let mut program = Program::start(home.path(), &sandbox.url);
            let paint = program.until_something_shows();
            program.leave();
            paint
        })
        .collect();
    line("first paint", &middle(&mut starts));

    let mut program = Program::start(home.path(), &sandbox.url);
    program.wait_for("Contacts");
    program.settle(Duration::from_secs(3));
    line("resident, after the start", &format!("{} MB", program.resident_mb()));

    let mut keys = |what: &str, key: &str, times: usize| {
        let (mut first, mut last, mut bytes) = (Vec::new(), Vec::new(), 0);
        for _ in 0..times {
            let heard = program.press(key, QUIET);
            first.extend(heard.first);
            last.extend(heard.last);
            bytes += heard.bytes;
        }
        line(&format!("{what}: first byte"), &middle(&mut first));
        line(&format!("{what}: last byte"), &middle(&mut last));
        line(&format!("{what}: bytes"), &(bytes / times).to_string());
    };
    keys("down", DOWN, 100);
    keys("page down", PAGE_DOWN, 60);
    let mut opened: Vec<_> = (0..10)
        .filter_map(|_| {
            program.press(DOWN, SETTLED);
            let opened = program.press("t", QUIET).last;
            program.press(ESCAPE, SETTLED);
            opened
        })
        .collect();
    line("a customer's tickets tab: last byte", &middle(&mut opened));
    let burst = program.press(&DOWN.repeat(200), SETTLED);
    line("200 keys in one read: frames of the list", &burst.list_frames.to_string());
    line("200 keys in one read: frames in all", &burst.frames.to_string());
    line("200 keys in one read: bytes", &burst.bytes.to_string());
    line("200 keys in one read: last byte", &burst.last.map_or("nothing".into(), milliseconds));

    program.press("/", QUIET);
    let mut filter: Vec<_> = "conceicao silva"
        .chars()
        .filter_map(|letter| program.press(&letter.to_string(), QUIET).last)
        .collect();
    line("filter as you type: last byte", &middle(&mut filter));
    line("resident, after filtering", &format!("{} MB", program.resident_mb()));
    program.press(ESCAPE, SETTLED);

    // What the service answers about the record in view is no idleness yet.
    program.settle(Duration::from_secs(20));
    let (wakes, minute) = (program.wakes(), Duration::from_mins(1));
    let bytes = program.listen(minute);
    let woke = program.wakes() - wakes;
    line("an idle minute: bytes", &bytes.to_string());
    line("an idle minute: wakes a second", &format!("{}.{}", woke / 60, woke % 60 / 6));
    program.leave();
}

/// Runs the program until its cache holds everything.
fn fill(home: &std::path::Path, sandbox: &Sandbox, contacts: usize) {
    let mut program = Program::start(home, &sandbox.url);
    let started = std::time::Instant::now();
    program.wait_until(|screen| plain(screen).contains(&format!("/{contacts}")));
    program.settle(Duration::from_secs(5));
    line("cache filled", &format!("{:.0} s", started.elapsed().as_secs_f64()));
    program.leave();
}

/// Without what groups digits.
fn plain(screen: &str) -> String {
    screen.chars().filter(|letter| letter.is_ascii_digit() || *letter == '/').collect()
}

fn line(what: &str, figure: &str) {
    println!("{what:<42} {figure}");
}

/// Median and 95th percentile.
fn middle(times: &mut [Duration]) -> String {
    times.sort();
    let at = |percent: usize| {
        times
            .get(times.len().saturating_sub(1) * percent / 100)
            .copied()
            .map_or("nothing".into(), milliseconds)
    };
    format!("{} median, {} p95 of {}", at(50), at(95), times.len())
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
