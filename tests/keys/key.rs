//! A key is what it is written as.

use balcao::keys::{Chord, Code, Key};
use proptest::prelude::*;

fn code() -> impl Strategy<Value = Code> {
    prop_oneof![
        6 => any::<char>()
            .prop_filter("a character that can be written", |c| !c.is_control() && (*c == ' ' || !c.is_whitespace()))
            .prop_map(Code::Char),
        1 => (1..=24u8).prop_map(Code::F),
        3 => prop::sample::select(vec![
            Code::Enter, Code::Esc, Code::Tab, Code::Backspace, Code::Delete, Code::Insert, Code::Up, Code::Down,
            Code::Left, Code::Right, Code::Home, Code::End, Code::PageUp, Code::PageDown,
        ]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_key_reads_back_as_itself(code in code(), ctrl: bool, alt: bool, shift: bool) {
        let key = Key::new(code, ctrl, alt, shift);
        prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
    }

    #[test]
    fn no_text_panics(text: String) {
        let _ = text.parse::<Key>();
        let _ = text.parse::<Chord>();
    }
}

#[test]
fn keys_have_one_form() {
    for (written, form) in [
        ("g", "g"),
        ("G", "G"),
        ("shift-g", "G"),
        ("ctrl-S", "ctrl-s"),
        ("alt-ctrl-x", "ctrl-alt-x"),
        ("ctrl--", "ctrl--"),
        ("-", "-"),
        ("space", "space"),
        ("shift-tab", "shift-tab"),
        ("return", "enter"),
        ("f12", "f12"),
        ("alt-f", "alt-f"),
    ] {
        assert_eq!(written.parse::<Key>().expect(written).to_string(), form);
    }
    for wrong in ["", "ctrl-", "ctrl-ctrl-s", "Enter", "f0", "f25", "f01", "gg", " ", "\t", "hyper-x"] {
        let error = wrong.parse::<Key>().expect_err(wrong);
        assert!(error.to_string().contains("ctrl-s"), "says how keys are written: {error}");
    }
}

#[test]
fn only_plain_characters_type() {
    let typed = |key: &str| key.parse::<Key>().expect(key).typed();
    assert_eq!(
        (typed("G"), typed("space"), typed("ctrl-g"), typed("enter")),
        (Some('G'), Some(' '), None, None)
    );
}
