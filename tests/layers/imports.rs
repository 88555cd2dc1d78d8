//! Who imports whom.

use super::rules::ROOMS;
use super::source::{Source, files};

#[test]
fn every_room_has_a_rule() {
    let mut rooms: Vec<_> = files("src", "rs").iter().map(|source| source.room().to_owned()).collect();
    rooms.dedup();
    for room in rooms.iter().filter(|room| *room != "lib") {
        assert!(ROOMS.iter().any(|(known, _)| known == room), "no rule says what {room} may import");
    }
}

#[test]
fn imports_go_one_way_only() {
    let mut forbidden = Vec::new();
    for source in files("src", "rs") {
        let Some((_, may)) = ROOMS.iter().find(|(room, _)| *room == source.room()) else { continue };
        for found in rooms_named(&source) {
            if found != source.room() && !may.contains(&found.as_str()) {
                forbidden.push(format!("{} imports {found}", source.path));
            }
        }
    }
    assert!(forbidden.is_empty(), "forbidden:\n{}", forbidden.join("\n"));
}

#[test]
fn the_rules_hold_no_circle() {
    // Taking away rooms that import nobody who is left must take away all of them.
    let mut left: Vec<_> = ROOMS.to_vec();
    while !left.is_empty() {
        let before = left.len();
        let names: Vec<_> = left.iter().map(|(room, _)| *room).collect();
        left.retain(|(_, may)| may.iter().any(|other| names.contains(other)));
        assert!(left.len() < before, "a circle among {names:?}");
    }
}

/// The rooms that a file names: by `crate::`, by as many `super::` as lead to the crate, by the name of the crate.
fn rooms_named(source: &Source) -> Vec<String> {
    let code = source.code();
    let ups = "super::".repeat(source.module().len());
    let mut found = Vec::new();
    for start in ["crate::", "balcao::", ups.as_str()] {
        for (at, _) in code.match_indices(start).filter(|(at, _)| !start.is_empty() && begins(&code, *at)) {
            let rest = &code[at + start.len()..];
            match rest.strip_prefix('{') {
                Some(group) => found.extend(heads(group)),
                None => found.push(word(rest)),
            }
        }
    }
    found.retain(|room| !matches!(room.as_str(), "" | "super" | "self"));
    found
}

/// The first names in a group: `a::b, c::{d, e}` gives a and c.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut fresh) = (0_usize, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if c.is_whitespace() => {}
            _ if fresh => {
                heads.push(word(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Whether a path begins here, and is not the end of a longer one.
fn begins(code: &str, at: usize) -> bool {
    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
}

#[test]
fn every_way_to_name_a_room_is_seen() {
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
    let named = |path, text| rooms_named(&source(path, text));
    assert_eq!(named("src/app/a.rs", "use crate::{store::{b, c}, zoho};"), ["store", "zoho"]);
    assert_eq!(named("src/app/a.rs", "fn f() { crate::store::open() }"), ["store"]);
    assert_eq!(named("src/app/a.rs", "use super::super::store;"), ["store"]);
    assert_eq!(named("src/app/mod.rs", "use super::store;"), ["store"]);
    assert!(named("src/app/a.rs", "use super::store; // crate::zoho").is_empty());
    assert_eq!(named("src/main.rs", "balcao::cli::main()"), ["cli"]);
}
