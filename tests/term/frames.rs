//! Whatever frames follow each other, the terminal shows the last one.

use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::show::{OPTIONS, Show};

/// What a frame does to the one before it.
#[derive(Clone, Debug)]
enum Change {
    Write { x: u16, y: u16, text: String, style: Style },
    Fill { x: u16, y: u16, width: u16, height: u16, style: Style },
    Scroll { top: u16, bottom: u16, by: i16 },
    Blank { y: u16 },
    Resize { width: u16, height: u16 },
    Forget,
}

fn style() -> impl Strategy<Value = Style> {
    let colour = prop_oneof![
        4 => Just(Color::Reset),
        2 => Just(Color::Red),
        1 => Just(Color::DarkGray),
        1 => Just(Color::Indexed(99)),
        1 => Just(Color::Rgb(1, 2, 3)),
    ];
    let modifier = prop_oneof![
        4 => Just(Modifier::empty()),
        1 => Just(Modifier::BOLD),
        1 => Just(Modifier::DIM),
        1 => Just(Modifier::REVERSED),
        1 => Just(Modifier::UNDERLINED | Modifier::ITALIC),
    ];
    (colour.clone(), colour, modifier).prop_map(|(fg, bg, modifier)| {
        Style { fg: Some(fg), bg: Some(bg), ..Style::new() }.add_modifier(modifier)
    })
}

fn change() -> impl Strategy<Value = Change> {
    let text = prop_oneof![
        4 => "[a-c ]{1,12}",
        2 => "[a-zé─│ ]{1,30}",
        2 => "[a漢字 ]{1,9}",
        1 => "[a🎉ü ]{1,5}",
    ];
    prop_oneof![
        6 => (0..40u16, 0..16u16, text, style())
            .prop_map(|(x, y, text, style)| Change::Write { x, y, text, style }),
        1 => (0..40u16, 0..16u16, 0..40u16, 0..6u16, style())
            .prop_map(|(x, y, width, height, style)| Change::Fill { x, y, width, height, style }),
        4 => (0..16u16, 0..17u16, -4..5i16).prop_map(|(top, bottom, by)| Change::Scroll { top, bottom, by }),
        1 => (0..16u16).prop_map(|y| Change::Blank { y }),
        1 => (1..44u16, 1..18u16).prop_map(|(width, height)| Change::Resize { width, height }),
        1 => Just(Change::Forget),
    ]
}

/// Applies a change to the frame.
fn apply(frame: &mut Buffer, change: &Change) {
    let area = frame.area;
    match change {
        Change::Write { x, y, text, style } if *x < area.width && *y < area.height => {
            write(frame, *x, *y, text, *style);
        }
        Change::Fill { x, y, width, height, style } => {
            frame.set_style(Rect::new(*x, *y, *width, *height).intersection(area), *style);
        }
        Change::Scroll { top, bottom, by } => {
            let before = frame.clone();
            let rows = *top..(*bottom).min(area.height);
            for y in rows.clone() {
                let from = y.checked_add_signed(*by).filter(|from| rows.contains(from));
                for x in 0..area.width {
                    match from {
                        Some(from) => frame[(x, y)] = before[(x, from)].clone(),
                        None => frame[(x, y)].reset(),
                    }
                }
            }
        }
        Change::Blank { y } if *y < area.height => (0..area.width).for_each(|x| frame[(x, *y)].reset()),
        Change::Resize { width, height } => *frame = Buffer::empty(Rect::new(0, 0, *width, *height)),
        _ => {}
    }
}

/// Writes a text; a wide character of which only one half stays is taken away, as the drawing would.
fn write(frame: &mut Buffer, x: u16, y: u16, text: &str, style: Style) {
    if x > 0 && frame[(x - 1, y)].cell_width() == 2 {
        frame[(x - 1, y)].set_symbol(" ");
    }
    frame.set_string(x, y, text, style);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_terminal_shows_the_last_frame(
        steps in prop::collection::vec(prop::collection::vec(change(), 1..6), 1..12),
        regions in any::<bool>(),
    ) {
        let mut show = Show::new(40, 16, balcao::term::ScreenOptions { scroll_region: regions, ..OPTIONS });
        let mut frame = Buffer::empty(Rect::new(0, 0, 40, 16));
        for changes in steps {
            for change in changes {
                apply(&mut frame, &change);
                match change {
                    Change::Resize { width, height } => show.resize(width, height),
                    Change::Forget => show.screen.forget(),
                    _ => {}
                }
            }
            show.check(&frame);
            prop_assert!(show.check(&frame).is_empty(), "the same frame again costs nothing");
        }
    }
}

#[test]
fn frames_of_no_size_and_of_any_size_are_drawn() {
    for (width, height) in [(0, 0), (0, 5), (5, 0), (1, 1), (2, 1), (700, 3), (3, 300)] {
        let mut show = Show::new(width.max(1), height.max(1), OPTIONS);
        show.resize(width.max(1), height.max(1));
        let area = Rect::new(0, 0, width, height);
        let drawn = show.screen.draw(area, |buffer| {
            assert!(buffer.area.width <= 500 && buffer.area.height <= 200);
            buffer.set_style(buffer.area, Style::new().bg(Color::Red));
            Some(ratatui::layout::Position::new(600, 600))
        });
        assert!(drawn.is_ok());
    }
}
