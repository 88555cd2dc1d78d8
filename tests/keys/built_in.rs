//! The keymap that is part of the program.

use balcao::keys::{Keymap, Resolution};

const BUILT_IN: &str = include_str!("../../assets/keymap.toml");

/// The contexts in which a person types.
const TYPING: [&str; 5] = ["always", "composer", "field", "filter", "menu"];

fn keymap() -> Keymap<String, String> {
    Keymap::parse(BUILT_IN, None, |_| false).expect("no clash in the built-in keymap")
}

#[test]
fn it_never_takes_a_letter_from_somebody_who_types() {
    let keymap = keymap();
    assert!(keymap.entries().count() > 50);
    for (context, chord, action) in keymap.entries() {
        let types = chord.keys().iter().any(|key| key.typed().is_some());
        assert!(!(types && TYPING.contains(&context.as_str())), "[{context}] {chord} = {action}");
    }
}

#[test]
fn keys_that_only_the_terminal_can_send_are_not_needed() {
    // Without the kitty protocol these arrive as tab, enter and backspace, or not at all.
    for lost in ["ctrl-i", "ctrl-m", "ctrl-h", "ctrl-enter", "shift-enter", "ctrl-tab"] {
        let found = keymap().entries().any(|(_, chord, _)| chord.to_string() == lost);
        assert!(!found, "{lost} never arrives");
    }
}

#[test]
fn suspending_works_everywhere() {
    let key = "ctrl-z".parse().expect("a key");
    let contexts = ["composer".to_owned(), "always".to_owned()];
    assert_eq!(keymap().resolve(&contexts, &[], key), Resolution::Action("suspend".to_owned()));
}
