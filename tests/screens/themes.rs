//! The same state without colours, in ASCII, in true colours.

use balcao::text::Lang;
use balcao::ui::Theme;
use ratatui::style::Color;

use super::stage::Stage;

fn stage(theme: Theme, keys: &str) -> Stage {
    let mut stage = Stage::new(Lang::En, (80, 24));
    stage.theme = theme;
    stage.press(keys);
    stage
}

fn built_in(name: &str) -> Theme {
    Theme::built_in(name).expect("a theme of this name")
}

#[test]
fn without_colours() {
    insta::assert_snapshot!(stage(built_in("mono"), "enter").picture());
}

#[test]
fn a_conversation_without_colours_in_ascii() {
    insta::assert_snapshot!(stage(built_in("mono").with_ascii(true), "enter enter s").picture());
}

#[test]
fn in_true_colours() {
    insta::assert_snapshot!(stage(built_in("dusk"), "enter").picture());
}

#[test]
fn mono_never_uses_a_colour_and_ascii_no_sign_beyond() {
    for keys in ["", "enter", "enter enter", "enter enter a", "4", "+", "?", "ctrl-f", "enter enter s"] {
        let (buf, _) = stage(built_in("mono").with_ascii(true), keys).frame();
        for cell in buf.content() {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{keys}: {cell:?}");
            let foreign = cell.symbol().chars().all(char::is_alphanumeric) || matches!(cell.symbol(), "🙂");
            assert!(cell.symbol().is_ascii() || foreign, "{keys}: {:?}", cell.symbol());
        }
    }
}

#[test]
fn the_default_theme_paints_no_background() {
    for keys in ["", "enter", "enter enter", "enter enter a", "4", "+", "?"] {
        let (buf, _) = stage(Theme::default(), keys).frame();
        assert!(buf.content().iter().all(|cell| cell.bg == Color::Reset), "{keys}");
    }
}
