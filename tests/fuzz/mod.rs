//! What strangers can write, written by chance: the criteria of a search, multipart bodies, the signature of a webhook.
//!
//! Each target is run for a moment with every test run, and for as long as one likes by hand, as `docs/fuzzing.md` says.
//! No coverage guides it, which would need another compiler: texts that were answered in a new way are kept, and the
//! next ones are made of these.

mod criteria;
mod multipart;
mod mutate;
mod signature;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use mutate::Mutator;

/// How long a run by hand takes: `FUZZ_SECONDS`, ten minutes without.
fn by_hand() -> Duration {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or(600))
}

/// A moment, with every test run.
const MOMENT: Duration = Duration::from_millis(1500);
/// An input that takes longer has found something, also on a busy machine.
const SLOW: Duration = Duration::from_secs(5);
/// The longest input.
const LONGEST: usize = 4 * 1024;
/// The longest input that others are made of.
const SEED: usize = 1024;

/// Runs a target on mutations of the corpus until the time is over. `run` panics when something is wrong, and otherwise
/// says in what way the input was answered. Where it stops, the input is printed.
#[allow(clippy::print_stderr, reason = "what a run by hand comes to")]
fn fuzz(name: &str, corpus: &[Vec<u8>], words: &[&str], time: Duration, run: impl Fn(&[u8]) -> u64) {
    let seed = std::env::var("FUZZ_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut mutator = Mutator::new(seed, corpus, words);
    let (start, mut done, mut seen) = (Instant::now(), 0_u64, HashSet::new());
    while start.elapsed() < time {
        let mut input = mutator.next();
        input.truncate(LONGEST);
        let at = Instant::now();
        let answer = catch_unwind(AssertUnwindSafe(|| run(&input)));
        let shown = || format!("{name}, seed {seed}, run {done}: {:?}", input.escape_ascii().to_string());
        let Ok(answer) = answer else { panic!("{}", shown()) };
        assert!(at.elapsed() < SLOW, "took {:?}: {}", at.elapsed(), shown());
        if seen.insert(answer) && input.len() <= SEED {
            mutator.keep(input);
        }
        done += 1;
    }
    eprintln!(
        "{name}: {done} runs in {:?}, {} ways to be answered, seed {seed}",
        start.elapsed(),
        seen.len()
    );
}

/// A number for a way in which something was answered.
fn way(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
