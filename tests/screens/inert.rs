//! Foreign text is inert: whatever comes from outside, no cell holds a control code, a turn of the reading direction or
//! something hidden.

use balcao::text::Lang;
use proptest::prelude::*;
use ratatui::buffer::Buffer;

use super::stage::Stage;
use super::world::{Pairing, World};

/// One way into every screen that shows foreign text.
const WAYS: [&str; 20] = [
    "",
    "enter",
    "enter h",
    "enter l",
    "j j",
    "2 enter h",
    "3 enter h",
    "4 l l l",
    "4 d",
    "enter enter g g",
    "enter enter s",
    "enter enter a",
    "enter enter f",
    "ctrl-f \"x\"",
    "5",
    "5 l l m",
    "5 l l l enter z",
    "5 l l l l e",
    "5 l l l i",
    "5 l l l i v",
];

/// What must never be in a cell.
fn live(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

fn check(buf: &Buffer, keys: &str) -> Result<(), TestCaseError> {
    for cell in buf.content() {
        prop_assert!(!cell.symbol().contains(live), "{}: {:?}", keys, cell.symbol());
    }
    Ok(())
}

#[test]
fn hostile_text_as_it_looks() {
    let hostile = |text: &str| format!("\u{1b}]0;title\u{7}{text}\u{202e}\u{200b}\u{1b}[31m\r\n\u{9b}2J");
    let mut stage = Stage::of(World::twisted(&hostile), Lang::En, (120, 40));
    insta::assert_snapshot!(stage.press("enter").picture());
}

fn strange() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\u{1b}[2J".to_owned()),
        Just("\u{1b}]0;title\u{7}".to_owned()),
        Just("\u{9b}31m".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("\u{2066}\u{2069}\u{200f}".to_owned()),
        Just("\u{200b}\u{200d}\u{feff}".to_owned()),
        Just("\r\n\t\0\u{8}\u{7f}".to_owned()),
        Just("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}".to_owned()),
        Just("👩\u{200d}👩\u{200d}👧\u{fe0f}🇧🇷".to_owned()),
        Just("\u{e0041}\u{e007f}".to_owned()),
        Just("東京都".to_owned()),
        Just("العربية".to_owned()),
        "\\PC{0,8}",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn no_foreign_text_is_live(before in strange(), after in strange(), way in 0..WAYS.len(), wide in any::<bool>()) {
        let twist = |text: &str| format!("{before}{text}{after}");
        let size = if wide { (120, 40) } else { (80, 24) };
        let world = World { pairing: Pairing::twisted(&twist), ..World::twisted(&twist) };
        let mut stage = Stage::of(world, Lang::En, size);
        stage.press(WAYS[way]);
        check(&stage.frame().0, WAYS[way])?;
    }

    #[test]
    fn what_is_typed_is_inert_too(text in strange()) {
        let mut stage = Stage::new(Lang::En, (80, 24));
        stage.press("enter enter a");
        stage.take(balcao::app::Message::Paste(text.clone()));
        check(&stage.frame().0, "body")?;
        stage.press("shift-tab");
        stage.take(balcao::app::Message::Paste(text));
        check(&stage.frame().0, "bcc")?;
    }
}
