//! Keymaps: reading, overriding, resolving, hinting.

use std::str::FromStr;

use balcao::keys::{Key, Keymap, Resolution};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Place {
    Everywhere,
    List,
    Menu,
}

impl FromStr for Place {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        match name {
            "everywhere" => Ok(Self::Everywhere),
            "list" => Ok(Self::List),
            "menu" => Ok(Self::Menu),
            _ => Err(()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Verb {
    Quit,
    Next,
    First,
    Last,
    Open,
    Back,
}

impl FromStr for Verb {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Ok(match name {
            "quit" => Self::Quit,
            "next-row" => Self::Next,
            "first-row" => Self::First,
            "last-row" => Self::Last,
            "open" => Self::Open,
            "back" => Self::Back,
            _ => return Err(()),
        })
    }
}

const BUILT_IN: &str = r#"
[everywhere]
"q" = "quit"
"esc" = "back"

[list]
"j" = "next-row"
"down" = "next-row"
"g g" = "first-row"
"g e" = "last-row"
"enter" = "open"

[menu]
"q" = "back"
"#;

fn keymap(own: Option<&str>) -> Keymap<Place, Verb> {
    Keymap::parse(BUILT_IN, own, |_| false).expect("a good keymap")
}

fn key(text: &str) -> Key {
    text.parse().expect(text)
}

const LIST: &[Place] = &[Place::List, Place::Everywhere];
const MENU: &[Place] = &[Place::Menu, Place::List, Place::Everywhere];

#[test]
fn the_innermost_context_decides() {
    let keymap = keymap(None);
    let resolve = |contexts: &[Place], text| keymap.resolve(contexts, &[], key(text));
    assert_eq!(resolve(LIST, "q"), Resolution::Action(Verb::Quit));
    assert_eq!(resolve(MENU, "q"), Resolution::Action(Verb::Back));
    assert_eq!(resolve(MENU, "j"), Resolution::Action(Verb::Next));
    assert_eq!(resolve(LIST, "x"), Resolution::None(vec![key("x")]));
    assert_eq!(resolve(&[], "q"), Resolution::None(vec![key("q")]));
}

#[test]
fn a_chord_waits_and_never_swallows_the_next_key() {
    let keymap = keymap(None);
    let after_g = |text| keymap.resolve(LIST, &[key("g")], key(text));
    assert_eq!(keymap.resolve(LIST, &[], key("g")), Resolution::Pending);
    assert_eq!(after_g("g"), Resolution::Action(Verb::First));
    assert_eq!(after_g("j"), Resolution::Action(Verb::Next), "j is still j");
    assert_eq!(after_g("q"), Resolution::Action(Verb::Quit));
    assert_eq!(after_g("x"), Resolution::None(vec![key("g"), key("x")]));
    assert_eq!(after_g("esc"), Resolution::None(vec![]), "esc takes the chord back and does nothing else");
}

#[test]
fn hints_say_what_may_follow() {
    let keymap = keymap(None);
    assert_eq!(keymap.hints(LIST, &[key("g")]), [(key("g"), Verb::First), (key("e"), Verb::Last)]);
    let first = keymap.hints(MENU, &[]);
    assert_eq!(first[0], (key("q"), Verb::Back));
    assert!(!first.contains(&(key("q"), Verb::Quit)), "covered by the menu");
    assert!(!first.iter().any(|(pressed, _)| *pressed == key("g")), "a chord has its own hints");
}

#[test]
fn an_action_knows_its_chord() {
    let keymap = keymap(None);
    let chord = |contexts, verb| keymap.chord_of(contexts, &verb).map(ToString::to_string);
    assert_eq!(chord(LIST, Verb::Next).as_deref(), Some("j"), "the first that is written");
    assert_eq!(chord(LIST, Verb::First).as_deref(), Some("g g"));
    assert_eq!(chord(LIST, Verb::Quit).as_deref(), Some("q"));
    assert_eq!(chord(MENU, Verb::Quit), None, "covered by the menu");
    assert_eq!(keymap.entries().count(), 8);
    assert_eq!(keymap.entries().next().map(|(_, chord, _)| chord.to_string()).as_deref(), Some("q"));
}

#[test]
fn ones_own_entries_replace_by_chord() {
    let own =
        keymap(Some("[list]\n\"j\" = \"open\"\n\"g\" = \"last-row\"\n\"down\" = false\n\"x\" = \"quit\"\n"));
    let resolve = |text| own.resolve(LIST, &[], key(text));
    assert_eq!(resolve("j"), Resolution::Action(Verb::Open));
    assert_eq!(resolve("g"), Resolution::Action(Verb::Last), "takes the place of every chord that begins so");
    assert_eq!(resolve("down"), Resolution::None(vec![key("down")]));
    assert_eq!(resolve("x"), Resolution::Action(Verb::Quit));
    assert_eq!(resolve("enter"), Resolution::Action(Verb::Open));
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    for (own, sentence) in [
        (
            "[list]\n\"shift-a\" = \"quit\"\n\"A\" = \"open\"",
            "Line 3 of your keymap: `A` already means something since line 2",
        ),
        (
            "[list]\n\"g\" = \"quit\"\n\"g g\" = \"open\"",
            "Line 3 of your keymap: `g g` and `g` (line 2) begin alike",
        ),
        ("\n\n[lists]\n", "Line 3 of your keymap: there is no context `lists`"),
        ("[list]\n\"j\" = \"fly\"", "Line 2 of your keymap: there is no action `fly`"),
        ("[list]\n\"ctrl-\" = \"open\"", "Line 2 of your keymap: `ctrl-` is not a key"),
        ("[list]\n\"a b c\" = \"open\"", "Line 2 of your keymap: `a b c` has 3 keys"),
        ("[list]\n\"j\" = 3", "Line 2 of your keymap: `j` wants the name of an action"),
        ("\"j\" = \"open\"", "Line 1 of your keymap: `j` stands outside of a table"),
        ("[list]\n\"j\" = \"open\"\n\"j\" = \"quit\"", "Line 3 of your keymap: duplicate key"),
        ("[list\n", "Line 1 of your keymap: "),
    ] {
        let error = Keymap::<Place, Verb>::parse(BUILT_IN, Some(own), |_| false).expect_err(own).to_string();
        assert!(error.starts_with(sentence), "{error}");
        assert!(error.ends_with('.'), "{error}");
    }
    let built_in = Keymap::<Place, Verb>::parse("[list]\n\"j\" = false", None, |_| false)
        .expect_err("nothing to take away");
    assert!(built_in.to_string().starts_with("Line 2 of the built-in keymap"));
}

#[test]
fn a_letter_is_no_key_where_letters_are_text() {
    let types = |place: &Place| *place == Place::List;
    let parse = |own| Keymap::<Place, Verb>::parse("", Some(own), types);
    for (own, text) in [
        ("[list]\n\"x\" = \"open\"", "x"),
        ("[list]\n\"G\" = \"last-row\"", "G"),
        ("[list]\n\"g g\" = \"open\"", "g g"),
    ] {
        let error = parse(own).expect_err(own).to_string();
        assert!(error.starts_with(&format!("Line 2 of your keymap: `{text}` is text there")), "{error}");
    }
    for own in ["[list]\n\"ctrl-x\" = \"open\"", "[list]\n\"x\" = false", "[menu]\n\"x\" = \"open\""] {
        assert!(parse(own).is_ok(), "{own}");
    }
}
