//! Which crates and calls stand where, and that nothing hides a state.

use super::rules::{CALLS, CRATES, Only, PURE, WORLD};
use super::source::files;

#[test]
fn crates_stay_in_their_rooms() {
    hold(CRATES, "::");
}

#[test]
fn few_places_print_and_spawn() {
    hold(CALLS, "");
}

#[test]
fn pure_rooms_ask_nobody_but_their_arguments() {
    let mut broken = Vec::new();
    for source in files("src", "rs").iter().filter(|source| source.is_in(PURE)) {
        let code = source.code();
        let asked = WORLD.iter().filter(|word| stands(&code, word));
        broken.extend(asked.map(|word| format!("{}: {word}", source.path)));
    }
    assert!(broken.is_empty(), "a pure room looks outside:\n{}", broken.join("\n"));
}

#[test]
fn no_static_holds_a_state() {
    const STATES: [&str; 9] =
        ["static mut", "Mutex", "RwLock", "Atomic", "OnceLock", "OnceCell", "RefCell", "Cell<", "UnsafeCell"];
    let mut broken = Vec::new();
    for source in files("src", "rs") {
        let code = source.code();
        let statics = code.lines().map(str::trim).filter(|line| {
            let line = line
                .trim_start_matches("pub ")
                .trim_start_matches("pub(crate) ")
                .trim_start_matches("pub(super) ");
            line.starts_with("static ")
        });
        let stateful = statics.filter(|line| STATES.iter().any(|state| line.contains(state)));
        broken.extend(stateful.map(|line| format!("{}: {line}", source.path)));
    }
    assert!(broken.is_empty(), "state outside of the state:\n{}", broken.join("\n"));
}

/// Checks a table: a name followed by `after` stands only in its places.
fn hold(table: &[Only], after: &str) {
    let mut broken = Vec::new();
    for source in files("src", "rs") {
        let code = source.code();
        for Only { what, places, why } in table {
            let used = stands(&code, &format!("{what}{after}"))
                || !after.is_empty() && stands(&code, &format!("use {what};"));
            if used && !source.is_in(places) {
                broken.push(format!("{}: {what} ({why})", source.path));
            }
        }
    }
    assert!(broken.is_empty(), "out of place:\n{}", broken.join("\n"));
}

/// Whether a word stands in the code, not as a part of a longer one.
fn stands(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + word.len()..]);
        !before.ends_with(part) && (word.ends_with([':', '(', '!']) || !after.starts_with(part))
    })
}
