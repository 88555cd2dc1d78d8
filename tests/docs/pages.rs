//! What the pages point at is there.

use super::{path, read};

const PAGES: [&str; 10] = [
    "README.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/command-line.md",
    "docs/fuzzing.md",
    "docs/keys.md",
    "docs/limits.md",
    "docs/performance.md",
    "docs/real-service.md",
    "docs/settings.md",
];

#[test]
fn links_lead_somewhere() {
    let mut lost = Vec::new();
    for page in PAGES {
        let text = read(page);
        let folder = path(page).parent().expect("a folder").to_owned();
        for (_, rest) in text.match_indices("](").map(|(at, _)| text.split_at(at + 2)) {
            let target = rest.split([')', '#', ' ']).next().unwrap_or_default();
            if !target.is_empty() && !target.contains("://") && !folder.join(target).exists() {
                lost.push(format!("{page}: {target}"));
            }
        }
    }
    // Pictures are taken from the running program, and may be taken after the words were written.
    lost.retain(|link| !link.contains("pictures/"));
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn the_two_commands_stand_on_top_of_the_readme() {
    let text = read("README.md");
    let top: Vec<_> = text.lines().take(25).collect();
    for command in ["cargo run --release -- demo", "cargo test"] {
        assert!(top.contains(&command), "{command} does not stand at the top of README.md");
    }
}

#[test]
fn the_scopes_to_be_copied_are_those_that_are_asked_for() {
    let page = read("docs/real-service.md");
    assert!(page.lines().any(|line| line == balcao::signin::scopes::wanted()), "docs/real-service.md");
}
