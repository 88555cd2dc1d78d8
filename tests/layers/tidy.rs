//! How tidy the files are: short, with a head, without leftovers.

use std::path::Path;

use super::source::{Source, files};

const LONGEST: usize = 400;
const MEDIAN: usize = 90;

fn all() -> Vec<Source> {
    ["src", "tests", "benches"].iter().flat_map(|folder| files(folder, "rs")).collect()
}

#[test]
fn files_are_short() {
    let mut lengths = Vec::new();
    for source in all() {
        let lines = source.text.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines; make it two", source.path);
        lengths.push(lines);
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= MEDIAN, "the median file has {median} lines");
}

#[test]
fn nothing_is_left_lying_about() {
    // Put together here, so that this file does not find itself.
    let marks = ["todo", "dbg", "unimplemented"].map(|name| format!("{name}!("));
    let homes = ["/ho", "/ro", "/Us"].iter().zip(["me/", "ot/", "ers/"]).map(|(a, b)| format!("\"{a}{b}"));
    let homes: Vec<_> = homes.collect();
    let mut found = Vec::new();
    for source in all() {
        let code = source.code();
        found.extend(
            marks.iter().filter(|mark| code.contains(*mark)).map(|mark| format!("{}: {mark}", source.path)),
        );
        for (at, line) in source.text.lines().enumerate() {
            let place = || format!("{}:{}", source.path, at + 1);
            if line.contains('\t') || line.ends_with(' ') || line.ends_with('\r') {
                found.push(format!("{}: a tab or a blank at the end", place()));
            }
            // A made-up home (`/home/ana`) is an example; a real one is somebody's machine.
            if homes.iter().any(|home| line.contains(home)) && !line.contains("/ana") {
                found.push(format!("{}: a path of one machine", place()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<_> = files("src", "rs")
        .into_iter()
        .filter(|source| !source.path.ends_with("/tests.rs") && !source.text.starts_with("//!"))
        .map(|source| source.path)
        .collect();
    assert!(silent.is_empty(), "no //! head: {silent:?}");
}

#[test]
fn modules_are_folders_with_a_mod_file() {
    for source in files("src", "rs") {
        let folder = source.path.trim_end_matches(".rs");
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let only_tests =
            || beside.read_dir().expect("a folder").count() == 1 && beside.join("tests.rs").is_file();
        assert!(
            !beside.is_dir() || only_tests(),
            "{} has a folder beside it; call it {folder}/mod.rs",
            source.path
        );
    }
}
