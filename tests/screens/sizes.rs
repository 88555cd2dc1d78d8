//! No size breaks a screen.

use balcao::text::Lang;
use balcao::ui::{Theme, draw};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::stage::Stage;
use super::world::{Pairing, World};

/// One way into every screen and part.
const WAYS: [&str; 30] = [
    "",
    "/ \"souza\"",
    "enter",
    "enter h",
    "enter l",
    "j",
    "j j",
    "2 enter",
    "3 enter h",
    "4",
    "4 d",
    "4 /",
    "enter enter",
    "enter enter s",
    "enter enter o",
    "enter enter a \"text\"",
    "enter enter a tab enter",
    "enter enter c \"text\"",
    "enter enter r ctrl-a \"/tmp\"",
    "enter enter r \"attached\" ctrl-s",
    "+ \"subject\" tab enter",
    "enter enter r \"text\" ctrl-s D",
    "ctrl-f \"refund\"",
    "?",
    "5",
    "5 G",
    "5 l l m",
    "5 l l l enter z",
    "5 l l l l e",
    "5 l l l i",
];

fn full(lang: Lang, size: (u16, u16)) -> Stage {
    Stage::of(World { pairing: Pairing::full(), ..World::new() }, lang, size)
}

#[test]
fn the_smallest_window_says_so() {
    let mut stage = Stage::new(Lang::En, (59, 15));
    insta::assert_snapshot!(stage.text());
    let mut stage = Stage::new(Lang::PtBr, (30, 6));
    insta::assert_snapshot!(stage.text());
    assert!(!Stage::new(Lang::En, (60, 16)).text().contains("60×16"));
}

#[test]
fn the_smallest_whole_screen() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (60, 16)).press("enter enter a \"texto\"").text());
}

#[test]
fn no_size_breaks_any_screen() {
    for keys in WAYS {
        let mut stage = full(Lang::En, (120, 40));
        stage.press(keys);
        let sizes = (0..=10).flat_map(|rows| (0..=30).map(move |cols| (cols, rows)));
        let more =
            [(60, 16), (61, 17), (80, 24), (99, 24), (100, 24), (100, 16), (300, 80), (500, 200), (60, 200)];
        for (cols, rows) in sizes.chain(more) {
            let area = Rect::new(0, 0, cols, rows);
            let mut buf = Buffer::empty(area);
            let drawn = draw(&stage.app, &Theme::default(), area, &mut buf);
            if let Some(place) = drawn.cursor {
                assert!(area.contains(place.into()), "{keys} at {cols}×{rows}: cursor {place:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_part_of_a_buffer_is_left(
        way in 0..WAYS.len(), x in 0u16..20, y in 0u16..20, cols in 0u16..150, rows in 0u16..60,
    ) {
        let mut stage = full(Lang::PtBr, (cols.max(1), rows.max(1)));
        stage.press(WAYS[way]);
        // The area begins somewhere and is larger than the buffer: what lies outside stays as it is.
        let whole = Rect::new(0, 0, 100, 40);
        let area = Rect::new(x, y, cols, rows);
        let mut buf = Buffer::empty(whole);
        for cell in &mut buf.content { cell.set_symbol("#"); }
        draw(&stage.app, &Theme::default(), area, &mut buf);
        for place in whole.positions() {
            if !area.contains(place) {
                prop_assert_eq!(buf[place].symbol(), "#", "{:?}", place);
            }
        }
    }
}
